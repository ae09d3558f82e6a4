"""Which act changed what: the units of a document, followed through its editions.

A unit is the smallest part that Russian consolidated texts mark: a heading, a point, a paragraph, a row
of a table. Headings, points and rows are known by their addresses; paragraphs without numbers have none
that lasts, so they are known by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stratkit.document.view import Block, DocumentView, Heading, Paragraphs, Row, Table, Text
from stratkit.model.wording import pairs

How = Literal["added", "changed", "gone"]
Step = tuple[How, int]
"""What happened to a unit, and in which edition, counted from 0."""

KINDS = (
    "section", "named-section", "subsection", "named-subsection", "point", "paragraph", "table", "part", "row",
    "named-row", "notes",
)  # fmt: skip
"""The kinds of units that are marked."""

_POINT = re.compile(r"(\d+(?:\.\d+)*)[.)]?\Z")
_ROW_NUMBER = re.compile(r"\d+(?:\.\d+)*\Z")


@dataclass(eq=False, slots=True)
class Unit:
    """A unit of a document with what became of it.

    Args:
        kind: as the marks of the consolidated text call it, e.g. ``point``.
        key: its address; empty for what is known by its words only.
        words: what it says itself, without the units inside it.
        source: the last thing of the document that belongs to it, without the units inside it.
        number: its number.
        title: its name.
        inside: the units inside it, in order.
        steps: what happened to it since the first edition.
        first: units that are gone and stood at its beginning.
        behind: units that are gone and stood behind it.
    """

    kind: str
    key: str
    words: tuple[str, ...]
    source: object
    number: str = ""
    title: str = ""
    inside: list[Unit] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    first: list[Unit] = field(default_factory=list)
    behind: list[Unit] = field(default_factory=list)


def followed(editions: Sequence[DocumentView]) -> Unit:
    """The units of the last of *editions*, each with what happened to it in which edition."""
    former = outline(editions[0])
    for edition, view in enumerate(editions[1:], 1):
        later = outline(view)
        _follow(former, later, edition)
        former = later
    return former


# ---- the units of one edition ----


def outline(view: DocumentView) -> Unit:
    """The units of a document, one inside the other."""
    root = Unit("document", "", (view.title,), view)
    path: list[tuple[int, Unit]] = [(0, root)]
    for block in view.blocks:
        if isinstance(block, Heading):
            while len(path) > 1 and path[-1][0] >= block.level:
                path.pop()
            unit = _heading(block)
            path[-1][1].inside.append(unit)
            path.append((block.level, unit))
        else:
            path[-1][1].inside += _own(block)
    return root


def _heading(block: Heading) -> Unit:
    kind = "section" if block.level == 1 else "subsection"
    found = re.search(r"\d+(?:\.\d+)*|\b[IVXLC]+\b", block.number)
    number = found[0] if found else ""
    return Unit(
        kind if number else f"named-{kind}", f"heading/{block.key}", (_plain(block.label),), block, number, block.text
    )


def _own(block: Block) -> Iterator[Unit]:
    if isinstance(block, Paragraphs):
        for item in block.items:
            found = _POINT.match(item.marker)
            if found:
                yield Unit("point", item.key, _words([item]), item, found[1])
            else:
                yield Unit("paragraph", item.key, _words([item]), item)
    elif isinstance(block, Table):
        yield _table(block)


def _table(table: Table) -> Unit:
    """A table; what its heads say is its own, its rows are inside, and its notes behind them."""
    heads = tuple(words for row in table.heads for words in _row_words(row))
    unit = Unit("table", f"table/{table.key}", heads, table)
    part = unit
    for rows in blocks_of(table.rows):
        made = _row(rows)
        if rows[0].group:
            part = made
            unit.inside.append(part)
        else:
            part.inside.append(made)
    if table.notes:
        words = tuple(_plain(note.text) for note in table.notes)
        unit.inside.append(Unit("notes", f"notes/{table.key}", words, table.notes))
    return unit


def _row(rows: Sequence[Row]) -> Unit:
    words = tuple(each for row in rows for each in _row_words(row))
    if rows[0].group:
        return Unit("part", f"part/{rows[0].key}", words, rows[-1], title=_plain(rows[0].cells[0].text))
    label = _plain(rows[0].cells[0].text) if rows[0].cells else ""
    if _ROW_NUMBER.match(label):
        return Unit("row", f"row/{rows[0].key}", words, rows[-1], label)
    return Unit("named-row", f"row/{rows[0].key}", words, rows[-1], title=label)


def blocks_of(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows as acts count them: everything beside one cell of the first column."""
    block: list[Row] = []
    left = 0
    for row in rows:
        if left == 0:
            if block:
                yield block
            block, left = [], row.cells[0].rowspan if row.cells else 1
        block.append(row)
        left -= 1
    if block:
        yield block


def _row_words(row: Row) -> Iterator[str]:
    for cell in row.cells:
        note = f" ({cell.note})" if cell.note is not None else ""
        yield _plain(cell.text) + note


def _words(items: Iterable[Text]) -> tuple[str, ...]:
    return tuple(_plain(f"{item.marker} {item.text}") for item in items)


def _plain(text: str) -> str:
    """*text* with single spaces: how it is broken into lines changes nothing."""
    return " ".join(text.split())


# ---- from one edition to the next ----


def _follow(old: Unit, new: Unit, edition: int) -> None:
    """Hand what happened to *old* and to all inside it over to *new*, and add what *edition* did."""
    new.steps = list(old.steps)
    if old.words != new.words:
        new.steps.append(("changed", edition))
    new.first, new.behind = list(old.first), list(old.behind)
    matched = _matched(old.inside, new.inside)
    counterparts = {id(one): other for one, other in matched}
    stayed = {id(other) for _, other in matched}
    for one in new.inside:
        if id(one) not in stayed:
            one.steps = [("added", edition)]
    last: Unit | None = None
    for one in old.inside:
        other = counterparts.get(id(one))
        if other is not None:
            _follow(one, other, edition)
            last = other
        else:
            one.steps = [("gone", edition)]
            _place(one, last, new).extend((one, *one.behind))


def _place(gone: Unit, last: Unit | None, parent: Unit) -> list[Unit]:
    """Where a unit that is gone is remembered: notes stand under their table, all else behind what stood before it."""
    if gone.kind == "notes":
        return parent.behind
    return last.behind if last is not None else parent.first


def _matched(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Which of the *old* units became which of the *new* ones."""
    lasting = {(one.kind, one.key): one for one in new if _lasts(one)}
    found = [(one, lasting[one.kind, one.key]) for one in old if _lasts(one) and (one.kind, one.key) in lasting]
    before, after = ([one for one in units if not _lasts(one)] for units in (old, new))
    left: list[Unit] = []
    taken: set[int] = set()
    for i, k in pairs([" ".join(one.words) for one in before], [" ".join(one.words) for one in after]):
        if i is not None and k is not None:
            found.append((before[i], after[k]))
            taken.add(k)
        elif i is not None:
            left.append(before[i])
    # What was reworded beyond recognition is still the same unit if it stands at the same address.
    free = {one.key: one for index, one in enumerate(after) if index not in taken and one.key}
    return found + [(one, free[one.key]) for one in left if one.key in free]


def _lasts(unit: Unit) -> bool:
    """Whether the address of a unit is the same in all editions."""
    return unit.kind != "paragraph"
