"""The tables of a strategy as a workbook for spreadsheets, a sheet for each table.

Every text is written as a text cell, which no spreadsheet runs; where it begins like a formula
it also bears the mark that keeps it a text when somebody edits it.
"""

from __future__ import annotations

from datetime import date

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.exchange.tables import Cell, Table, strategy_tables
from stratkit.exchange.workbook import Sheet, workbook
from stratkit.model.linked import Catalog, Strategy

_CELL_LIMIT = 32767
"""Characters that a cell of the format can hold."""

_NARROW, _WIDE, _LONG = 12, 44, 40


def render(strategy: Strategy, _catalog: Catalog) -> bytes:
    """The workbook of *strategy*; its only date is that of the approving act."""
    known = strategy.approval_act.date
    created = known.first if known else date(strategy.frame.year, 1, 1)
    return workbook(strategy.title, created, [_sheet(table) for table in strategy_tables(strategy)])


def _sheet(table: Table) -> Sheet:
    words = translations(LANGUAGES[0]).gettext
    rows = [[_cut(cell) for cell in row] for row in table.rows]
    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    widths = [_width(cells) for cells in columns]
    return Sheet(words(table.title), [words(column.title) for column in table.columns], widths, rows)


def _cut(cell: Cell) -> Cell:
    return cell[: _CELL_LIMIT - 1] + "…" if isinstance(cell, str) and len(cell) > _CELL_LIMIT else cell


def _width(cells: tuple[Cell, ...]) -> int:
    """How wide a column is that holds *cells*."""
    longest = max((len(cell if isinstance(cell, str) else str(cell or "")) for cell in cells), default=0)
    return _WIDE if longest > _LONG else max(_NARROW, longest + 2)
