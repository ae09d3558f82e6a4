"""Every page passes html-validate, which `make test` installs from npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
TOOL = REPOSITORY / "build/npm/node_modules/.bin/html-validate"
# Ids with dots and Cyrillic letters are right in HTML 5 and stay: they are addresses. Titles of official documents
# are as long as they are. A table that scrolls is a region by its role, not a section of the text.
CONFIG = Path(__file__).with_name("htmlvalidate.json")


@pytest.fixture(scope="module")
def tool() -> Path:
    """html-validate; a machine without npm cannot have it, on any other it must be there."""
    if TOOL.exists():
        return TOOL
    if shutil.which("npm") is None:
        pytest.skip("no npm here: install Node.js to validate the HTML with html-validate")
    pytest.fail("html-validate is not installed: run 'make build/npm'")


def test_every_page_is_valid(tool: Path, real_site: Path) -> None:
    assert _errors(tool, real_site, "*.html", "tomsk/**/*.html", "tver/**/*.html", "compare/**/*.html") == []


def test_pages_of_editions_and_of_the_other_language_are_valid(tool: Path, exercise_site: Path) -> None:
    pages = (
        "*.html",
        "tomsk/changes/*.html",
        "tomsk/editions/*.html",
        "tomsk/projects/*.html",
        "tomsk/indicators/*.html",
    )
    assert _errors(tool, exercise_site, *pages, *(f"en/{one}" for one in pages)) == []


def _errors(tool: Path, site: Path, *patterns: str) -> list[tuple[str, int, str, str]]:
    """What is wrong: file, line, rule, words; files for download are documents of their own and not pages."""
    files = [
        str(one)
        for pattern in patterns
        for one in sorted(site.glob(pattern))
        if "files" not in one.relative_to(site).parts
    ]
    assert files
    command = [str(tool), "--config", str(CONFIG), "--formatter", "json", *files]
    ran = subprocess.run(command, capture_output=True, check=False, cwd=site)
    found = json.loads(ran.stdout)
    return [
        (file["filePath"], one["line"], one["ruleId"], one["message"]) for file in found for one in file["messages"]
    ]
