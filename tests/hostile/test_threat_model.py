"""Each line of the threat model names a test that there is."""

from __future__ import annotations

import ast
import re

from tests.hostile.conftest import REPOSITORY

PAGE = REPOSITORY / "docs" / "security.md"
ROW = re.compile(r"^\| (?!Угроза|---)(.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_threat_has_a_test_that_proves_it() -> None:
    rows = ROW.findall(PAGE.read_text().partition("## Цифры")[0])
    assert len(rows) > 30
    for threat, _, proof in rows:
        named = NAMED.findall(proof)
        assert named, f"no test is named for: {threat}"
        for file, name in named:
            tree = ast.parse((REPOSITORY / file).read_text())
            found = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
            assert name in found, f"{file} has no {name}"


def test_each_hostile_test_stands_in_the_threat_model() -> None:
    """A file of such tests that the page does not mention would be a threat that nobody knows of."""
    named = {file for file, _ in NAMED.findall(PAGE.read_text())}
    files = {f"tests/hostile/{path.name}" for path in (REPOSITORY / "tests/hostile").glob("test_*.py")}
    assert files - named == {"tests/hostile/test_threat_model.py"}


def test_the_page_is_in_the_guide() -> None:
    assert "security.md" in (REPOSITORY / "mkdocs.yml").read_text()
    assert "@@" not in PAGE.read_text()
