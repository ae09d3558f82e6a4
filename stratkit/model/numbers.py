"""Official numbers and dates that are only partly known: how they compare."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

from stratkit.immutable import immutable


@lru_cache(maxsize=4096)
def number_key(number: int | str) -> tuple[int, ...]:
    """Sort key of an official number: 3 < 3.1 < 3.2 < 4."""
    return tuple(int(part) for part in str(number).split("."))


@immutable
class Moment:
    """A date as exact as it is known.

    Args:
        year: the year.
        month: 1-12, or None if only the year is known.
        day: 1-31, or None if only the month is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: int | str) -> Moment:
        """Read ``2024``, ``2024-07`` or ``2024-07-31``.

        Raises:
            ValueError: no such date exists.
        """
        return _moment(str(value))

    @property
    def first(self) -> datetime.date:
        """The first day that may be meant."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that may be meant."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def iso(self) -> str:
        """The value as it stands in data: ``2024``, ``2024-07``, ``2024-07-31``."""
        if self.month is None:
            return f"{self.year}"
        if self.day is None:
            return f"{self.year}-{self.month:02}"
        return self.first.isoformat()


@lru_cache(maxsize=4096)
def _moment(text: str) -> Moment:
    """The date that *text* names; strategies name the same few dates again and again."""
    moment = Moment(*(int(part) for part in text.split("-")))
    _ = moment.first
    return moment
