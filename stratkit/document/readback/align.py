"""Which text of one sequence answers to which of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Places in the first and in the second sequence; None where nothing answers."""

LIKE = 0.34
"""Two texts with this share of common words may be one text that was changed."""

_MOST = 10_000
"""Pairs that are compared word by word; longer stretches are paired in order."""

_WORD = re.compile(r"\w+|[^\w\s]")


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """The places of *old* and *new*, paired in order: equal texts first, then those most alike."""
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            yield from zip(range(start, end), range(begin, stop), strict=True)
        elif kind == "replace":
            yield from _alike(old, new, range(start, end), range(begin, stop))
        else:
            yield from ((place, None) for place in range(start, end))
            yield from ((None, place) for place in range(begin, stop))


def _alike(old: Sequence[str], new: Sequence[str], ours: range, theirs: range) -> Iterator[Pair]:
    """The best pairing that keeps the order, by the words that texts share."""
    if len(ours) * len(theirs) > _MOST:
        common = min(len(ours), len(theirs))
        yield from zip(ours[:common], theirs[:common], strict=True)
        yield from ((place, None) for place in ours[common:])
        yield from ((None, place) for place in theirs[common:])
        return
    left, right = [_bag(old[place]) for place in ours], [_bag(new[place]) for place in theirs]
    scores = [[_likeness(one, other) for other in right] for one in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            score = scores[row][column]
            both = best[row + 1][column + 1] + score if score >= LIKE else 0.0
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(left) and column < len(right):
        score = scores[row][column]
        if score >= LIKE and best[row][column] == best[row + 1][column + 1] + score:
            yield ours[row], theirs[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield ours[row], None
            row += 1
        else:
            yield None, theirs[column]
            column += 1
    yield from ((ours[place], None) for place in range(row, len(left)))
    yield from ((None, theirs[place]) for place in range(column, len(right)))


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Share of common words, from 0 to 1 (Dice); two empty texts are alike."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
