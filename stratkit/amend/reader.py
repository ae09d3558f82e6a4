"""A document as it was written -> its words again: headings, paragraphs, tables.

The HTML is read, because it holds every word that a person sees, with merged cells and notes, and
because a reader of HTML knows nothing of how the document came about.
"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from stratkit.amend.places import table_width
from stratkit.amend.plain import Cell, Para, Row, Section, Table, grouped, raised, words

Block = Section | Para | Table


def read_document(html: str) -> list[Block]:
    """Headings (as empty sections), paragraphs and tables of the page, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


_Attributes = dict[str, str]


class _Reader(HTMLParser):
    """Collects blocks; what opens and what closes each element is a method of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.inside = False
        self.silent = False
        self.in_head = False
        self.in_notes = False
        self.raised = False
        self.text: list[str] = []
        self.mark = ""
        self.span = (1, 1)
        self.paras: list[Para] | None = None
        self.heads: list[Row] = []
        self.rows: list[Row] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.inside = True
        elif self.inside and (start := _STARTS.get(tag)):
            start(self, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False
        elif self.inside and (end := _ENDS.get(tag)):
            end(self)
        elif self.inside and tag in _LEVELS:
            self.blocks.append(Section(self.said(), _LEVELS[tag]))

    def handle_data(self, data: str) -> None:
        if not self.inside or self.silent:
            return
        if self.raised and self.in_notes:
            self.mark = words(data)
        elif self.raised:
            self.raise_mark(data)
        else:
            self.text.append(data)

    def said(self) -> str:
        """The words since the last element; they are taken away."""
        line = words("".join(self.text))
        self.text = []
        return line

    def raise_mark(self, data: str) -> None:
        """The number of a note stands beside the last words of its cell."""
        line = self.said()
        if self.paras and not line:
            self.paras[-1].line += raised(data)
        else:
            self.text = [line + raised(data)]

    def start_table(self, _: _Attributes) -> None:
        self.heads, self.rows = [], []

    def end_table(self) -> None:
        width = table_width(self.heads) or table_width(self.rows)
        self.blocks.append(Table(self.heads, grouped(self.rows, width), {}))

    def start_head(self, _: _Attributes) -> None:
        self.in_head = True

    def end_head(self) -> None:
        self.in_head = False

    def start_silence(self, _: _Attributes) -> None:
        self.silent = True

    def end_silence(self) -> None:
        self.silent = False

    def start_row(self, _: _Attributes) -> None:
        (self.heads if self.in_head else self.rows).append(Row([]))

    def start_cell(self, attributes: _Attributes) -> None:
        self.paras, self.text = [], []
        self.span = int(attributes.get("rowspan", "1")), int(attributes.get("colspan", "1"))

    def end_cell(self) -> None:
        paras, line = self.paras or [], self.said()
        if line:
            paras.append(Para(line))
        (self.heads if self.in_head else self.rows)[-1].cells.append(Cell(paras, *self.span))
        self.paras = None

    def start_division(self, attributes: _Attributes) -> None:
        self.in_notes = attributes.get("class") == "notes"

    def end_division(self) -> None:
        self.in_notes = False

    def start_mark(self, _: _Attributes) -> None:
        self.raised = True

    def end_mark(self) -> None:
        self.raised = False

    def start_paragraph(self, attributes: _Attributes) -> None:
        self.silent = attributes.get("class") == "notes-title"
        self.text, self.mark = [], ""

    def end_paragraph(self) -> None:
        line = self.said()
        if self.silent:
            self.silent = False
        elif self.in_notes and isinstance(self.blocks[-1], Table):
            self.blocks[-1].notes[self.mark] = line
        elif line and self.paras is not None:
            self.paras.append(Para(line))
        elif line:
            self.blocks.append(Para(line))

    def start_heading(self, _: _Attributes) -> None:
        self.text = []


_LEVELS = {f"h{number}": number - 1 for number in range(2, 7)}
"""The page's own title is of level 1, so headings of the document are one level lower."""

_STARTS: dict[str, Callable[[_Reader, _Attributes], None]] = {
    "table": _Reader.start_table, "thead": _Reader.start_head, "caption": _Reader.start_silence,
    "tr": _Reader.start_row, "td": _Reader.start_cell, "th": _Reader.start_cell, "div": _Reader.start_division,
    "sup": _Reader.start_mark, "p": _Reader.start_paragraph, **dict.fromkeys(_LEVELS, _Reader.start_heading),
}  # fmt: skip
_ENDS: dict[str, Callable[[_Reader], None]] = {
    "table": _Reader.end_table, "thead": _Reader.end_head, "caption": _Reader.end_silence, "td": _Reader.end_cell,
    "th": _Reader.end_cell, "div": _Reader.end_division, "sup": _Reader.end_mark, "p": _Reader.end_paragraph,
}  # fmt: skip
