"""Sheets of one page: smaller type as far as the profile allows, then an honest second page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stratkit.diagnostics import say
from stratkit.document.pages import page
from stratkit.document.pagination import page_count
from stratkit.document.view import DocumentView, Layout

STEP = 0.5
"""By how much the type shrinks at a time, in points."""

RESERVE = 0.03
"""The share of the page that is left free, for programs that set lines a little higher."""


def on_one_page(view: DocumentView, least: float, title: str) -> DocumentView:
    """*view* in the largest type in which it stands on one page, or on as few as it can.

    Args:
        view: a sheet that is meant to be one page.
        least: the smallest size of the type in its tables, in points (``layout.least_size`` of the profile).
        title: what the sheet is about, for the warning if one page is not enough.
    """
    best, fewest = view, 0
    for layout in _smaller(view.layout, least):
        count = page_count(replace(view, layout=_narrowed(layout)))
        if count == 1:
            return replace(view, layout=layout)
        if not fewest or count < fewest:
            best, fewest = replace(view, layout=layout), count
    warning = say(
        "'{title}' does not fit on one page in type of {size} points: it goes on, on the next one",
        title=title,
        size=f"{least:g}",
    )
    return replace(best, warnings=(*view.warnings, warning))


def _smaller(layout: Layout, least: float) -> Iterator[Layout]:
    """*layout* as it is, then with smaller and smaller type; headings keep their relation to tables."""
    ratio = layout.size / layout.table_size
    size = layout.table_size
    yield layout
    while size - STEP >= least:
        size -= STEP
        yield replace(layout, table_size=size, size=round(size * ratio * 2) / 2)


def _narrowed(layout: Layout) -> Layout:
    """*layout* without the reserve at the foot of the page."""
    left, right, top, bottom = layout.margins
    free = page(layout, landscape=False).text_height
    return replace(layout, margins=(left, right, top, bottom + round(free * RESERVE)))
