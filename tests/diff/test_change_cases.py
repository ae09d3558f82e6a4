"""Walked cases: a folder for each kind of change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rule_examples import apply

from stratkit.diff import Change, Kind, diff_workspaces
from stratkit.diff.change import APPEARED, VANISHED
from stratkit.load.pair import load_pair
from stratkit.source import FolderTree, Locator

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.yaml"))
MIRRORS = {
    Kind.ADDED: {Kind.REMOVED}, Kind.REMOVED: {Kind.ADDED}, Kind.RETIRED: {Kind.ADDED},
    Kind.LINK_ADDED: {Kind.LINK_REMOVED}, Kind.LINK_REMOVED: {Kind.LINK_ADDED},
    Kind.ITEM_ADDED: {Kind.ITEM_REMOVED}, Kind.ITEM_REMOVED: {Kind.ITEM_ADDED},
    Kind.MILESTONE_ADDED: {Kind.MILESTONE_REMOVED}, Kind.MILESTONE_REMOVED: {Kind.MILESTONE_ADDED},
    Kind.VALUE_PROMISED: {Kind.VALUE_WITHDRAWN}, Kind.VALUE_WITHDRAWN: {Kind.VALUE_PROMISED},
}  # fmt: skip


def line(one: Change) -> str:
    """A change as the cases write it."""
    old, new = (json.dumps(value, ensure_ascii=False) for value in (one.old, one.new))
    words = (one.kind.code, one.entity, one.id, one.field or "-", one.direction.value, one.weight.value)
    return f"{' '.join(words)}: {old} -> {new}"


def states(path: Path, folder: Path) -> tuple[FolderTree, FolderTree, list[str]]:
    """Both states of a case, and the lines that are expected."""
    old, new, expected = (
        path.read_text("utf-8")
        .removeprefix("## old\n")
        .replace("## new\n", "\0")
        .replace("## changes\n", "\0")
        .split("\0")
    )
    for name, text in (("old", old), ("new", new)):
        apply(text, folder / name) if text.strip() else apply("# demo/strategy.yaml", folder / name)
    return FolderTree(folder / "old"), FolderTree(folder / "new"), expected.split("\n")[:-1]


def found(old: FolderTree, new: FolderTree) -> list[Change]:
    pair = load_pair(old, new)
    assert not pair.old_trouble
    assert not pair.new_trouble
    return diff_workspaces(pair.old, pair.new)


def test_every_kind_has_a_case():
    assert {path.parent.name for path in CASES} == {kind.code for kind in Kind}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path, tmp_path: Path):
    old, new, expected = states(path, tmp_path)
    changes = found(old, new)
    assert [line(one) for one in changes] == expected
    assert path.parent.name in {one.kind.code for one in changes}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_way_back_shows_the_same_places_mirrored(path: Path, tmp_path: Path):
    old, new, _ = states(path, tmp_path)
    forth = found(old, new)
    back = {(one.entity, one.id, one.field): one for one in found(new, old) if one.kind not in APPEARED | VANISHED}
    for one in forth:
        if one.kind in MIRRORS:
            twins = [other for other in found(new, old) if (other.entity, other.id) == (one.entity, one.id)]
            assert {other.kind for other in twins} & MIRRORS[one.kind]
        elif one.field in ("title", "text") and one.kind is not Kind.NUMBER_REUSED:
            other = back[one.entity, one.id, one.field]
            assert (other.old, other.new) == (one.new, one.old)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_state_does_not_differ_from_itself_and_places_exist(path: Path, tmp_path: Path):
    old, new, _ = states(path, tmp_path)
    assert found(new, new) == []
    before, after = Locator(old.read), Locator(new.read)
    for one in found(old, new):
        assert (one.old_origin is None) == (one.kind in APPEARED)
        assert (one.new_origin is None) == (one.kind in VANISHED)
        for origin, locator in ((one.old_origin, before), (one.new_origin, after)):
            if origin is not None:
                assert locator.span(origin).line >= 1
                assert locator.line(locator.span(origin)).strip()


def test_fingerprints_tell_changes_apart(tmp_path: Path):
    seen = [
        one.fingerprint
        for index, path in enumerate(CASES[:12])
        for one in found(*states(path, tmp_path / str(index))[:2])
    ]
    assert all(len(one) == 12 for one in seen)
