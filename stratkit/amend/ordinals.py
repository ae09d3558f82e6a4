"""Ordinal numbers in words, in every gender and case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from stratkit.model.amendments import Case, Gender, Ordinals

LAST = 99
"""The greatest number that is put into words."""


class OrdinalWords:
    """Writes and reads ordinal numbers by their table of stems and endings."""

    def __init__(self, data: Ordinals) -> None:
        self.endings = data.endings
        self.numbers = {one.number: one for one in data.numbers}
        self.write = lru_cache(maxsize=1024)(self._write)

    def _write(self, number: int, gender: Gender, case: Case) -> str:
        if number in self.numbers:
            one = self.numbers[number]
            return one.stem + self.endings[one.endings][gender][case]
        tens, units = divmod(number, 10)
        return f"{self.numbers[10 * tens].before} {self.write(units, gender, case)}"

    def read(self, text: str, at: int, gender: Gender, case: Case) -> Iterator[tuple[int, int]]:
        """Every number that the words at *at* may mean: where they end, and the number."""
        for number in range(1, LAST + 1):
            words = self.write(number, gender, case)
            if text.startswith(words, at):
                yield at + len(words), number
