"""Where the words of a file differ from what the data say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from stratkit.diagnostics import mark
from stratkit.document.readback.align import pairs
from stratkit.document.readback.content import Band, Box, Grid, Item, Line


class Kind(Enum):
    """What happened; the value is the sentence."""

    CHANGED = mark("differs")
    MISSING = mark("is missing")
    ADDED = mark("is not in the data")


class What(Enum):
    """Which part of the document; the value is its name."""

    PARAGRAPH = mark("paragraph")
    TABLE = mark("table")
    ROW = mark("row")
    CELL = mark("cell")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where file and data part.

    Args:
        kind: what happened.
        what: to which part.
        key: its address by meaning; of what stands before it if it is not in the data.
        column: the title of the column, for cells.
        expected: what the data say; None if nothing.
        found: what the file says; None if nothing.
    """

    kind: Kind
    what: What
    key: str
    column: str
    expected: str | None
    found: str | None


def compare(expected: Sequence[Item], found: Sequence[Item]) -> list[Difference]:
    """Every difference between the documents, in the order of the expected one."""
    return list(_items(expected, found))


def _items(expected: Sequence[Item], found: Sequence[Item]) -> Iterator[Difference]:
    before = ""
    # A sign that no text holds: a table never answers to a paragraph.
    for ours, theirs in pairs(_tokens(expected), _tokens(found)):
        one = expected[ours] if ours is not None else None
        other = found[theirs] if theirs is not None else None
        before = one.key if one is not None else before
        if isinstance(one, Grid) and isinstance(other, Grid):
            yield from _table(one, other)
        elif isinstance(one, Line) and isinstance(other, Line):
            if one.text != other.text:
                yield Difference(Kind.CHANGED, What.PARAGRAPH, one.key, "", one.text, other.text)
        else:  # on one side only, or a table that became text
            yield from _single(_what(one), one, None, before)
            yield from _single(_what(other), None, other, before)


def _tokens(items: Sequence[Item]) -> list[str]:
    return [f"\x00 {item.text}" if isinstance(item, Grid) else item.text for item in items]


def _what(item: Item | None) -> What:
    return What.TABLE if isinstance(item, Grid) else What.PARAGRAPH


def _single(
    what: What, one: Item | Band | None, other: Item | Band | None, key: str, column: str = ""
) -> Iterator[Difference]:
    """What stands on one side only."""
    if one is not None:
        yield Difference(Kind.MISSING, what, one.key or key, column, one.text, None)
    elif other is not None:
        yield Difference(Kind.ADDED, what, key, column, None, other.text)


def _table(one: Grid, other: Grid) -> Iterator[Difference]:
    before = one.key
    for ours, theirs in pairs([band.text for band in one.bands], [band.text for band in other.bands]):
        if ours is not None and theirs is not None:
            yield from _row(one.bands[ours], other.bands[theirs], one.titles)
        else:
            mine = one.bands[ours] if ours is not None else None
            yield from _single(What.ROW, mine, other.bands[theirs] if theirs is not None else None, before)
        before = one.bands[ours].key if ours is not None else before


def _row(one: Band, other: Band, titles: Sequence[str]) -> Iterator[Difference]:
    if one.text == other.text:
        return
    places = {box.column: box for box in other.boxes}
    if [box.column for box in one.boxes] != list(places):
        # Columns were put in, taken out or merged: words tell which cells answer to each other.
        both = pairs([box.text for box in one.boxes], [box.text for box in other.boxes])
    else:
        both = ((place, place) for place in range(len(one.boxes)))
    for ours, theirs in both:
        mine = one.boxes[ours] if ours is not None else None
        yield from _cell(mine, other.boxes[theirs] if theirs is not None else None, titles, one.key)


def _cell(mine: Box | None, other: Box | None, titles: Sequence[str], key: str) -> Iterator[Difference]:
    column = titles[mine.column] if mine is not None and mine.column < len(titles) else ""
    own, their = (mine.lines if mine is not None else ()), (other.lines if other is not None else ())
    key = mine.key if mine is not None else key
    if len(own) <= 1 and len(their) <= 1:  # one value: empty and filled are one change of it
        expected, found = (lines[0].text if lines else "" for lines in (own, their))
        if expected != found:
            yield Difference(Kind.CHANGED, What.CELL, own[0].key if own else key, column, expected, found)
        return
    for ours, theirs in pairs([line.text for line in own], [line.text for line in their]):
        one = own[ours] if ours is not None else None
        two = their[theirs] if theirs is not None else None
        if one is not None and two is not None:
            if one.text != two.text:
                yield Difference(Kind.CHANGED, What.CELL, one.key or key, column, one.text, two.text)
        else:
            yield from _single(What.CELL, one, two, key, column)
