"""Many texts in one piece, to be searched at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from stratkit.diagnostics.pattern import Pattern
from stratkit.immutable import immutable

Whole = TypeVar("Whole", str, bytes)


@immutable
class Joined(Generic[Whole]):
    """Texts one after the other, with signs between them that stand in none.

    Args:
        whole: all of them.
        starts: where each of them begins.
    """

    whole: Whole
    starts: list[int]

    def index(self, place: int) -> int:
        """The text in which a place is."""
        return bisect_right(self.starts, place) - 1

    def places(self, sign: Whole) -> Iterator[tuple[int, int]]:
        """The texts in which *sign* stands, and where: all places, in order."""
        start = self.whole.find(sign)
        while start >= 0:
            index = self.index(start)
            yield index, start - self.starts[index]
            start = self.whole.find(sign, start + 1)

    def with_sign(self, sign: Whole) -> list[int]:
        """The texts in which *sign* stands, in order."""
        find, starts = self.whole.find, self.starts
        found: list[int] = []
        start = find(sign)
        while start >= 0:
            after = bisect_right(starts, start)
            found.append(after - 1)
            if after == len(starts):
                break
            start = find(sign, starts[after])
        return found


def matching(joined: Joined[str], pattern: Pattern) -> list[int]:
    """The texts in which *pattern* is found when all are searched in one piece, which is faster than one by one."""
    found: list[int] = []
    match = pattern.search(joined.whole)
    while match is not None:
        index = joined.index(match.start())
        found.append(index)
        if index + 1 == len(joined.starts):
            break
        match = pattern.search(joined.whole, joined.starts[index + 1])
    return found


def starts_of(words: Sequence[str] | Sequence[bytes], gap: int) -> list[int]:
    """Where each of *words* begins when they are joined by *gap* signs."""
    return [0, *accumulate([len(one) + gap for one in words[:-1]])] if words else []
