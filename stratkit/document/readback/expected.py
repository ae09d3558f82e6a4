"""What a document of these data holds, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.document.grid import Slot, grid
from stratkit.document.readback.content import Band, Box, Grid, Item, Line, plain, raised
from stratkit.document.typography import clean
from stratkit.document.view import Cell, DocumentView, Heading, Paragraphs, Row, Table, Text


def expected_items(view: DocumentView) -> list[Item]:
    """The paragraphs and tables of *view* in order, without the entries of the table of contents."""
    return [item for item in _items(view) if isinstance(item, Grid) or item.text]


def _items(view: DocumentView) -> Iterator[Item]:
    yield from (_line(line, "stamp") for line in view.stamp)
    yield from (_line(line, "title") for line in view.title_page)
    yield _line(view.notice, "notice")
    if view.headings:
        yield _line(view.contents_title, "contents")
    above = ""
    for block in view.blocks:
        if isinstance(block, Heading):
            above = block.key
            yield _line(block.label, block.key)
        elif isinstance(block, Paragraphs):
            yield from (_text(one, block.key or above) for one in block.items)
        else:
            yield _table(block)
            key = f"{block.key}/notes"
            yield from [_line(block.notes_title, key)] if block.notes else []
            yield from (_line(f"{raised(str(note.number))} {note.text}", key) for note in block.notes)


def _line(text: str, key: str) -> Line:
    return Line(plain(clean(text)), key)


def _text(one: Text, key: str) -> Line:
    return _line(f"{one.marker} {one.text}", one.key or key)


def _table(table: Table) -> Grid:
    heads = list(grid(table.heads, table.columns))
    titles = [""] * table.columns
    for _, slots in heads:
        for slot in slots:
            for column in range(slot.column, slot.column + slot.cell.colspan):
                titles[column] = plain(clean(slot.cell.text))
    bands = [_band(row, slots, f"{table.key}/head", head=True) for row, slots in heads]
    bands += [_band(row, slots, row.key or table.key, head=False) for row, slots in grid(table.rows, table.columns)]
    return Grid(tuple(bands), table.key, tuple(titles))


def _band(row: Row, slots: list[Slot], key: str, *, head: bool) -> Band:
    boxes = (
        Box(slot.column, _lines(slot.cell, key), slot.cell.key or key, slot.cell.colspan)
        for slot in slots
        if slot.start
    )
    return Band(tuple(boxes), row.key or key, head)


def _lines(cell: Cell, key: str) -> tuple[Line, ...]:
    lines = [_text(one, cell.key or key) for one in cell.content]
    if cell.note is not None:
        last = lines.pop() if lines else Line("", cell.key or key)
        lines.append(Line(last.text + raised(str(cell.note)), last.key))
    return tuple(line for line in lines if line.text)
