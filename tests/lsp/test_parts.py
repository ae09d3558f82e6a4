"""The parts that need no editor: positions, the table of places, the overlay."""

from __future__ import annotations

import pytest

from stratkit.diagnostics import Span
from stratkit.load import load_workspace
from stratkit.load.references import TARGETS
from stratkit.lsp.desk import Desk
from stratkit.lsp.lines import Lines
from stratkit.lsp.slots import SLOTS, Part
from stratkit.model.kinds import KINDS
from stratkit.source import FolderTree
from stratkit.source.overlay import OverlayTree
from stratkit.source.reader import positions
from tests.conftest import CORPUS, REPOSITORY


def utf_16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("root", [CORPUS, REPOSITORY / "strategies"], ids=["corpus", "real"])
def test_the_table_of_places_knows_every_reference_that_the_loader_follows(root):
    state = Desk(root, len).state
    known = {(one.key.kind, one.key.id, one.origin) for found in state.index.by_path.values() for one in found}
    followed = [one for strategy in state.workspace.strategies.values() for one in strategy.references]
    assert len(followed) > 30
    named = {(one.kind, *mention) for one in followed for mention in zip(one.targets, one.origins, strict=True)}
    assert named - known == set()


def test_every_id_of_the_real_strategies_leads_somewhere():
    index = Desk(REPOSITORY / "strategies", len).state.index
    mentions = [one for found in index.by_path.values() for one in found]
    assert len(mentions) > 2000
    assert [one for one in mentions if one.part is not Part.RETIRED and not index.home(one)] == []


def test_the_table_names_only_kinds_that_exist():
    assert set(SLOTS) <= set(KINDS)
    targets = {slot.target for slots in SLOTS.values() for slot in slots}
    assert targets - set(TARGETS) <= {"project", ""}
    assert set(TARGETS) <= targets


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_positions_of_the_protocol_and_of_the_reader_meet_in_the_text(end):
    text = end.join(["a: 😋", "b: {x: '😋😋', y: word}", "c: 1", ""])
    lines = Lines(("\ufeff" + text).encode(), utf_16)
    span = positions(text.encode(), "f").values["b", "y"]
    start, stop = lines.span(span)
    assert lines.text[start:stop] == "word"
    assert lines.outer(start) == (1, utf_16("b: {x: '😋😋', y: "))
    for offset in (0, start, stop, len(lines.text)):
        assert lines.inner(*lines.outer(offset)) == offset
    assert lines.inner(0, 999) == text.index(end)
    assert lines.inner(999, 0) == len(lines.text)


@pytest.mark.parametrize("rare", ["\x85", "\u2028", "\u2029"])
def test_rare_line_breaks_count_for_the_reader_only(rare):
    text = f"a: 'x{rare}  y'\nb: word\n"
    span = positions(text.encode(), "f").values["b",]
    lines = Lines(text.encode(), utf_16)
    start, stop = lines.span(span)
    assert lines.text[start:stop] == "word"
    assert lines.outer(start) == (1, 3)


def test_a_span_beyond_the_text_is_its_end():
    assert Lines(b"a\n", utf_16).span(Span("f", 9, 9, 9, 9)) == (2, 2)


def test_texts_lie_over_the_files_of_the_tree():
    tree = OverlayTree(FolderTree(CORPUS), {"demo/card.yaml": b"x", "demo/new.yaml": b"y"})
    assert "demo/new.yaml" in tree.paths
    assert list(tree.paths) == sorted(tree.paths)
    assert (tree.read("demo/card.yaml"), tree.read("demo/new.yaml"), tree.read("demo/none.yaml")) == (b"x", b"y", b"")
    assert tree.read("demo/bodies.yaml") == (CORPUS / "demo/bodies.yaml").read_bytes()


def test_what_was_typed_once_is_not_kept_for_ever():
    desk = Desk(CORPUS, len)
    whole = (CORPUS / "demo/card.yaml").read_text("utf-8")
    for number in range(200):
        desk.put("demo/card.yaml", f"{whole}# {number}\n")
        assert desk.state.workspace.strategies["demo"].card is not None
    assert len(desk._known) < 150


def test_an_edit_reads_one_file_again(monkeypatch):
    from stratkit.load import documents

    desk = Desk(CORPUS, len)
    assert desk.state
    seen = []
    parse = documents.parse
    monkeypatch.setattr(documents, "parse", lambda data, path: seen.append(path) or parse(data, path))
    desk.put("demo/card.yaml", (CORPUS / "demo/card.yaml").read_text("utf-8") + "# more\n")
    assert desk.state
    assert seen == ["demo/card.yaml"]
    same = load_workspace(FolderTree(CORPUS))
    assert set(desk.state.workspace.strategies) == set(same.strategies)
