"""The tables of a strategy as CSV files in one zip archive.

Made for programs and safe in spreadsheets: UTF-8, comma, RFC 4180, decimal point, dates as in
ISO 8601, an empty field for what is unknown, one line of column keys. A text that a spreadsheet
would run as a formula has an apostrophe before it, as spreadsheets themselves write it; the JSON
export holds every text exactly. ``datapackage.json`` (Frictionless Data) describes each column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.exchange.tables import Cell, Table, strategy_tables
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.written import as_json
from stratkit.source.archive import zip_archive

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula (OWASP, CSV injection)."""


def render(strategy: Strategy, _catalog: Catalog) -> bytes:
    """The archive of *strategy*."""
    tables = strategy_tables(strategy)
    files = {f"{table.name}.csv": csv_file(table) for table in tables}
    return zip_archive({**files, "datapackage.json": _package(strategy, tables)})


def csv_file(table: Table) -> bytes:
    """A table as a CSV file, its first line the keys of the columns."""
    return csv_lines([[column.key for column in table.columns], *table.rows])


def csv_lines(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Rows as CSV by RFC 4180; no text can be run as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return stream.getvalue().encode()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _package(strategy: Strategy, tables: Iterable[Table]) -> bytes:
    words = translations(LANGUAGES[0]).gettext
    resources = [
        {
            "name": table.name, "path": f"{table.name}.csv", "title": words(table.title), "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": {"fields": [_field(column.key, words(column.title), column.kind) for column in table.columns]},
        }
        for table in tables
    ]  # fmt: skip
    package = {"profile": "tabular-data-package", "name": strategy.id, "title": strategy.title, "resources": resources}
    return as_json(package)


def _field(key: str, title: str, kind: str) -> dict[str, Any]:
    return {"name": key, "title": title, "type": "number" if kind == "number" else "string"}
