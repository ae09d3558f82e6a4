"""Texts that are one sign, or a few, over and over: no rule looks at them without end (ReDoS)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stratkit.lint import lint_workspace
from stratkit.lint.rules import RULES
from stratkit.load import load_workspace
from stratkit.source import FolderTree, Locator
from stratkit.source.parsed import MAX_TEXT
from stratkit.source.reader import parse
from tests.fuzz.road import bounded
from tests.hostile.conftest import PROJECT

SECONDS = 5
PUMPS = (
    " ", "\n", " \n", "1", "1.", "1 ", ", ", "н", "но-", "Ё", "А", "ая ", "⁹", "-", "– ", "<", "[a](", "**а", "*1-\n", "_a ", "`", "«", "«а", "»", "(",
    "№", "№ 1-", "т.е.", "д. ", "- а\n", "|", "\\", "%", "млн ", "2024", "2024–", "!", "![", "&#", "@", "http://", "www.", "в том числе ", ",", "<br", "  \\",
    "ЯЯЯ ", "Ааа ", "иная область ", "1) ", "«1»", "\u00a0", "\u200b", "0,0", "a1", "е\u0301", "и ", "от 1 ", "не менее ",
)  # fmt: skip
HEADS = "в том числе № 1 «а» <br 2024 * _ http но- ая область млн %\n"
"""What rules ask for before they look closer."""


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
def test_a_text_of_one_sign_is_judged_at_once(corpus: Path, pump: str) -> None:
    packs = sorted({f"pack:{pack}" for one in RULES for pack in one.packs})
    settings = corpus / "stratkit.yaml"
    settings.write_text(settings.read_text() + f"lint: {{select: [{', '.join(packs)}]}}\n")
    room = MAX_TEXT - len(HEADS) - 10
    value = json.dumps(f"{HEADS}а{pump * (room // len(pump))}!б", ensure_ascii=False)
    file = corpus / PROJECT
    for key in ("goal", "description", "title"):
        text = re.sub(rf"^{key}:.*\n(?: .*\n|\n)*", "", file.read_text(), flags=re.MULTILINE)
        file.write_text(f"{text}{key}: {value}\n")
    tree = FolderTree(corpus)
    with bounded(SECONDS):
        workspace = load_workspace(tree)
        found = lint_workspace(workspace, Locator(tree.read))
    reasons = [f"{one.message}" for one in found if one.span.path == PROJECT][:3]
    assert "booking" in {one.id for one in workspace.strategies["demo"].projects}, (
        f"the project was not read: {reasons}"
    )
    assert PROJECT in {one.span.path for one in found}


def test_a_text_longer_than_anybody_writes_is_refused() -> None:
    (finding,) = parse(b"a: " + b"x" * (MAX_TEXT + 1), "f").findings
    assert finding.code == "YML004"
    assert parse(b"a: " + b"x" * MAX_TEXT, "f").value is not None
