"""The words of a DOCX, ours or one that went through Word or LibreOffice (ECMA-376, transitional and strict)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from stratkit.document.readback.content import Band, Box, Grid, Item, Line, plain, raised
from stratkit.document.readback.package import Package

_PASSED = {
    "del", "moveFrom", "drawing", "pict", "object", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "sdtPr",
    "instrText", "delText", "footnoteReference", "endnoteReference", "txbxContent",
}  # fmt: skip
"""What holds no words of the document as it stands: looks, pictures, what was deleted."""

_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}


_REVISED = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
"""Marks of changes that nobody has accepted or refused."""


def read_docx(data: bytes) -> list[Item]:
    """The paragraphs and tables of *data* in order.

    Tables of contents are left out, for Word makes them anew; so are empty paragraphs, and what
    was deleted with marks of revision.

    Raises:
        SourceError: the file is no DOCX, or no document has such a size.
    """
    return items_in(body_of(data))


def body_of(data: bytes) -> ET.Element:
    """The element that holds the text of *data*.

    Raises:
        SourceError: the file is no DOCX, or no document has such a size.
    """
    root = Package(data).part("word/document.xml")
    return next((one for one in root if _tag(one) == "body"), root)


def items_in(body: ET.Element) -> list[Item]:
    """The paragraphs and tables of *body* in order, as :func:`read_docx` gives them."""
    return [item for item in _Reader().items(body) if isinstance(item, Grid) or item.text]


def is_revised(body: ET.Element) -> bool:
    """True if *body* holds changes that nobody has accepted or refused: it is read as if they were accepted."""
    return any(_tag(one) in _REVISED for one in body.iter())


def _tag(element: ET.Element) -> str:
    """The name of an element without its namespace: the strict and the transitional form differ in that alone."""
    return element.tag.rpartition("}")[2]


def _value(element: ET.Element | None, name: str) -> str | None:
    """The attribute *name*, whatever its namespace."""
    found = element.items() if element is not None else ()
    return next((value for key, value in found if key.rpartition("}")[2] == name), None)


def _child(element: ET.Element | None, *names: str) -> ET.Element | None:
    for name in names:
        element = next((one for one in element if _tag(one) == name), None) if element is not None else None
    return element


def _count(element: ET.Element | None, otherwise: int) -> int:
    """The number that *element* holds, if it is one that a table can have."""
    value = _value(element, "val") or ""
    return int(value) if re.fullmatch("[0-9]{1,4}", value) else otherwise


def _flat(element: ET.Element, wanted: str) -> Iterator[ET.Element]:
    """The elements *wanted* under *element*, through whatever Word wraps around them."""
    for one in element:
        tag = _tag(one)
        if tag == wanted:
            yield one
        elif tag not in _PASSED and tag not in ("tbl", "p", "tr", "tc"):
            yield from _flat(one, wanted)


class _Reader:
    """Remembers in which fields it stands: a field may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self.fields: list[str] = []

    def items(self, element: ET.Element) -> Iterator[Item]:
        """The paragraphs and tables under *element*, in order; one whose end was deleted goes on in the next."""
        begun = ""
        for one in element:
            tag = _tag(one)
            if tag == "p":
                begun += self.words(one)
                if _child(one, "pPr", "rPr", "del") is None and _child(one, "pPr", "rPr", "moveFrom") is None:
                    yield Line(plain(begun))
                    begun = ""
            elif tag == "tbl":
                yield self.table(one)
            elif tag not in _PASSED:
                yield from self.items(one)
        yield Line(plain(begun))

    def table(self, element: ET.Element) -> Grid:
        """A table; cells that continue those above are left out."""
        return Grid(tuple(self.band(row) for row in _flat(element, "tr") if _child(row, "trPr", "del") is None))

    def band(self, row: ET.Element) -> Band:
        """A row."""
        boxes: list[Box] = []
        column = _count(_child(row, "trPr", "gridBefore"), 0)
        for cell in _flat(row, "tc"):
            properties = _child(cell, "tcPr")
            width = _count(_child(properties, "gridSpan"), 1)
            merge = _child(properties, "vMerge")
            if merge is None or _value(merge, "val") == "restart":
                boxes.append(Box(column, tuple(self.lines(cell)), width=width))
            column += width
        return Band(tuple(boxes), head=_child(row, "trPr", "tblHeader") is not None)

    def lines(self, cell: ET.Element) -> Iterator[Line]:
        """The paragraphs of a cell; a table inside it gives its own."""
        for item in self.items(cell):
            if isinstance(item, Line):
                yield from [item] if item.text else []
            else:
                yield from (line for band in item.bands for box in band.boxes for line in box.lines)

    def words(self, paragraph: ET.Element) -> str:
        """The text of a paragraph."""
        pieces: list[str] = []
        self._walk(paragraph, pieces.append, above=False)
        return "".join(pieces)

    def _walk(self, element: ET.Element, add: Callable[[str], None], *, above: bool) -> None:
        for one in element:
            tag = _tag(one)
            if tag == "fldChar":
                self._field(one)
            elif tag == "instrText" and self.fields:
                self.fields[-1] += one.text or ""
            elif tag == "fldSimple" and _is_contents(_value(one, "instr") or ""):
                continue
            elif tag == "t" or tag in _SIGNS:
                if not any(_is_contents(each) for each in self.fields):
                    text = _SIGNS.get(tag, one.text or "")
                    add(raised(text) if above else text)
            elif tag == "r":
                align = _value(_child(one, "rPr", "vertAlign"), "val")
                self._walk(one, add, above=align == "superscript")
            elif tag not in _PASSED:
                self._walk(one, add, above=above)

    def _field(self, mark: ET.Element) -> None:
        kind = _value(mark, "fldCharType")
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()


def _is_contents(instruction: str) -> bool:
    return instruction.strip().upper().startswith("TOC")
