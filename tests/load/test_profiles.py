"""Profiles: what holds for the file alone, and what only shows when it is laid over the one that it is based on."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.load.workspace import load_frame
from stratkit.source import FolderTree

PROFILE = "catalog/profiles/demo.yaml"


@pytest.mark.parametrize("blank", ["' '", '"\\u2028"'])
def test_a_blank_word_is_a_finding_and_not_the_end(corpus: Path, blank: str) -> None:
    path = corpus / PROFILE
    months = ", ".join([*(f"месяца {number}" for number in range(1, 12)), blank])
    path.write_text(f"{path.read_text()}  months: [{months}]\n", encoding="utf-8")
    frame = load_frame(FolderTree(corpus))
    assert [(one.code, one.place.path, one.place.pointer) for one in (*frame.reading, *frame.linking)] == [
        ("PRF001", PROFILE, ("words", "months", 11))
    ]
