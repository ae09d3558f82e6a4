"""Files kept as they were read: what is had again is what was read, and whatever else lies there is no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.load import Frame, load_frame
from stratkit.load.documents import Known
from stratkit.load.kept import as_json, kept_frame, known_from
from stratkit.source import FolderTree
from stratkit.source.cache import CacheFolder

REAL = Path(__file__).parents[2] / "strategies"


def test_what_is_had_again_is_what_was_read() -> None:
    tree, read = FolderTree(REAL), Known()
    frame = load_frame(tree, read)
    again = known_from(as_json(one for one, _found in read.values() if one is not None), tree.read)
    assert again.keys() == read.keys()
    assert [(one.path, one.kind, one.model) for one, _found in again.values() if one is not None] == [
        (one.path, one.kind, one.model) for one, _found in read.values() if one is not None
    ]
    same = load_frame(tree, again)
    assert same.catalog.origins == frame.catalog.origins
    assert (same.settings, same.waived, same.absent) == (frame.settings, frame.waived, frame.absent)


def _said(frame: Frame) -> tuple[object, ...]:
    return frame.settings, frame.catalog.origins, frame.reading, frame.linking, frame.waived, frame.absent


def test_a_catalogue_that_changes_is_read_anew_and_one_with_findings_each_time(tmp_path: Path, corpus: Path) -> None:
    cache, listed = CacheFolder(tmp_path / "cache"), corpus / "catalog" / "beneficiaries.yaml"

    def again() -> Frame:
        frame = kept_frame(FolderTree(corpus), cache)
        assert _said(frame) == _said(load_frame(FolderTree(corpus)))
        return frame

    text = listed.read_text("utf-8")
    first, second = again(), again()
    assert _said(first) == _said(second)
    listed.write_text(text + "  - {id: one-more, title: Охотники}\n", "utf-8")
    assert "one-more" in again().catalog.beneficiaries
    listed.write_text(text.replace("id:", "idd:", 1), "utf-8")
    assert again().reading
    assert again().reading
    listed.write_text(text, "utf-8")
    assert _said(again()) == _said(first)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"7", b'{"stratkit.yaml": 7}', b'{"stratkit.yaml": {}}', b'{"stratkit.yaml": {"stratkit": "x/1"}}',
     b'{"stratkit.yaml": {"stratkit": "workspace/1", "other": 1}}', b"[" * 100_000],
)  # fmt: skip
def test_anything_else_is_nothing(data: bytes) -> None:
    assert known_from(data, lambda _path: b"") == {}
