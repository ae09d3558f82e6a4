"""How much room a text takes in a Times-metric font: lines of paragraphs, heights of rows.

Times New Roman, PT Astra Serif, Liberation Serif and Tinos share their widths, so that one table
does for all. The measure serves two ends: to know which rows are higher than a page, and to fill
the numbers of pages in a table of contents that Word or LibreOffice renews later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat
from pathlib import Path

from stratkit.document.grid import grid
from stratkit.document.pages import Page
from stratkit.document.view import Cell, Layout, Row, Table
from stratkit.immutable import immutable

LINE = 1.149
"""Height of a line in a Times-metric font, in sizes of the font."""

MILLIMETRES = 25.4 / 72
"""Millimetres in a point."""

CELL_MARGIN = 1.0
"""Between the line of a cell and its text on the left and on the right, in millimetres."""

CELL_AFTER = 2.0
"""Space after a paragraph in a cell, in points; a layout may leave a share of it."""

RULE = 0.5
"""Thickness of the lines of a table, in points; each row has one."""

KEPT = 0.8
"""Rows up to this share of a page go to the next page whole; higher ones may break. The rest is a
reserve for fonts of other widths: LibreOffice cuts the end off a row that must not break and
turns out higher than the page."""

_UNITS = 2048
_UNKNOWN = 1200
_BREAK = re.compile(r"(?<=[ \-])")


@lru_cache(maxsize=2)
def _widths(bold: bool) -> dict[str, int]:
    table: dict[str, dict[str, str]] = json.loads((Path(__file__).parent / "times.json").read_bytes())
    return {sign: int(width) for width, signs in table["bold" if bold else "regular"].items() for sign in signs}


def known_signs() -> frozenset[str]:
    """The signs whose widths are known: Latin, Cyrillic and what stands between them in Russian."""
    return frozenset(_widths(False))


@lru_cache(maxsize=20_000)
def _word(text: str, bold: bool) -> int:
    widths = _widths(bold)
    return sum(widths.get(sign, _UNKNOWN) for sign in text)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How long *text* is on one line, in millimetres; *size* in points."""
    return _word(text, bold) * size * MILLIMETRES / _UNITS


def line_count(text: str, width: float, size: float, *, bold: bool = False, indent: float = 0) -> int:
    """How many lines *text* takes in a column of *width* millimetres; the first is *indent* shorter."""
    room = width * _UNITS / (size * MILLIMETRES)
    space = _word(" ", bold)
    used = indent * _UNITS / (size * MILLIMETRES)
    lines = 1
    for part in _BREAK.split(text):
        long = _word(part, bold)
        visible = long - space if part.endswith(" ") else long
        if used and used + visible > room:
            lines, used = lines + 1, 0
        if visible > room:  # a word longer than the line is broken anywhere
            whole = int(visible // room)
            lines, long = lines + whole, long - int(whole * room)
        used += long
    return lines


def longest_word(cell: Cell, size: float, *, bold: bool = False) -> float:
    """How long the longest word of *cell* is, in millimetres, the number of its note included."""
    note = str(cell.note) if cell.note is not None else ""
    return max(
        (
            text_width(part.rstrip(" ") + note, size, bold=bold)
            for one in cell.content
            for part in _BREAK.split(f"{one.marker}\u00a0{one.text}" if one.marker else one.text)
        ),
        default=0,
    )


def cell_height(cell: Cell, width: float, layout: Layout, *, bold: bool = False) -> float:
    """Height of a cell of *width* millimetres, in millimetres."""
    size = layout.table_size
    lines = sum(
        line_count(
            f"{one.marker}\u00a0{one.text}" if one.marker else one.text, width - 2 * CELL_MARGIN, size, bold=bold
        )
        for one in cell.content
    )
    paragraphs = max(len(cell.content), 1)
    return (max(lines, 1) * LINE * size + paragraphs * CELL_AFTER * layout.gaps) * MILLIMETRES


@immutable
class Heights:
    """Heights of the rows of a table in millimetres, and what does not part at the end of a page.

    Args:
        heads: each row of the head.
        stretched: for each row of the head, whether a merged cell ends in it and may make it higher. LibreOffice
            forgets that where the head is repeated, so that writers have to tell the height.
        rows: each row of the body.
        whole: for each row of the body: True if it must not break.
        together: for each row of the body, how many rows from it on stand on one page. Rows under
            one merged cell do, so that its words are not parted. Where they are higher together
            than what goes to the next page whole, only as many do as the words need.
        lacking: for each row of the body, how much higher the words of a merged cell are that begins in it and
            that reaches over more rows than stand on one page.
    """

    heads: tuple[float, ...]
    stretched: tuple[bool, ...]
    rows: tuple[float, ...]
    whole: tuple[bool, ...]
    together: tuple[int, ...]
    lacking: tuple[float, ...]

    @property
    def head(self) -> float:
        """All rows of the head together."""
        return sum(self.heads)


def heights(table: Table, page: Page, layout: Layout) -> Heights:
    """The heights of *table* on *page*."""
    heads = tuple(_row_heights(table, table.heads, page.text_width, layout, bold=True))
    rows = tuple(_row_heights(table, table.rows, page.text_width, layout))
    most = (page.text_height - sum(heads)) * KEPT
    whole = tuple(height <= most for height in rows)
    lacking: list[float] = []
    together: list[int] = []
    for first, end, words in _groups(table, page.text_width, layout):
        count, missing = end - first, 0.0
        if sum(rows[first:end]) > most:
            missing = max(words - rows[first], 0)
            count = _needed(rows[first:end], words, most)
        together += (max(count - place, 1) for place in range(end - first))
        lacking += (missing, *repeat(0.0, end - first - 1))
    return Heights(heads, tuple(_stretched(table)), rows, whole, tuple(together), tuple(lacking))


def _stretched(table: Table) -> Iterator[bool]:
    """For each row of the head, whether a merged cell ends in it."""
    for _, slots in grid(table.heads, table.columns):
        yield any(slot.last and not slot.start for slot in slots)


def _groups(table: Table, width: float, layout: Layout) -> Iterator[tuple[int, int, float]]:
    """Rows under the same merged cells, one after another: the first, the end, and the height of the merged words."""
    first, words = 0, 0.0
    for place, (_, slots) in enumerate(grid(table.rows, table.columns), 1):
        for slot in slots:
            if slot.start and slot.cell.rowspan > 1:
                share = sum(table.widths[slot.column : slot.column + slot.cell.colspan]) / 100
                words = max(words, cell_height(slot.cell, width * share, layout) + RULE * MILLIMETRES)
        if place == len(table.rows) or all(slot.last for slot in slots):
            yield first, place, words
            first, words = place, 0.0


def _needed(rows: tuple[float, ...], words: float, most: float) -> int:
    """How many of *rows* the *words* of a merged cell need; 1 if these go to the next page whole no more."""
    used = 0.0
    for count, height in enumerate(rows, 1):
        used += height
        if used > most:
            return 1
        if used >= words:
            return count
    return 1


def notes_height(table: Table, page: Page, layout: Layout) -> float:
    """What the notes under *table* need on *page*, in millimetres; 0 without notes."""
    if not table.notes:
        return 0
    texts = [table.notes_title, *(f"{note.number}\u00a0{note.text}" for note in table.notes)]
    points = layout.table_size
    return sum(line_count(text, page.text_width, points) for text in texts) * LINE * points * MILLIMETRES


def _row_heights(
    table: Table, rows: tuple[Row, ...], width: float, layout: Layout, *, bold: bool = False
) -> Iterator[float]:
    """Heights of *rows* in millimetres; a merged cell that needs more room makes its last row higher."""
    reaching: dict[int, float] = {}
    for row, slots in grid(rows, table.columns):
        height = RULE * MILLIMETRES
        for slot in slots:
            cell = slot.cell
            if slot.start:
                share = sum(table.widths[slot.column : slot.column + cell.colspan]) / 100
                high = cell_height(cell, width * share, layout, bold=bold or row.group)
                reaching[slot.column] = high + RULE * MILLIMETRES
            if slot.last:
                height = max(height, reaching[slot.column])
        for slot in slots:
            reaching[slot.column] -= height
        yield height
