"""Forms of the answer; the list exists once."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable

from stratkit.compare.tables import Table, Value
from stratkit.diagnostics import mark as _
from stratkit.diagnostics.message import Translate

_WIDTH = 48


def as_text(table: Table, translate: Translate) -> str:
    """Columns side by side; long cells are broken into lines."""
    grid = [[translate(title) for _key, title in table.columns]]
    grid += [[_shown(value, translate) for value in row] for row in table.rows]
    cells = [[textwrap.wrap(cell, _WIDTH) or [""] for cell in row] for row in grid]
    widths = [max(len(line) for row in cells for line in row[column]) for column in range(len(table.columns))]
    lines = [translate(table.title), ""]
    for number, row in enumerate(cells):
        for height in range(max(len(cell) for cell in row)):
            parts = (
                (cell[height] if height < len(cell) else "").ljust(width)
                for cell, width in zip(row, widths, strict=True)
            )
            lines.append("  ".join(parts).rstrip())
        if number == 0:
            lines.append("  ".join("─" * width for width in widths))
    return "\n".join(lines) + "\n"


def _shown(value: Value, translate: Translate) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return translate(_("yes")) if value else "–"
    return str(value)


def as_json(table: Table, _translate: Translate) -> str:
    """Rows as objects; unknown values are null."""
    keys = [key for key, _title in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return json.dumps({"title": table.title, "rows": rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(table: Table, _translate: Translate) -> str:
    """RFC 4180 with the keys as heads; unknown values are empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([key for key, _title in table.columns])
    writer.writerows([["" if value is None else value for value in row] for row in table.rows])
    return stream.getvalue()


FORMATS: dict[str, Callable[[Table, Translate], str]] = {"text": as_text, "json": as_json, "csv": as_csv}
