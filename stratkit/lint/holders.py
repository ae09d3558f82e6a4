"""Which of many things have which word: the projects of a strategy, or its indicators.

Each thing is one bit, so that all that have a word are one number, and to ask which of them have any of some words takes
one step for each word and not one for each thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from struct import unpack


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
        column = list(named)
        while column:
            digit, column = _added(column)
            self._digits.append(digit)

    def most(self) -> tuple[int, int]:
        """How often that is named which is named oftenest, and all that are; nothing is named 0 times."""
        count, who = 0, -1
        for place in reversed(range(len(self._digits))):
            if who & self._digits[place]:
                who &= self._digits[place]
                count += 1 << place
        return count, who if count else 0


def _added(column: list[int]) -> tuple[int, list[int]]:
    """What stays of a column and what is carried on: of each three numbers one and one."""
    digit = 0
    carried: list[int] = []
    numbers = iter(column)
    for one in numbers:
        other = next(numbers, 0)
        either = one ^ other
        carry = one & other | either & digit
        if carry:
            carried.append(carry)
        digit ^= either
    return digit, carried


def spread(who: int) -> int:
    """A number in which each of *who* has 1 in a place of its own: such numbers, added up, count all things at once."""
    figures = f"{who:b}".encode("utf-32-be")  # four bytes for each figure: one for the figure, three that count on
    return int.from_bytes(figures.replace(b"0", b"\0").replace(b"1", b"\1"), "big")


def gathered(added: int, things: int) -> tuple[int, ...]:
    """What was *added* up for each of so many *things*, the first of them first."""
    return unpack(f"<{things}I", added.to_bytes(4 * things, "little"))


def single(bits: int) -> Iterator[int]:
    """Each of the *bits*, the lowest first."""
    while bits:
        bit = bits & -bits
        yield bit
        bits ^= bit
