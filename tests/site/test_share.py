"""The pictures of shared links: one for each kind of page of a region, the same bytes every time."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.model.linked import Workspace
from stratkit.site.page import Page
from stratkit.site.pictures import share
from tests.site.test_render import change, page

URL = "https://example.org/"


def _size(data: bytes) -> tuple[int, ...]:
    assert data.startswith(b"\x89PNG")
    return struct.unpack(">II", data[16:24])


def test_every_page_of_a_region_names_a_picture_that_is_there(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / "stratkit.yaml", site={"url": URL})
    site = built()
    named = {
        re.search(r'property="og:image" content="https://example.org/([^"]+)"', one.read_text())
        for one in site.rglob("*.html")
        if "files" not in one.parts
    }
    paths = {one[1] for one in named if one}
    assert None not in named
    assert "demo/share/projects.png" in paths
    assert share.COMMON in paths
    for path in paths:
        assert _size((site / path).read_bytes()) == (1200, 630)
    assert (site / "demo/share/projects.png").read_bytes() != (site / "demo/share/index.png").read_bytes()


def test_without_an_address_there_are_no_pictures(built: Callable[[], Path]) -> None:
    site = built()
    assert not (site / "demo/share").exists()
    assert "og:image" not in page(site)


def test_pictures_are_the_same_every_time(real_workspace: Workspace) -> None:
    strategy = next(iter(real_workspace.strategies.values()))
    first, second = ([file.make() for file in share.share_files(strategy, "T")] for _ in range(2))
    assert first == second
    assert len(first) > 5


def test_without_typst_the_picture_of_the_website_stands_in(
    monkeypatch: pytest.MonkeyPatch, real_workspace: Workspace
) -> None:
    monkeypatch.setattr(share, "available", lambda: False)
    assert share.picture_path(Page("demo/projects/a.html", "project.html", "A", region="demo")) == share.COMMON
    assert list(share.share_files(next(iter(real_workspace.strategies.values())), "T")) == []


@pytest.mark.parametrize("name", ["#panic()", "Очень " * 60, "\x00\u202e", "$x$ *y* _z_ <a>"])
def test_any_title_gives_a_picture(corpus: Path, name: str) -> None:
    from stratkit.load import load_workspace
    from stratkit.source import FolderTree

    strategy = load_workspace(FolderTree(corpus)).strategies["demo"]
    assert _size(next(iter(share.share_files(strategy, name))).make()) == (1200, 630)
