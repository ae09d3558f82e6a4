"""A lost reference whose id belongs to something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.load import load_workspace
from stratkit.source import FolderTree

BOOKING = "demo/projects/health/booking.yaml"


@pytest.mark.parametrize(
    ("old", "new", "hint", "home"),
    [
        (
            "challenges: [queues]",
            "challenges: [online-booking]",
            "something else: indicator",
            "demo/indicators/health.yaml",
        ),
        (
            "challenges: [queues]",
            "challenges: [records]",
            "something else: project",
            "demo/projects/health/records.yaml",
        ),
        ("challenges: [queues]", "challenges: [portfolios]", "another industry", "demo/industries/education.yaml"),
        ("challenges: [queues]", "challenges: [zzzzzz]", "define it", None),
    ],
)
def test_it_is_told_to_what(corpus: Path, old: str, new: str, hint: str, home: str | None) -> None:
    path = corpus / BOOKING
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    (found,) = [one for one in load_workspace(FolderTree(corpus)).findings if one.code == "REF001"]
    assert hint in str(found.hint)
    assert [place.path for place, _ in found.related] == ([home] if home else [])
