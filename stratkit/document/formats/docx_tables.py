"""Tables of a DOCX, row by row as text: a library that looks up every cell is far slower."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stratkit.document.formats.docx_styles import twips
from stratkit.document.formats.escape import words
from stratkit.document.grid import Slot, grid
from stratkit.document.measure import heights
from stratkit.document.pages import Page
from stratkit.document.view import Cell, Layout, Look, Table, Text


def paragraph(style: str, content: str, extra: str = "") -> str:
    """A paragraph; *extra* goes into its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def run(text: str, looks: str = "") -> str:
    """A piece of text."""
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words(text)}</w:t></w:r>' if text else ""


def marked(item: Text) -> str:
    """A text after its marker; the space between them neither stretches nor breaks."""
    if item.pieces:
        first = run(f"{item.marker}\u00a0") if item.marker else ""
        return first + "".join(run(text, _LOOKS[look]) for text, look in item.pieces)
    return run(f"{item.marker}\u00a0{item.text}" if item.marker else item.text)


_LOOKS: Mapping[Look, str] = {"": "", "new": "<w:b/><w:bCs/>", "gone": "<w:strike/>"}


def raised(number: int) -> str:
    """The number of a note, small and above the line."""
    return run(str(number), '<w:vertAlign w:val="superscript"/>')


def table(one: Table, sheet: Page, layout: Layout) -> Iterator[str]:
    """The table and its notes; heads are repeated on every page, rows break only where they must."""
    widths = [twips(sheet.text_width * share / 100) for share in one.widths]
    size = heights(one, sheet, layout)
    ends = len(one.rows) if one.notes else 0
    yield "".join((
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>',
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>',
        f'<w:tblLook w:val="0000" w:firstRow="{int(bool(one.heads))}" w:lastRow="0"',
        f' w:firstColumn="{int(one.row_headers)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{words(one.caption)}"/></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{each}"/>' for each in widths),
        "</w:tblGrid>",
        *(
            _row(slots, widths, "TableHead", _head(height if stretched else 0))
            for (_, slots), height, stretched in zip(
                grid(one.heads, one.columns), size.heads, size.stretched, strict=True
            )
        ),
        *(
            _row(slots, widths, "TableGroup" if row.group else "TableText", _WHOLE if whole else "",
                 _KEEP if together > 1 or place == ends else "")
            for place, ((row, slots), whole, together) in enumerate(
                zip(grid(one.rows, one.columns), size.whole, size.together, strict=True), 1
            )
        ),
        "</w:tbl>",
    ))  # fmt: skip
    if one.notes:
        yield paragraph("TableNote", run(one.notes_title), f'{_KEEP}<w:spacing w:before="80"/>')
    for place, note in enumerate(one.notes, 1):
        text = raised(note.number) + run(f"\u00a0{note.text}")
        yield paragraph("TableNote", text, _KEEP if place < len(one.notes) else "")


_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"


def _head(height: float) -> str:
    """The properties of a row of the head that is at least so high, in millimetres."""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:trPr><w:cantSplit/>{least}<w:tblHeader/></w:trPr>"


_KEEP = "<w:keepNext/>"
"""What keeps rows under one merged cell together, and the last row of a table on the page of its notes."""


def _row(slots: Sequence[Slot], widths: Sequence[int], style: str, properties: str, keep: str = "") -> str:
    return f"<w:tr>{properties}{''.join(_cell(slot, widths, style, keep) for slot in slots)}</w:tr>"


def _cell(slot: Slot, widths: Sequence[int], style: str, keep: str) -> str:
    cell = slot.cell
    width = sum(widths[slot.column : slot.column + cell.colspan])
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    if not slot.start:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vMerge/></w:tcPr>'
            f"{paragraph(style, '', keep)}</w:tc>"
        )
    merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{_content(cell, style, keep)}</w:tc>'
    )


def _content(cell: Cell, style: str, keep: str) -> str:
    if cell.numeric and style == "TableText":
        style = "TableFigure"
    note = raised(cell.note) if cell.note is not None else ""
    if not cell.content:
        return paragraph(style, note, keep)
    last = len(cell.content) - 1
    return "".join(
        paragraph(style, marked(item) + (note if at == last else ""), keep) for at, item in enumerate(cell.content)
    )
