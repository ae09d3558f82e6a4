"""Tables of an ODT."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.document.formats.docx_styles import twips
from stratkit.document.formats.escape import words
from stratkit.document.formats.odt_styles import coded
from stratkit.document.grid import Slot, grid
from stratkit.document.measure import Heights
from stratkit.document.pages import Page
from stratkit.document.view import Cell, Look, Table, Text

KEPT_ROWS = 2
"""How many rows under one merged cell stay on one page."""


def paragraph(style: str, content: str) -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{coded(style)}">{content}</text:p>'


def marked(item: Text) -> str:
    """A text after its marker; the space between them neither stretches nor breaks."""
    if item.pieces:
        first = f"{words(item.marker)}\u00a0" if item.marker else ""
        return first + "".join(_piece(text, look) for text, look in item.pieces)
    return words(f"{item.marker}\u00a0{item.text}" if item.marker else item.text)


def _piece(text: str, look: Look) -> str:
    return f'<text:span text:style-name="{look.title()}">{words(text)}</text:span>' if look else words(text)


def raised(number: int) -> str:
    """The number of a note, small and above the line."""
    return f'<text:span text:style-name="Raised">{number}</text:span>'


def table_styles(one: Table, name: str, sheet: Page, size: Heights, master: str, above: float) -> str:
    """The automatic styles of one table.

    *master* names the kind of page that it starts, or is empty; *above* is the space over it, in points. Widths
    are whole twips that add up to the width of the table: else LibreOffice stretches narrow columns.
    """
    start = f' style:master-page-name="{master}"' if master else ""
    widths = [twips(sheet.text_width * share / 100) for share in one.widths]
    columns = "".join(
        f'<style:style style:name="{name}.{index}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width / 20:.2f}pt"/></style:style>'
        for index, width in enumerate(widths, 1)
    )
    heads = "".join(
        f'<style:style style:name="{_head_style(name, index)}" style:family="table-row"><style:table-row-properties '
        f'style:min-row-height="{height:.2f}mm" fo:keep-together="always"/></style:style>'
        for index, (height, stretched) in enumerate(zip(size.heads, size.stretched, strict=True), 1)
        if stretched
    )
    return (
        f'<style:style style:name="{name}" style:family="table"{start}><style:table-properties '
        f'style:width="{sum(widths) / 20:.2f}pt" table:align="left" fo:margin-top="{above:g}pt" table:border-model="collapsing"/></style:style>{columns}{heads}'
    )


def _head_style(name: str, index: int) -> str:
    """The style of a row of the head that is higher than its own cells."""
    return f"{name}.h{index}"


def table(one: Table, name: str, size: Heights) -> Iterator[str]:
    """The table and its notes; heads are repeated on every page, rows break only where they must."""
    ends = len(one.rows) if one.notes else 0
    heads = "".join(
        _row(slots, "Table Head", _head_style(name, index) if stretched else "Whole")
        for index, ((_, slots), stretched) in enumerate(
            zip(grid(one.heads, one.columns), size.stretched, strict=True), 1
        )
    )
    rows = "".join(
        _row(slots, "Table Group" if row.group else "Table Text", "Whole" if whole else "Long",
             keep=together > 1 or place == ends)
        for place, ((row, slots), whole, together) in enumerate(
            zip(grid(one.rows, one.columns), size.whole, size.together, strict=True), 1
        )
    )  # fmt: skip
    columns = "".join(f'<table:table-column table:style-name="{name}.{index}"/>' for index in range(1, one.columns + 1))
    heads = f"<table:table-header-rows>{heads}</table:table-header-rows>" if heads else ""
    yield (
        f'<table:table table:name="{name}" table:style-name="{name}"><table:title>{words(one.caption)}</table:title>'
        f"{columns}{heads}{rows}</table:table>"
    )
    if one.notes:
        yield paragraph("Table Note Kept", words(one.notes_title))
    for place, note in enumerate(one.notes, 1):
        style = "Table Note Kept" if place < len(one.notes) else "Table Note"
        yield paragraph(style, raised(note.number) + words(f"\u00a0{note.text}"))


def _row(slots: Sequence[Slot], style: str, kind: str, *, keep: bool = False) -> str:
    """A row; with *keep* it stays with the row after it, which the first paragraph of its first cell says.

    A covered cell has no paragraph to say it: of rows under one merged cell only :data:`KEPT_ROWS` are kept.
    """
    cells = "".join(_cell(slot, style, keep=keep and slot.column == 0) for slot in slots)
    return f'<table:table-row table:style-name="{kind}">{cells}</table:table-row>'


def _cell(slot: Slot, style: str, *, keep: bool) -> str:
    cell = slot.cell
    covered = "<table:covered-table-cell/>"
    if not slot.start:
        return covered * cell.colspan
    spans = f' table:number-rows-spanned="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' table:number-columns-spanned="{cell.colspan}"' if cell.colspan > 1 else ""
    opening = f'<table:table-cell table:style-name="Cell" office:value-type="string"{spans}>'
    return f"{opening}{_content(cell, style, keep=keep)}</table:table-cell>{covered * (cell.colspan - 1)}"


def _content(cell: Cell, style: str, *, keep: bool) -> str:
    if cell.numeric and style == "Table Text":
        style = "Table Figure"
    first = f"{style} Kept" if keep else style
    note = raised(cell.note) if cell.note is not None else ""
    if not cell.content:
        return paragraph(first, note)
    last = len(cell.content) - 1
    return "".join(
        paragraph(style if at else first, marked(item) + (note if at == last else ""))
        for at, item in enumerate(cell.content)
    )
