"""The document as Markdown: for reading in a terminal, for reviews and for other tools."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.document.format import Format
from stratkit.document.view import DocumentView, Heading, Paragraphs, Row, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _cell(row: Row) -> Iterator[str]:
    for cell in row.cells:
        note = f" ({cell.note})" if cell.note else ""
        yield "<br>".join(_escape(line) for line in cell.text.split("\n")) + note


def _table(table: Table) -> Iterator[str]:
    yield f"**{_escape(table.caption)}**\n"
    grid = list(_grid(table))
    head = grid[: len(table.heads)] or [[""] * table.columns]
    titles = [" ".join(dict.fromkeys(part for part in column if part)) for column in zip(*head, strict=True)]
    yield "| " + " | ".join(titles) + " |"
    yield "|" + " --- |" * table.columns
    for line in grid[len(table.heads) :]:
        yield "| " + " | ".join(line) + " |"
    for note in table.notes:
        yield f"\n({note.number}) {_escape(note.text)}"


def _grid(table: Table) -> Iterator[list[str]]:
    """Rows of equal length: a merged cell stands in its first place, the others are empty."""
    open_cells: dict[int, int] = {}
    for row in (*table.heads, *table.rows):
        line: list[str] = []
        cells = list(zip(row.cells, _cell(row), strict=True))
        while len(line) < table.columns:
            column = len(line)
            if open_cells.get(column, 0) > 0:
                open_cells[column] -= 1
                line.append("")
                continue
            if not cells:
                line.append("")
                continue
            cell, text = cells.pop(0)
            for offset in range(cell.colspan):
                open_cells[column + offset] = cell.rowspan - 1
                line.append("" if offset else text)
        yield line


def render(view: DocumentView) -> bytes:
    """The whole document as Markdown."""
    lines = [*view.stamp, "", f"# {_escape(view.title)}", "", *view.title_page[1:], "", f"> {view.notice}" if view.notice else ""]
    for block in view.blocks:
        lines.append("")
        if isinstance(block, Heading):
            lines.append("#" * min(block.level + 1, 6) + " " + _escape(block.label))
        elif isinstance(block, Paragraphs):
            for item in block.items:
                lines += [("  " * item.level) + f"{_escape(item.marker)} {_escape(item.text)}".strip(), ""]
        else:
            lines += _table(block)
    return ("\n".join(lines).strip() + "\n").encode()


FORMAT = Format("md", ".md", "text/markdown", render)
