"""The grid of a table: what stands in every place, merged cells included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.document.view import Cell, Row
from stratkit.immutable import immutable

_EMPTY = Cell(())


@immutable
class Slot:
    """A cell in one row of the grid.

    Args:
        cell: the cell.
        column: its first column, from 0.
        start: False if the cell began in a row above and reaches into this one.
        last: True if the cell ends in this row.
    """

    cell: Cell
    column: int
    start: bool
    last: bool


def grid(rows: Iterable[Row], columns: int) -> Iterator[tuple[Row, list[Slot]]]:
    """Each row with its cells from left to right; places that nobody fills get empty cells."""
    reaching: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        cells = iter(row.cells)
        slots: list[Slot] = []
        column = 0
        while column < columns:
            left, cell = reaching.pop(column, (0, _EMPTY))
            start = left == 0
            if start:
                cell = next(cells, _EMPTY)
                left = cell.rowspan
            if left > 1:
                reaching[column] = (left - 1, cell)
            slots.append(Slot(cell, column, start, left <= 1))
            column += cell.colspan
        yield row, slots
