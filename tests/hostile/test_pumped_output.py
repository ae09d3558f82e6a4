"""Texts that are one sign, or a few, over and over: nothing that is made of them, or asked about them, takes without end."""

from __future__ import annotations

import json
import random
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lsprotocol import types

from stratkit.amend.edits import plan_edits
from stratkit.amend.quotes import naming, quoted
from stratkit.diagnostics import Span
from stratkit.diagnostics.errors import RenderError
from stratkit.diff.history import _cut
from stratkit.diff.wording import redline
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.exchange.registry import EXPORTS
from stratkit.load import load_workspace
from stratkit.lsp.service import Service
from stratkit.model import matching
from stratkit.model.amendments import Limits
from stratkit.model.matching import likeness, opcodes
from stratkit.model.wording import pairs
from stratkit.source import FolderTree
from stratkit.source.parsed import MAX_TEXT
from tests.fuzz.road import bounded
from tests.hostile.conftest import PROJECT

SECONDS = 5
"""Many times what each takes now; what is mended here took minutes."""
PUMPS = ("н", "1 ", ", ", "«а", "«1»", "- а\n", "1.", "но-", "<", "[a](", "2024 ", "№ 1-", "\u00a0")


def pumped(pump: str, mark: str = "") -> str:
    """A text as long as one may be, with *mark* in its middle."""
    half = pump * ((MAX_TEXT - 20) // len(pump) // 2)
    return f"а{half}{mark}{half}!б"


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
def test_two_texts_of_one_sign_are_compared_at_once(pump: str) -> None:
    old, new = pumped(pump), pumped(pump, " иначе ") + "в"
    with bounded(SECONDS):
        steps = redline(old, new)
        found = list(pairs([old], [new]))
        plan_edits(old, new, Limits(edits=5, changed=100))
    assert "".join(words for step, words in steps if step != "added") == old
    assert "".join(words for step, words in steps if step != "removed") == new
    assert found in ([(0, 0)], [(0, None), (None, 0)])


def test_texts_that_people_write_are_compared_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(20261129)
    for _ in range(300):
        old, new = ("".join(chance.choices("абв ", k=chance.randrange(40))) for _ in range(2))
        known = SequenceMatcher(str.isspace, old, new, autojunk=False)
        assert opcodes(old, new, str.isspace) == known.get_opcodes()
        assert likeness(old, new) == SequenceMatcher(None, old, new, autojunk=False).ratio()
    monkeypatch.setattr(matching, "MOST_STEPS", 5)
    assert opcodes("абвгд", "абxд") == [("equal", 0, 2, 0, 2), ("replace", 2, 4, 2, 3), ("equal", 4, 5, 3, 4)]
    assert opcodes("аааа", "ааааа") == [("equal", 0, 4, 0, 4), ("insert", 4, 4, 4, 5)]
    assert opcodes("ааааа", "аааа") == [("equal", 0, 4, 0, 4), ("delete", 4, 5, 4, 4)]
    assert likeness("абвгд", "абxд") == 6 / 9


def test_words_in_quotes_are_read_at_once() -> None:
    for inside in ("«1»", "»", "«", "а»"):
        with bounded(SECONDS):
            assert all(words for _, words in quoted("«" + inside * (MAX_TEXT // len(inside)), 0))
    with bounded(SECONDS):
        assert naming("1" * MAX_TEXT + "а") == "word"
        assert naming("1" * MAX_TEXT) == "digits"


def test_blanks_without_end_are_looked_at_once(corpus: Path) -> None:
    blanks = " " * 2_000_000
    (corpus / PROJECT).write_text((corpus / PROJECT).read_text() + f"# x{blanks}x \n#{blanks}\n")
    with bounded(SECONDS):
        found = [one for one in load_workspace(FolderTree(corpus)).findings if one.code == "FRM003"]
    assert [one.place.line for one in found if isinstance(one.place, Span)] == [
        (corpus / PROJECT).read_text().count("\n") - 1
    ]
    with bounded(SECONDS):
        assert _cut(f"a:\n  -{blanks}x\n  -{blanks}{{id: y".encode(), "y") is None


@pytest.mark.parametrize("sign", ["н", "x", "-", "1", " "])
def test_an_editor_is_answered_within_a_long_word(corpus: Path, sign: str) -> None:
    service = Service(lambda text: text, lambda: None)
    text = re.sub(r"(?m)^goal:.*$", f"goal: а{sign * (MAX_TEXT - 10)}!", (corpus / PROJECT).read_text())
    address = (corpus / PROJECT).as_uri()
    room = service.put(address, text, 1)
    assert room is not None
    line = text[: text.index("goal:")].count("\n")
    with bounded(SECONDS):
        for character in (0, 6, MAX_TEXT // 2, MAX_TEXT):
            service.completion(address, types.Position(line, character))
            service.hover(address, types.Position(line, character))


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
def test_what_is_made_of_a_text_of_one_sign_is_made_at_once(corpus: Path, pump: str) -> None:
    value = json.dumps(pumped(pump), ensure_ascii=False)
    for path, key in ((PROJECT, "goal"), (PROJECT, "description"), ("demo/industries/health.yaml", "title")):
        text = (corpus / path).read_text()
        if path == PROJECT:
            text = re.sub(rf"^{key}:.*\n(?: .*\n|\n)*", "", text, flags=re.MULTILINE) + f"{key}: {value}\n"
        else:
            text = text.replace("Очереди в регистратуру", value)
        (corpus / path).write_text(text)
    workspace = load_workspace(FolderTree(corpus))
    strategy = workspace.strategies["demo"]
    assert "booking" in {one.id for one in strategy.projects}
    view = build_document(strategy)
    for name in ("html", "md", "docx", "odt"):
        with bounded(SECONDS):
            assert FORMATS[name].render(view)
    for export in EXPORTS.values():
        with bounded(SECONDS):
            assert export.render(strategy, workspace.catalog)


@pytest.mark.parametrize("pump", ["но-", "\u200b"], ids=ascii)
def test_a_text_that_no_pdf_can_hold_costs_a_sentence(corpus: Path, pump: str) -> None:
    pytest.importorskip("typst", reason="the PDF needs the package 'typst'")
    file = corpus / PROJECT
    file.write_text(
        re.sub(r"(?m)^goal:.*$", f"goal: {json.dumps(pumped(pump))}".replace("\\", "\\\\"), file.read_text())
    )
    with pytest.raises(RenderError, match="Typst cannot make the PDF"):
        FORMATS["pdf"].render(build_document(load_workspace(FolderTree(corpus)).strategies["demo"]))
