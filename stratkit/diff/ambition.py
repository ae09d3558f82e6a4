"""Which way the ambition goes when figures and dates change."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from stratkit.diff.change import Direction
from stratkit.model.numbers import Moment

Figure = int | float | None


def of_value(old: Figure, new: Figure, good: str | None) -> Direction:
    """A promised figure: up if it moved the good way; an unknown figure promises nothing.

    Args:
        old: the former figure.
        new: the later one.
        good: the good direction of the indicator: ``up``, ``down``, ``keep`` or unknown.
    """
    if old is None or good not in ("up", "down"):
        return Direction.NEUTRAL
    if new is None:
        return Direction.DOWN
    if new == old:
        return Direction.NEUTRAL
    return Direction.UP if (new > old) == (good == "up") else Direction.DOWN


def of_date(old: Any, new: Any) -> Direction:
    """A date of completion: later is less; no date at all is the latest."""
    return _later(_last(old), _last(new))


def of_term(old: Mapping[str, Any], new: Mapping[str, Any]) -> Direction:
    """A term: its end decides, then its start."""
    end = of_date(old.get("to"), new.get("to"))
    if end is not Direction.NEUTRAL or old.get("from") is None or new.get("from") is None:
        return end
    return of_date(old["from"], new["from"])


def _last(value: Any) -> datetime.date:
    if value is None:
        return datetime.date.max
    try:
        return Moment.parse(value).last
    except ValueError:  # a day that does not exist; the linter reports it
        return datetime.date.max


def _later(old: datetime.date, new: datetime.date) -> Direction:
    if new == old:
        return Direction.NEUTRAL
    return Direction.DOWN if new > old else Direction.UP
