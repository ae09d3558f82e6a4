"""The document as plain words: sections, paragraphs, tables, rows, cells.

This is what an act changes and what two editions are compared by. Spaces count as one, looks do
not count: how a list is indented, how wide a column is, the stamp and the title page, which the
approving act draws anew, and the names that tables have for readers who cannot see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stratkit.document import view
from stratkit.document.typography import clean

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POINT = re.compile(r"(\d+(?:\.\d+)*)[.)]?\Z")


@dataclass(eq=False, slots=True)
class Para:
    """A paragraph with what stands before it; ``number`` is the number of a point, else empty."""

    line: str
    number: str = ""
    key: str = ""


@dataclass(eq=False, slots=True)
class Cell:
    """A cell of a table."""

    paras: list[Para]
    rowspan: int = 1
    colspan: int = 1
    key: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The words, a line for each paragraph."""
        return tuple(one.line for one in self.paras)


@dataclass(eq=False, slots=True)
class Row:
    """A row of the grid of a table."""

    cells: list[Cell]
    source: view.Row | None = None


@dataclass(eq=False, slots=True)
class Block:
    """A row as an act means it: everything beside one cell of the first column."""

    rows: list[Row]

    @property
    def label(self) -> str:
        """What stands in the first column, if that is one line: the number of the row or its name."""
        lines = self.rows[0].cells[0].lines if self.rows[0].cells else ()
        return lines[0] if len(lines) == 1 else ""


@dataclass(eq=False, slots=True)
class Group:
    """The rows under a row that goes right across the table; rows before the first such have no ``head``."""

    head: Row | None
    blocks: list[Block]
    key: str = ""

    @property
    def title(self) -> str:
        """The words of the row across."""
        return " ".join(self.head.cells[0].lines) if self.head else ""

    @property
    def rows(self) -> list[Row]:
        """All rows of the grid."""
        return [*([self.head] if self.head else []), *(row for block in self.blocks for row in block.rows)]


@dataclass(eq=False, slots=True)
class Table:
    """A table; ``notes`` are the notes under it by number."""

    heads: list[Row]
    groups: list[Group]
    notes: dict[str, str]
    source: view.Table | None = None

    @property
    def rows(self) -> list[Row]:
        """All rows of the body."""
        return [row for group in self.groups for row in group.rows]


@dataclass(eq=False, slots=True)
class Section:
    """A section with its own text and the sections under it."""

    label: str
    level: int = 0
    number: str = ""
    key: str = ""
    items: list[Para | Table] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    blocks: list[view.Block] = field(default_factory=list)

    @property
    def paras(self) -> list[Para]:
        """The paragraphs of its own text."""
        return [one for one in self.items if isinstance(one, Para)]

    @property
    def tables(self) -> list[Table]:
        """The tables of its own text."""
        return [one for one in self.items if isinstance(one, Table)]

    def walk(self) -> Iterator[Section]:
        """This section and all under it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def plain_document(one: view.DocumentView, unit: str) -> Section:
    """The document as a section of level 0 whose label is the title.

    Args:
        one: the document.
        unit: the word before the number of a section, which is not part of the number.
    """
    blocks: list[Section | Para | Table] = []
    section: Section | None = None
    for block in one.blocks:
        if isinstance(block, view.Heading):
            section = Section(words(block.label), block.level, _number(block.number, unit), block.key)
            blocks.append(section)
        elif isinstance(block, view.Paragraphs):
            blocks += _paras(block.items)
        else:
            blocks.append(_table(block))
        if section is not None:
            section.blocks.append(block)
    return tree(words(one.title), blocks)


def tree(title: str, blocks: Iterable[Section | Para | Table]) -> Section:
    """Sections, paragraphs and tables in order -> sections inside one another, under *title*."""
    root = Section(title, 0)
    path = [root]
    for block in blocks:
        if isinstance(block, Section):
            while len(path) > 1 and path[-1].level >= block.level:
                path.pop()
            path[-1].children.append(block)
            path.append(block)
        else:
            path[-1].items.append(block)
    return root


def words(text: str) -> str:
    """*text* with single spaces and without what no document may hold."""
    return " ".join(clean(text).split())


def raised(number: int | str) -> str:
    """The number of a note as it stands beside a value."""
    return str(number).translate(_RAISED)


def _number(printed: str, unit: str) -> str:
    text = words(printed)
    if text.casefold().startswith(unit.casefold() + " "):
        text = text[len(unit) + 1 :]
    return text.rstrip(".")


def _paras(items: Iterable[view.Text]) -> list[Para]:
    """The paragraphs that hold words at all."""
    paras = (_para(item) for item in items)
    return [one for one in paras if one.line]


def _para(item: view.Text) -> Para:
    found = _POINT.match(item.marker)
    return Para(words(f"{item.marker} {item.text}"), found.group(1) if found else "", item.key)


def _table(one: view.Table) -> Table:
    heads = [_row(row) for row in one.heads]
    keys = {id(row): row.key for row in one.rows if row.group}
    groups = grouped([_row(row) for row in one.rows], one.columns)
    for group in groups:
        if group.head is not None and group.head.source is not None:
            group.key = keys.get(id(group.head.source), "")
    return Table(heads, groups, {str(note.number): words(note.text) for note in one.notes}, one)


def _row(row: view.Row) -> Row:
    cells: list[Cell] = []
    for cell in row.cells:
        paras = _paras(cell.content)
        if cell.note is not None:
            paras = paras or [Para("")]
            paras[-1].line += raised(cell.note)
        cells.append(Cell(paras, cell.rowspan, cell.colspan, cell.key))
    return Row(cells, row)


def grouped(rows: Sequence[Row], columns: int) -> list[Group]:
    """The rows of a grid as an act means them: under rows across, one for each cell of the first column."""
    groups: list[Group] = []
    left = 0
    for row in rows:
        if left == 0 and columns > 1 and len(row.cells) == 1 and row.cells[0].colspan >= columns:
            groups.append(Group(row, []))
            continue
        if not groups:
            groups.append(Group(None, []))
        if left == 0:
            groups[-1].blocks.append(Block([]))
            left = row.cells[0].rowspan if row.cells else 1
        groups[-1].blocks[-1].rows.append(row)
        left -= 1
    return groups


Line = tuple[str | int, ...]


def lines(one: Section) -> Iterator[Line]:
    """Everything that *one* says, in order: two sections are the same if these are."""
    yield ("section", one.level, one.label)
    for item in one.items:
        if isinstance(item, Para):
            yield ("paragraph", item.line)
        else:
            yield from table_lines(item)
    for child in one.children:
        yield from lines(child)


def table_lines(one: Table) -> Iterator[Line]:
    """Everything that a table says, in order."""
    yield from row_lines("head", one.heads)
    yield from row_lines("row", one.rows)
    for number, text in one.notes.items():
        yield ("note", number, text)


def row_lines(kind: str, rows: Iterable[Row]) -> Iterator[Line]:
    """Everything that rows say, cell by cell."""
    for row in rows:
        yield (kind,)
        for cell in row.cells:
            yield ("cell", cell.rowspan, cell.colspan, *cell.lines)
