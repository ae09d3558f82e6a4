"""The document as Markdown: for reading in a terminal, for reviews and for other tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from stratkit.document.format import Format
from stratkit.document.grid import Slot, grid
from stratkit.document.typography import clean
from stratkit.document.view import Cell, DocumentView, Heading, Look, Paragraphs, Table, Text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text))


def _cell(cell: Cell) -> str:
    note = f" ({cell.note})" if cell.note else ""
    return "<br>".join(map(_words, cell.content)) + note


_TAGS: Mapping[Look, str] = {"": "{}", "new": "<b>{}</b>", "gone": "<s>{}</s>"}
"""Asterisks and tildes would not hold before punctuation inside a word."""


def _words(item: Text) -> str:
    """A text after its marker, with tags around what a comparison marks."""
    pieces = item.pieces or ((item.text, ""),)
    words = "".join(_TAGS[look].format(_escape(text)) for text, look in pieces)
    return f"{_escape(item.marker)} {words}".strip()


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_escape(table.caption)}**\n"
    head = [_line(slots) for _, slots in grid(table.heads, table.columns)] or [[""] * table.columns]
    titles = [" ".join(dict.fromkeys(part for part in column if part)) for column in zip(*head, strict=True)]
    yield "| " + " | ".join(titles) + " |"
    yield "|" + " --- |" * table.columns
    for _, slots in grid(table.rows, table.columns):
        yield "| " + " | ".join(_line(slots)) + " |"
    for note in table.notes:
        yield f"\n({note.number}) {_escape(note.text)}"


def _line(slots: Iterable[Slot]) -> list[str]:
    """A row in equal columns: a merged cell stands in its first place, the others are empty."""
    return [text for one in slots for text in [_cell(one.cell) if one.start else "", *[""] * (one.cell.colspan - 1)]]


def render(view: DocumentView) -> bytes:
    """The whole document as Markdown."""
    lines = [*map(_escape, view.stamp), "", f"# {_escape(view.title)}", "", *map(_escape, view.title_page[1:]), ""]
    lines += [f"> {_escape(view.notice)}"] if view.notice else []
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
