"""The official document with everything settled: numbers, titles, tables, notes, links.

Writers only draw it. ``key`` is the address of a part by meaning, such as
``projects/portfolio/goal``: stable across editions, used for anchors and for comparing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from stratkit.diagnostics import Message
from stratkit.immutable import immutable, numerous

Look = Literal["", "new", "gone"]
"""How a piece of a text looks: as usual, bold for what is new, struck out for what goes."""

Paper = Literal["A4", "A3"]
"""Size of the paper."""


@numerous()
class Text:
    """A paragraph of a cell or of the body.

    Args:
        text: the words, typography settled.
        marker: what stands before the paragraph: a number, a dash, or nothing.
        key: address by meaning; empty for fixed words.
        level: depth of an item in a list, from 0.
        pieces: the same words in pieces with their looks, where a comparison marks some of them.
    """

    text: str
    marker: str = ""
    key: str = ""
    level: int = 0
    pieces: tuple[tuple[str, Look], ...] = ()


@immutable
class Heading:
    """A heading of the document or of an industry inside a section."""

    text: str
    number: str
    level: int
    key: str
    in_contents: bool = True

    @property
    def label(self) -> str:
        """Number and text as printed."""
        return f"{self.number} {self.text}".strip()


@numerous()
class Cell:
    """A cell; ``note`` is the number of the note that its value bears."""

    content: tuple[Text, ...]
    rowspan: int = 1
    colspan: int = 1
    key: str = ""
    numeric: bool = False
    note: int | None = None

    @property
    def text(self) -> str:
        """All words of the cell, a line for each paragraph."""
        return "\n".join(f"{one.marker} {one.text}".strip() for one in self.content)


@immutable
class Row:
    """A row of the body; ``group`` marks the merged row of an industry."""

    cells: tuple[Cell, ...]
    key: str = ""
    group: bool = False


@immutable
class Note:
    """A note under a table."""

    number: int
    text: str


@immutable
class Table:
    """A table: heads, rows, notes. ``widths`` are shares in per cent, one for each column."""

    key: str
    caption: str
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    notes: tuple[Note, ...] = ()
    notes_title: str = ""
    row_headers: bool = False

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.widths)


@immutable
class Paragraphs:
    """Paragraphs of the body, or the items of a list.

    ``leads``: they stay on the page of what follows them; ``apart``: some space parts them from what is above.
    """

    items: tuple[Text, ...]
    key: str = ""
    leads: bool = False
    apart: bool = False


Block = Heading | Paragraphs | Table


@immutable
class Part:
    """Consecutive blocks on pages of one orientation."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    new_page: bool = False


@immutable
class Layout:
    """Looks of the page, in millimetres and points.

    ``whole_numbers``: the number of an act is not parted at its hyphen. ``gaps`` is the share that is left of the
    usual space around headings and after the paragraphs of a cell.
    """

    margins: tuple[int, int, int, int]
    fonts: tuple[str, ...]
    size: float
    table_size: float
    line_spacing: float
    indent: float
    stamp_width: int
    page_number: str = "top"
    number_distance: int = 10
    whole_numbers: bool = True
    paper: Paper = "A4"
    gaps: float = 1.0


@dataclass(frozen=True)
class DocumentView:
    """The whole document.

    ``language`` is a BCP 47 tag with a region; ``created`` is the moment, in UTC, that stands in
    the properties of files; ``warnings`` are what a person should know in whatever format it is written.
    """

    id: str
    title: str
    language: str
    author: str
    stamp: tuple[str, ...]
    title_page: tuple[str, ...]
    notice: str
    contents_title: str
    contents_depth: int
    parts: tuple[Part, ...]
    layout: Layout
    created: datetime
    warnings: tuple[Message, ...] = field(default=(), hash=False)

    @property
    def has_front(self) -> bool:
        """Whether pages stand before the parts: a title page or a table of contents."""
        return bool(self.stamp or self.title_page or self.notice or self.headings)

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in order."""
        for part in self.parts:
            yield from part.blocks

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that stand in the table of contents."""
        return tuple(
            block
            for block in self.blocks
            if isinstance(block, Heading) and block.in_contents and block.level <= self.contents_depth
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
