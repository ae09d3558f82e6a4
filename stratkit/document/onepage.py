"""Sheets of one page: steps of the profile, one after another, until the sheet stands on one page.

Each step is tried in the type of the document and then in smaller type; what cannot be brought onto one page goes on,
and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from stratkit.diagnostics import say
from stratkit.document.fitting import fitted
from stratkit.document.pages import has_room, page
from stratkit.document.pagination import page_count
from stratkit.document.view import Block, DocumentView, Layout, Table
from stratkit.model import profile as profiles

STEP = 0.5
"""By how much the type shrinks at a time, in points."""

RESERVE = 0.03
"""The share of the page that is left free, for programs that set lines a little higher."""


def on_one_page(view: DocumentView, looks: profiles.Layout, title: str) -> DocumentView:
    """*view* with the first changes with which it stands on one page, or on as few as it can.

    Args:
        view: a sheet that is meant to be one page.
        looks: the steps of the profile and the smallest size of its type (``one_page``, ``least_size``).
        title: what the sheet is about, for what has to be said of it.
    """
    best, fewest = view, 0
    for changed in _changed(view, looks):
        count = page_count(replace(changed, layout=_narrowed(changed.layout)))
        if count == 1:
            return _with_paper_named(changed, view.layout, title)
        if not fewest or count < fewest:
            best, fewest = changed, count
    warning = say(
        "'{title}' does not fit on one page in type of {size} points: it goes on, on the next one",
        title=title,
        size=f"{looks.least_size:g}",
    )
    return replace(best, warnings=(*view.warnings, warning))


def _with_paper_named(view: DocumentView, usual: Layout, title: str) -> DocumentView:
    """*view*, and a warning if it needs other paper than the rest of the document."""
    if view.layout.paper == usual.paper:
        return view
    warning = say(
        "'{title}' is too long for one page of {usual}: it is set for paper of the size {paper}",
        title=title,
        usual=usual.paper,
        paper=view.layout.paper,
    )
    return replace(view, warnings=(*view.warnings, warning))


def _changed(view: DocumentView, looks: profiles.Layout) -> Iterator[DocumentView]:
    """*view* after each step, in smaller and smaller type; each time only if something is new about it."""
    layout = view.layout
    setting: Callable[[DocumentView], DocumentView] = _as_given
    seen: list[tuple[Layout, object]] = []
    for step in looks.one_page or (profiles.OnePageStep(),):
        layout = _after(layout, step)
        if not has_room(layout):
            continue
        if step.columns is not None:
            setting = {"given": _as_given, "fitted": _fitted}[step.columns]
        least = max(looks.least_size, step.least_size or 0)
        for smaller in _smaller(layout, least):
            if (smaller, setting) not in seen:
                seen.append((smaller, setting))
                yield setting(replace(view, layout=smaller))


def _after(layout: Layout, step: profiles.OnePageStep) -> Layout:
    """*layout* with what *step* names."""
    sides = (step.margins.left, step.margins.right, step.margins.top, step.margins.bottom)
    left, right, top, bottom = (
        now if named is None else named for named, now in zip(sides, layout.margins, strict=True)
    )
    return replace(
        layout,
        paper=step.paper or layout.paper,
        margins=(left, right, top, bottom),
        size=layout.size if step.size is None else step.size,
        gaps=layout.gaps if step.gaps is None else step.gaps,
    )


def _smaller(layout: Layout, least: float) -> Iterator[Layout]:
    """*layout* as it is, then with smaller and smaller type; headings keep their relation to tables."""
    ratio = layout.size / layout.table_size
    size = layout.table_size
    yield layout
    while size - STEP >= least:
        size -= STEP
        yield replace(layout, table_size=size, size=round(size * ratio * 2) / 2)


def _as_given(view: DocumentView) -> DocumentView:
    return view


def _fitted(view: DocumentView) -> DocumentView:
    """*view* with columns of all tables as wide as they need to be."""

    def each(block: Block, *, landscape: bool) -> Block:
        sheet = page(view.layout, landscape=landscape)
        return fitted(block, sheet, view.layout) if isinstance(block, Table) else block

    parts = (
        replace(part, blocks=tuple(each(one, landscape=part.landscape) for one in part.blocks)) for part in view.parts
    )
    return replace(view, parts=tuple(parts))


def _narrowed(layout: Layout) -> Layout:
    """*layout* without the reserve at the foot of the page."""
    left, right, top, bottom = layout.margins
    free = page(layout, landscape=False).text_height
    return replace(layout, margins=(left, right, top, bottom + round(free * RESERVE)))
