"""Columns as wide as what stands in them needs: the widths in which a table is as low as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stratkit.document.grid import grid
from stratkit.document.measure import CELL_MARGIN, heights, longest_word
from stratkit.document.pages import Page
from stratkit.document.view import Layout, Table

_STEP = 1.0
"""The least by which columns grow at a time, in per cent of the width of the table."""

_SPARE = 0.5
"""What a column has to spare beside its longest word, in millimetres, for fonts of other widths."""

_GAIN = 0.01
"""Less than this, in millimetres, is no gain."""

Group = range
"""Columns under one cell of the head, such as the years: they stay equally wide."""


def fitted(table: Table, page: Page, layout: Layout) -> Table:
    """*table* with other widths, if it is lower in them; no word is parted that fits its column now.

    Width goes from one group of columns to another as long as the table gets lower by it.
    """
    groups = list(_groups(table))
    shares = [sum(table.widths[place] for place in group) for group in groups]
    needed = _least(table, page, layout)
    least = [
        min(len(group) * max(needed[place] for place in group), share)
        for group, share in zip(groups, shares, strict=True)
    ]
    best, found = _height(table, page, layout), table
    while True:
        tried = [(_with(table, groups, changed), changed) for changed in _exchanges(shares, least)]
        rated = [(_height(one, page, layout), place) for place, (one, _) in enumerate(tried)]
        height, place = min(rated, default=(best, 0))
        if height > best - _GAIN:
            return found
        best, (found, shares) = height, tried[place]


def _groups(table: Table) -> Iterator[Group]:
    """The columns that change their widths together, from left to right."""
    for _, slots in list(grid(table.heads, table.columns))[:1]:
        for slot in slots:
            yield range(slot.column, slot.column + slot.cell.colspan)
    if not table.heads:
        yield from (range(place, place + 1) for place in range(table.columns))


def _exchanges(shares: Sequence[float], least: Sequence[float]) -> Iterator[list[float]]:
    """Every way to give width of one group to another; none gets narrower than its *least*."""
    for giver, share in enumerate(shares):
        for given in _halves(share - least[giver]):
            for taker in range(len(shares)):
                if taker != giver:
                    changed = list(shares)
                    changed[giver] -= given
                    changed[taker] += given
                    yield changed


def _halves(spare: float) -> Iterator[float]:
    """All that a group can spare, half of it, and so on: small gifts alone would come to an end too early."""
    while spare >= _STEP:
        yield spare
        spare /= 2


def _with(table: Table, groups: Sequence[Group], shares: Sequence[float]) -> Table:
    """*table* with *shares* of its width for the groups."""
    widths = [round(share / len(group), 2) for group, share in zip(groups, shares, strict=True) for _ in group]
    return replace(table, widths=tuple(widths))


def _least(table: Table, page: Page, layout: Layout) -> list[float]:
    """The share that the longest word of each column needs, in per cent; merged cells ask for nothing."""
    least = [0.0] * table.columns
    for rows, bold in ((table.heads, True), (table.rows, False)):
        for _, slots in grid(rows, table.columns):
            for slot in slots:
                if slot.start and slot.cell.colspan == 1:
                    word = longest_word(slot.cell, layout.table_size, bold=bold) + 2 * CELL_MARGIN + _SPARE
                    least[slot.column] = max(least[slot.column], 100 * word / page.text_width)
    return least


def _height(table: Table, page: Page, layout: Layout) -> float:
    size = heights(table, page, layout)
    return size.head + sum(size.rows)
