"""Where the words of a file differ from what the data say."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from stratkit.diagnostics import mark
from stratkit.document.readback.align import pairs
from stratkit.document.readback.content import Band, Box, Grid, Item, Line, without_looks
from stratkit.immutable import immutable


class Kind(Enum):
    """What happened; the value is the sentence."""

    CHANGED = mark("differs")
    SIGNS = mark("differs in quotes, dashes or the like alone")
    MOVED = mark("stands in another place")
    MERGED = mark("is merged with the one before it")
    MISSING = mark("is missing")
    ADDED = mark("is not in the data")


class What(Enum):
    """Which part of the document; the value is its name."""

    PARAGRAPH = mark("paragraph")
    TABLE = mark("table")
    ROW = mark("row")
    CELL = mark("cell")


@immutable
class Difference:
    """One place where file and data part.

    Args:
        kind: what happened.
        what: to which part.
        key: its address by meaning; of what stands before it if it is not in the data.
        column: the title of the column, for cells.
        expected: what the data say; None if nothing.
        found: what the file says; None if nothing.
        after: the address of what it stands after in the file, if it was moved.
    """

    kind: Kind
    what: What
    key: str
    column: str
    expected: str | None
    found: str | None
    after: str = ""


def compare(expected: Sequence[Item], found: Sequence[Item]) -> list[Difference]:
    """Every difference between the documents, in the order of the expected one."""
    return _with_moved(list(_items(expected, found)))


def _with_moved(found: list[Difference]) -> list[Difference]:
    """*found*, in which the same words that are missing here and too many there are one thing that was moved."""
    added: dict[tuple[What, str | None], deque[int]] = defaultdict(deque)
    for place, one in enumerate(found):
        if one.kind is Kind.ADDED and one.what is not What.CELL:
            added[one.what, one.found].append(place)
    made: list[Difference | None] = list(found)
    for place, one in enumerate(found):
        if one.kind is Kind.MISSING and (there := added.get((one.what, one.expected))):
            other = there.popleft()
            made[place] = replace(one, kind=Kind.MOVED, found=one.expected, after=found[other].key)
            made[other] = None
    return [one for one in made if one is not None]


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
            yield from _changed(What.PARAGRAPH, one.key, "", one.text, other.text)
        else:  # on one side only, or a table that became text
            yield from _single(_what(one), one, None, before)
            yield from _single(_what(other), None, other, before)


def _changed(what: What, key: str, column: str, expected: str, found: str) -> Iterator[Difference]:
    """A difference between two texts, if there is one."""
    if expected != found:
        alike = without_looks(expected) == without_looks(found)
        yield Difference(Kind.SIGNS if alike else Kind.CHANGED, what, key, column, expected, found)


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
    ours_begin, theirs_begin = ([box.column for box in band.boxes] for band in (one, other))
    if one.end == other.end and set(theirs_begin) < set(ours_begin):
        yield from _merged(one, other, titles)
        return
    if ours_begin != theirs_begin:
        # Columns were put in, taken out or merged: words tell which cells answer to each other.
        both = pairs([box.text for box in one.boxes], [box.text for box in other.boxes])
    else:
        both = ((place, place) for place in range(len(one.boxes)))
    for ours, theirs in both:
        mine = one.boxes[ours] if ours is not None else None
        yield from _cell(mine, other.boxes[theirs] if theirs is not None else None, titles, one.key)


def _merged(one: Band, other: Band, titles: Sequence[str]) -> Iterator[Difference]:
    """A row some of whose cells became one: that answers to all of them together."""
    for box in other.boxes:
        first, *others = (mine for mine in one.boxes if box.column <= mine.column < box.column + box.width)
        for mine in others:
            column = titles[mine.column] if mine.column < len(titles) else ""
            yield Difference(Kind.MERGED, What.CELL, mine.key, column, mine.text, None)
        words = tuple(line for mine in (first, *others) for line in mine.lines)
        yield from _cell(replace(first, lines=words), box, titles, one.key)
    reached = {column for box in other.boxes for column in range(box.column, box.column + box.width)}
    for mine in one.boxes:
        if mine.column not in reached:
            yield from _cell(mine, None, titles, one.key)


def _cell(mine: Box | None, other: Box | None, titles: Sequence[str], key: str) -> Iterator[Difference]:
    column = titles[mine.column] if mine is not None and mine.column < len(titles) else ""
    own, their = (mine.lines if mine is not None else ()), (other.lines if other is not None else ())
    key = mine.key if mine is not None else key
    if len(own) <= 1 and len(their) <= 1:  # one value: empty and filled are one change of it
        expected, found = (lines[0].text if lines else "" for lines in (own, their))
        yield from _changed(What.CELL, own[0].key if own else key, column, expected, found)
        return
    for ours, theirs in pairs([line.text for line in own], [line.text for line in their]):
        one = own[ours] if ours is not None else None
        two = their[theirs] if theirs is not None else None
        if one is not None and two is not None:
            yield from _changed(What.CELL, one.key or key, column, one.text, two.text)
        else:
            yield from _single(What.CELL, one, two, key, column)
