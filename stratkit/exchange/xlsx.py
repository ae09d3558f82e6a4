"""The tables of a strategy as a workbook for spreadsheets, a sheet for each table.

Every text is written as a text cell, which no spreadsheet runs; where it begins like a formula
it also bears the mark that keeps it a text when somebody edits it.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.exchange.csv_zip import FORMULA_STARTS
from stratkit.exchange.tables import Cell, Table, strategy_tables
from stratkit.model.linked import Catalog, Strategy

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_CELL_LIMIT = 32767
"""Characters that a cell of the format can hold."""

_NARROW, _WIDE, _LONG = 12, 44, 40


def render(strategy: Strategy, _catalog: Catalog) -> bytes:
    """The workbook of *strategy*; its only date is that of the approving act."""
    import xlsxwriter  # noqa: PLC0415 - takes 50 ms that only this format should cost

    words = translations(LANGUAGES[0]).gettext
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        known = strategy.approval_act.date
        created = known.first if known else date(strategy.frame.year, 1, 1)
        book.set_properties({"title": strategy.title, "created": datetime.combine(created, time())})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        guarded = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        for table in strategy_tables(strategy):
            sheet = book.add_worksheet(words(table.title))
            _draw(sheet, table, [words(column.title) for column in table.columns], head, body, guarded)
    return stream.getvalue()


def _draw(sheet: Worksheet, table: Table, titles: list[str], head: Format, body: Format, guarded: Format) -> None:
    for index, title in enumerate(titles):
        longest = max((len(str(row[index] or "")) for row in table.rows), default=0)
        sheet.set_column(index, index, _WIDE if longest > _LONG else max(_NARROW, longest + 2))
        sheet.write_string(0, index, title, head)
    for number, row in enumerate(table.rows, 1):
        for index, cell in enumerate(row):
            _write(sheet, number, index, cell, guarded if _looks_like_formula(cell) else body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(titles) - 1)


def _looks_like_formula(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(FORMULA_STARTS)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, looks: Format) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell if len(cell) <= _CELL_LIMIT else cell[: _CELL_LIMIT - 1] + "…", looks)
    else:
        sheet.write_number(row, column, cell, looks)
