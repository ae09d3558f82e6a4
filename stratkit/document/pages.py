"""Pages of the document: their size, and which parts share an orientation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from stratkit.document.view import DocumentView, Layout, Paper, Part
from stratkit.immutable import immutable

_SIDES: Mapping[Paper, tuple[int, int]] = {"A4": (210, 297), "A3": (297, 420)}
"""The short and the long side in millimetres (GOST R 7.0.97, GOST 9327)."""

_LEAST = 60
"""A column of text narrower or lower than this, in millimetres, cannot be read or even be filled."""


@immutable
class Page:
    """Paper and margins in millimetres."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def text_width(self) -> int:
        """What the margins leave across, in millimetres."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """What the margins leave down the page, in millimetres."""
        return self.height - self.top - self.bottom


def page(layout: Layout, *, landscape: bool) -> Page:
    """The page of one orientation; laid across it is turned, so that the margin for binding comes to the top."""
    left, right, top, bottom = layout.margins
    short, long = _SIDES[layout.paper]
    if landscape:
        return Page(long, short, left=bottom, right=top, top=left, bottom=right)
    return Page(short, long, left, right, top, bottom)


def has_room(layout: Layout) -> bool:
    """Whether the margins leave a readable column on pages of both orientations."""
    both = [page(layout, landscape=landscape) for landscape in (False, True)]
    return all(min(one.text_width, one.text_height) >= _LEAST for one in both)


def spreads(view: DocumentView) -> Iterator[tuple[bool, list[Part]]]:
    """Runs of parts that share an orientation: True for landscape, and the parts."""
    for landscape, parts in groupby(view.parts, key=lambda part: part.landscape):
        yield landscape, list(parts)
