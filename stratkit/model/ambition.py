"""Whether a promise became more or less when figures and dates changed."""

from __future__ import annotations

import datetime
from typing import Any

from stratkit.model.numbers import Moment

Figure = int | float | None


def of_value(old: Figure, new: Figure, good: str | None) -> int:
    """A promised figure: 1 if it moved the good way, -1 if the other way; an unknown figure promises nothing.

    Args:
        old: the former figure.
        new: the later one.
        good: the good direction of the indicator: ``up``, ``down``, ``keep`` or unknown.
    """
    if old is None or new == old or good not in ("up", "down"):
        return 0
    if new is None:
        return -1
    return 1 if (new > old) == (good == "up") else -1


def of_date(old: Any, new: Any) -> int:
    """A date of completion: -1 if it moved to later, 1 if to earlier; no date at all is the latest."""
    before, after = _last(old), _last(new)
    return (after < before) - (after > before)


def _last(value: Any) -> datetime.date:
    if value is None:
        return datetime.date.max
    try:
        return Moment.parse(value).last
    except ValueError:  # a day that does not exist; the linter reports it
        return datetime.date.max
