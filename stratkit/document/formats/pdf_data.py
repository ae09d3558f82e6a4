"""A document as plain data for the Typst template."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from stratkit.document.grid import Slot, grid
from stratkit.document.measure import CELL_AFTER, CELL_MARGIN, heights, line_count, notes_height, text_width
from stratkit.document.pages import Page, page, spreads
from stratkit.document.pagination import APART, ENTRY_AFTER, ENTRY_INDENT, HEADING_AFTER, HEADING_BEFORE, TITLE_BEFORE
from stratkit.document.typography import NBSP, NUMBER, SHORT, clean
from stratkit.document.view import Block, Cell, DocumentView, Heading, Look, Paragraphs, Table, Text

_LONG = re.compile(r"[^ -]{6,}")
_JOINT = "\u200b"
"""A place where a word longer than its column may part; it shows nothing."""

_LEADING = 3
"""Longer words before a list, in lines, part from it where the page ends: else much of it stays empty."""

Piece = tuple[str, Look]
"""Words of a comparison, and how they look."""

Data = dict[str, Any]


def document_data(view: DocumentView) -> Data:
    """Everything that ``document.typ`` reads; lengths as :class:`Layout` has them."""
    layout, upright = view.layout, page(view.layout, landscape=False)
    language, _, region = view.language.partition("-")
    listed = {id(heading) for heading in view.headings}
    wide = upright.text_width
    return {
        "title": clean(view.title) or view.id, "author": clean(view.author), "lang": language, "region": region,
        "layout": {
            "fonts": (), "size": layout.size, "table": layout.table_size, "spacing": layout.line_spacing,
            "indent": layout.indent, "number": layout.page_number, "distance": layout.number_distance,
            "whole": "|".join(one.pattern for one in _kept_whole(whole_numbers=layout.whole_numbers)),
        },
        "heading": {"before": HEADING_BEFORE * layout.gaps, "after": HEADING_AFTER * layout.gaps},
        "entry": {"indent": ENTRY_INDENT, "after": ENTRY_AFTER},
        "apart": APART * layout.gaps,
        "cell": {"margin": CELL_MARGIN, "after": CELL_AFTER * layout.gaps},
        "stamp": [_broken(line, layout.stamp_width, layout.size) for line in view.stamp],
        "stamp-left": max(wide - layout.stamp_width, 0),
        "title-page": [_broken(line, wide, layout.size, bold=True) for line in view.title_page],
        "title-before": upright.text_height * TITLE_BEFORE,
        "notice": _broken(view.notice, wide, layout.size),
        "contents": clean(view.contents_title), "depth": view.contents_depth, "listed": bool(view.headings),
        "front": view.has_front, "upright": asdict(upright), "spreads": list(_spreads(view, listed)),
    }  # fmt: skip


def _spreads(view: DocumentView, listed: set[int]) -> Iterator[Data]:
    depth = 0
    places = itertools.count()
    for landscape, parts in spreads(view):
        sheet = page(view.layout, landscape=landscape)
        blocks: list[Data] = []
        for part in parts:
            if part.new_page:
                blocks.append({"kind": "break"})
            for block in part.blocks:
                if isinstance(block, Heading):
                    depth = min(block.level, depth + 1)  # PDF/UA: no level is skipped on the way down
                blocks.append(_block(block, next(places), sheet, view, listed, depth))
        yield {"page": asdict(sheet), "blocks": blocks}


def _block(block: Block, place: int, sheet: Page, view: DocumentView, listed: set[int], depth: int) -> Data:
    size = view.layout.size
    if isinstance(block, Heading):
        text = _broken(block.label, sheet.text_width, size, bold=True)
        return {"kind": "heading", "level": depth, "listed": id(block) in listed, "text": text}
    if isinstance(block, Paragraphs):
        return {
            "kind": "text",
            "leads": block.leads,
            "apart": block.apart,
            "items": [_item(item, sheet.text_width, size) for item in block.items],
        }
    return _table(block, place, sheet, view)


def _table(table: Table, place: int, sheet: Page, view: DocumentView) -> Data:
    layout = view.layout
    widths = [sheet.text_width * share / 100 for share in table.widths]

    def cells(slots: list[Slot], *, bold: bool) -> list[Data]:
        return [
            {
                **_cell(
                    slot.cell, sum(widths[slot.column : slot.column + slot.cell.colspan]), layout.table_size, bold=bold
                ),
                "column": slot.column,
            }
            for slot in slots
            if slot.start
        ]

    size = heights(table, sheet, layout)
    return {
        "kind": "table",
        "place": place,
        "notes-height": notes_height(table, sheet, layout),
        "widths": table.widths,
        "heads": [cells(slots, bold=True) for _, slots in grid(table.heads, table.columns)],
        "rows": [
            {
                "group": row.group,
                "whole": whole,
                "together": together,
                "lacking": lacking,
                "cells": cells(slots, bold=row.group),
            }
            for (row, slots), whole, together, lacking in zip(
                grid(table.rows, table.columns), size.whole, size.together, size.lacking, strict=True
            )
        ],
        "title": clean(table.notes_title),
        "notes": [(note.number, clean(note.text)) for note in table.notes],
    }


def _cell(cell: Cell, width: float, size: float, *, bold: bool) -> Data:
    return {
        "content": [_item(item, width - 2 * CELL_MARGIN, size, bold=bold) for item in cell.content],
        "leads": [_leads(item, width - 2 * CELL_MARGIN, size) for item in cell.content],
        "rows": cell.rowspan,
        "columns": cell.colspan,
        "figure": cell.numeric,
        "note": cell.note,
    }


def _leads(item: Text, width: float, size: float) -> bool:
    """True if *item* stays on the page of what follows it: a few words that lead to a list."""
    return item.text.endswith(":") and line_count(item.text, width, size) <= _LEADING


def _item(item: Text, width: float, size: float, *, bold: bool = False) -> tuple[str, str | list[Piece], int]:
    words: str | list[Piece] = _broken(item.text, width, size, bold=bold)
    if item.pieces:
        words = [(_broken(text, width, size, bold=look == "new"), look) for text, look in item.pieces]
    return clean(item.marker), words, min(item.level, 3)


def _kept_whole(*, whole_numbers: bool) -> Iterator[re.Pattern[str]]:
    """What does not part at a hyphen; written so that Typst understands it, too."""
    if whole_numbers:
        yield NUMBER
    yield SHORT


def _broken(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """*text* whose words all fit into a column of *width* millimetres: longer ones may part anywhere."""

    def part(match: re.Match[str]) -> str:
        word = match.group()
        if text_width(word, size, bold=bold) <= width:
            return word
        if NBSP in word:  # rather between words than inside one
            return _LONG.sub(part, word.replace(NBSP, " "))
        return _JOINT.join(("", *word))

    def part_at_hyphens(match: re.Match[str]) -> str:
        word = match.group()
        return word.replace("-", f"-{_JOINT}") if text_width(word, size, bold=bold) > width else word

    made = _LONG.sub(part, clean(text))
    if "-" in made:
        for pattern in (NUMBER, SHORT):
            made = pattern.sub(part_at_hyphens, made)
    return made
