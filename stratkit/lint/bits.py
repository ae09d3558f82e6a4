"""Sets of words as the bits of one number: to join, to compare and to count two of them takes as long as a look into one set.

A strategy has some two thousand different words, which is three hundred bytes; each of its projects is one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Numbered(dict[str, int]):
    """The bit that stands for each word; a new word gets the next one."""

    def __missing__(self, word: str) -> int:
        bit = self[word] = 1 << len(self)
        return bit


class Counts:
    """In how many sets each word stands, written downwards: one number for the ones of all counts, one for the twos.

    Args:
        sets: as bits.
    """

    def __init__(self, sets: Iterable[int]) -> None:
        self._digits: list[int] = []
        for one in sets:
            self._add(one)

    def _add(self, carry: int) -> None:
        for place, digit in enumerate(self._digits):
            if not carry:
                return
            self._digits[place], carry = digit ^ carry, digit & carry
        if carry:
            self._digits.append(carry)

    def at_least(self, count: int) -> int:
        """The words that stand in *count* sets or more; *count* is more than none."""
        if count.bit_length() > len(self._digits):
            return 0
        more, equal = 0, -1
        for place in reversed(range(len(self._digits))):
            digit = self._digits[place]
            if count >> place & 1:
                equal &= digit
            else:
                more |= equal & digit
                equal &= ~digit
        return more | equal

    def of(self, bit: int) -> int:
        """In how many sets the word stands for which *bit* stands."""
        return sum(1 << place for place, digit in enumerate(self._digits) if digit & bit)


def single(words: int) -> Iterator[int]:
    """The bit of each of the *words*."""
    while words:
        bit = words & -words
        yield bit
        words ^= bit
