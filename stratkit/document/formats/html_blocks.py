"""Blocks of the document as HTML; the website draws the same ones.

Written as text, as the other formats are: a template engine would take longer to start than the whole document
takes to write. Every word passes through :func:`words`, which escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.document.anchors import anchor
from stratkit.document.formats.escape import words
from stratkit.document.typography import NUMBER
from stratkit.document.view import Block, Cell, Heading, Paragraphs, Row, Table, Text

_SHORT = 6
"""A head of no more signs, such as an ordinal or a year, is not parted in a narrow column."""

_LOOKS = {"": "{}", "new": "<b>{}</b>", "gone": "<s>{}</s>"}
"""The words of a comparison: bold what is new, struck out what goes."""


def block(one: Block, shift: int = 0, *, widths: bool = True) -> str:
    """A block.

    Args:
        one: the block.
        shift: how many levels of headings stand above the document's own.
        widths: whether tables keep the shares of their columns.
    """
    if isinstance(one, Heading):
        level = min(one.level + shift, 6)
        return f"<h{level}{_id(one.key)}>{whole(one.label)}</h{level}>\n"
    if isinstance(one, Paragraphs):
        signs = f"{' leads' if one.leads else ''}{' apart' if one.apart else ''}"
        return "".join(_paragraph(item, signs) for item in one.items)
    return "".join(_table(one, widths=widths))


def whole(text: str) -> str:
    """*text*, escaped, with a mark around each number of an act that the style keeps on one line."""
    escaped = words(text)
    if "№" not in escaped:
        return escaped
    return NUMBER.sub(lambda number: f'<span class="whole">{number[0]}</span>', escaped)


def _id(key: str) -> str:
    return f' id="{words(anchor(key))}"' if key else ""


def _words(item: Text) -> str:
    marker = f'<span class="marker">{words(item.marker)}</span> ' if item.marker else ""
    if item.pieces:
        return marker + "".join(_LOOKS[look].format(whole(text)) for text, look in item.pieces)
    return marker + whole(item.text)


def _paragraph(item: Text, signs: str) -> str:
    kind = f"item level-{item.level}" if item.marker else "text"
    return f'<p{_id(item.key)} class="{kind}{signs}">{_words(item)}</p>\n'


def _table(one: Table, *, widths: bool) -> Iterator[str]:
    caption = words(one.caption)
    region = f' role="region" aria-label="{caption}"' if caption else ""
    yield f'<div class="wide" tabindex="0"{region}>\n<table{_id(one.key + "/table")}>\n'
    if caption:
        yield f"<caption>{caption}</caption>\n"
    if widths:
        columns = "".join(f'<col style="width:{width}%">' for width in one.widths)
        yield f"<colgroup>{columns}</colgroup>\n"
    if one.heads:
        yield f"<thead>\n{''.join(map(_head, one.heads))}</thead>\n"
    yield "<tbody>\n"
    yield from (_head(row) if row.group else _body(row, heads=one.row_headers) for row in one.rows)
    yield "</tbody>\n</table>\n</div>\n"
    if one.notes:
        notes = "".join(f"<p><sup>{note.number}</sup> {whole(note.text)}</p>\n" for note in one.notes)
        yield f'<div class="notes"><p class="notes-title">{words(one.notes_title)}</p>\n{notes}</div>\n'


def _head(row: Row) -> str:
    """A row of the head, or one that heads those below it."""
    one = "colgroup" if row.group else "col"
    return _row(row, "".join(_cell(cell, "colgroup" if cell.colspan > 1 else one) for cell in row.cells))


def _body(row: Row, *, heads: bool) -> str:
    """A row of the body; with *heads* its first cell names what stands beside it."""
    return _row(row, "".join(_cell(cell, "row" if heads and not at else "") for at, cell in enumerate(row.cells)))


def _row(row: Row, cells: str) -> str:
    group = ' class="group"' if row.group else ""
    return f"<tr{_id(row.key)}{group}>{cells}</tr>\n"


def _cell(cell: Cell, scope: str) -> str:
    tag = f'th scope="{scope}"' if scope else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    kind = ""
    if cell.numeric:
        kind = f'{_id(cell.key)} class="num"'
    elif scope == "col" and len(cell.text) <= _SHORT:
        kind = ' class="whole"'
    note = f"<sup>{cell.note}</sup>" if cell.note is not None else ""
    return f"<{tag}{spans}{kind}>{_content(cell)}{note}</{tag[:2]}>"


def _content(cell: Cell) -> str:
    if len(cell.content) == 1 and not cell.content[0].marker:
        return _words(cell.content[0])
    return "".join(
        f'<p class="item level-{item.level}">{_words(item)}</p>' if item.marker else f"<p>{_words(item)}</p>"
        for item in cell.content
    )
