"""Documents made up to break a writer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from stratkit.document.view import Block, Cell, DocumentView, Heading, Layout, Paragraphs, Part, Row, Table, Text


def document(*blocks: Block, landscape: bool = False, **changes: object) -> DocumentView:
    """A document of one part."""
    layout = Layout((30, 10, 20, 20), ("Times New Roman", "Liberation Serif"), 14, 11, 1, 12.5, 80)
    view = DocumentView(
        id="made-up",
        title="Title",
        language="ru-RU",
        author="Region",
        stamp=("APPROVED", "by an order"),
        title_page=("Title", "City"),
        notice="Notice",
        contents_title="Contents",
        contents_depth=2,
        parts=(Part(blocks, landscape),),
        layout=layout,
        created=datetime(2021, 8, 31, tzinfo=UTC),
    )
    return replace(view, **changes)


def table(*rows: tuple[Cell | str, ...], **changes: object) -> Table:
    """A table of *rows* under a head of figures."""
    made = tuple(Row(tuple(cell if isinstance(cell, Cell) else Cell((Text(cell),)) for cell in row)) for row in rows)
    count = sum(cell.colspan for cell in made[0].cells)
    head = Row(tuple(Cell((Text(str(number)),)) for number in range(1, count + 1)))
    return replace(Table("table", "Caption", (head,), made, (round(100 / count, 2),) * count), **changes)


EVIL = (
    '#import "@preview/x:1.0.0": * #panic() *bold* _em_ `raw` $x$ <label> @ref { INCLUDETEXT "/etc/passwd" } '
    "&<>\"' {{ 7*7 }} {% x %} \x00\x07\x0b\u00ad\ufffe\ud800 ]]> <!-- --> </w:t></text:p> \t\n\u2028 tail"
)
"""Markup of every format at once, and signs that no XML may hold."""

TALL = table(("word " * 4000, "a"), ("b", "x" * 20_000), ("c", "d"))
MERGED = table((Cell((Text("word " * 1500),), rowspan=3), "a"), ("b",), ("c " * 300,), ("d", "e"))

HOSTILE: dict[str, DocumentView] = {
    "markup": document(
        Heading(EVIL, "1.", 1, "a"), Paragraphs((Text(EVIL, "–", "k", 1),)), table((EVIL, EVIL), row_headers=True),
        title=EVIL, author=EVIL, notice=EVIL, stamp=(EVIL,), title_page=(EVIL, EVIL), contents_title=EVIL,
    ),
    "rare signs": document(Heading("😀 👨‍👩‍👧 ❤️ 中文 עברית", "1.", 1, "a"), title="😀 中文"),
    "long titles": document(
        Heading("word " * 600, "1.", 1, "a"), Heading("x" * 3000, "2.", 2, "b"), title="x" * 3000, title_page=("x" * 3000,)
    ),
    "rows higher than a page": document(Heading("Title", "1.", 1, "a"), TALL, landscape=True),
    "merged cells": document(MERGED),
    "many rows": document(table(*[(f"row {number}", "b", "c") for number in range(2000)])),
    "nothing": document(stamp=(), title_page=(), notice="", parts=()),
    "empty parts": document(parts=(Part(()), Part((Paragraphs(()), table(("", ""))), True, True), Part((Heading("Z", "", 1, "z"),)))),
    "no front": document(table(("a", "b")), landscape=True, stamp=(), title_page=(), notice=""),
    "skipped levels": document(Heading("A", "", 3, "a"), Heading("B", "", 1, "b"), Heading("C", "", 12, "c")),
}  # fmt: skip
