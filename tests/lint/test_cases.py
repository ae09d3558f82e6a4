"""Walked cases for rules whose logic has more than one branch: cases/<CODE>/{bad,good}_*.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_examples import findings, places

from stratkit.lint.rules import RULES

CASES = Path(__file__).parent / "cases"
BAD = sorted(CASES.glob("*/bad_*.yaml"))
GOOD = sorted(CASES.glob("*/good_*.yaml"))


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_the_folders_are_not_empty_and_have_codes_for_names():
    codes = {rule.code for rule in RULES}
    folders = sorted(CASES.iterdir())
    assert folders
    for folder in folders:
        assert folder.name in codes
        assert any(path.parent == folder for path in BAD), f"no bad case in {folder.name}"
        assert any(path.parent == folder for path in GOOD), f"no good case in {folder.name}"
        assert {path.name.split("_")[0] for path in folder.iterdir()} == {"bad", "good"}


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_bad_case(path: Path, changed):
    code = path.parent.name
    folder, applied = changed(path.read_text("utf-8"))
    assert applied.wanted(code)
    assert places(findings(folder, code), applied) == applied.wanted(code)


@pytest.mark.parametrize("path", GOOD, ids=_name)
def test_good_case(path: Path, changed):
    folder, _ = changed(path.read_text("utf-8"))
    assert [str(one.message) for one in findings(folder, path.parent.name)] == []
