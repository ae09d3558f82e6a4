"""A document whose every text went through one change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from stratkit.document.view import Block, Cell, DocumentView, Heading, Note, Paragraphs, Part, Row, Table, Text

Change = Callable[[str], str]


def rewritten(view: DocumentView, change: Change) -> DocumentView:
    """*view* with *change* applied to each of its texts; numbers, markers and addresses stay."""
    return replace(
        view,
        title=change(view.title),
        stamp=tuple(map(change, view.stamp)),
        title_page=tuple(map(change, view.title_page)),
        notice=change(view.notice),
        parts=tuple(_part(part, change) for part in view.parts),
    )


def _part(part: Part, change: Change) -> Part:
    return Part(tuple(_block(block, change) for block in part.blocks), part.landscape, part.new_page)


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=change(block.text))
    if isinstance(block, Paragraphs):
        return replace(block, items=_texts(block.items, change))
    return _table(block, change)


def _table(table: Table, change: Change) -> Table:
    return replace(
        table,
        caption=change(table.caption),
        heads=_rows(table.heads, change),
        rows=_rows(table.rows, change),
        notes=tuple(Note(note.number, change(note.text)) for note in table.notes),
    )


def _rows(rows: tuple[Row, ...], change: Change) -> tuple[Row, ...]:
    return tuple(Row(tuple(_cell(cell, change) for cell in row.cells), row.key, row.group) for row in rows)


def _cell(cell: Cell, change: Change) -> Cell:
    content = _texts(cell.content, change)
    return cell if content is cell.content else replace(cell, content=content)


def _texts(texts: tuple[Text, ...], change: Change) -> tuple[Text, ...]:
    """*texts* themselves where nothing changes: most texts stay as they are."""
    words = [change(one.text) for one in texts]
    if all(new is one.text or new == one.text for new, one in zip(words, texts, strict=True)):
        return texts
    return tuple(Text(new, one.marker, one.key, one.level) for new, one in zip(words, texts, strict=True))
