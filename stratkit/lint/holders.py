"""Which of many things have which word: the projects of a strategy, or its indicators.

Each thing is one bit, so that all that have a word are one number, and to ask which of them have any of some words takes
one step for each word and not one for each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Holders(defaultdict[bytes, int]):
    """The bits of those that have a word, by word; the first thing is the lowest bit.

    Args:
        things: the words of each.
    """

    def __init__(self, things: Iterable[Iterable[bytes]] = ()) -> None:
        super().__init__(int)
        for number, words in enumerate(things):
            bit = 1 << number
            for word in words:
                self[word] |= bit

    def any_of(self, words: Iterable[bytes]) -> int:
        """Those that have one of *words* at least."""
        found = 0
        for word in words:
            found |= self.get(word, 0)
        return found


class Counts:
    """How often each thing is named, written downwards: one number for the ones of all counts, one for the twos.

    Args:
        named: bits of things.
    """

    def __init__(self, named: Iterable[int] = ()) -> None:
        self._digits: list[int] = []
        for who in named:
            self._add(who, 0)

    def add(self, who: int, times: int) -> None:
        """Name each of *who* so many times more."""
        place = 0
        while times:
            if times & 1:
                self._add(who, place)
            times >>= 1
            place += 1

    def _add(self, carry: int, place: int) -> None:
        digits = self._digits
        while carry:
            if place < len(digits):
                digit = digits[place]
                digits[place], carry = digit ^ carry, digit & carry
                place += 1
            else:
                digits.append(0)

    def most(self) -> tuple[int, int]:
        """How often that is named which is named oftenest, and all that are; nothing is named 0 times."""
        count, who = 0, -1
        for place in reversed(range(len(self._digits))):
            if who & self._digits[place]:
                who &= self._digits[place]
                count += 1 << place
        return count, who if count else 0
