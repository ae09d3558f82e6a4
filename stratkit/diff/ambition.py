"""Which way the ambition goes when figures and dates change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stratkit.diff.change import Direction
from stratkit.model import ambition
from stratkit.model.ambition import Figure

_DIRECTIONS = {1: Direction.UP, 0: Direction.NEUTRAL, -1: Direction.DOWN}


def of_value(old: Figure, new: Figure, good: str | None) -> Direction:
    """A promised figure: up if it moved the good way; an unknown figure promises nothing.

    Args:
        old: the former figure.
        new: the later one.
        good: the good direction of the indicator: ``up``, ``down``, ``keep`` or unknown.
    """
    return _DIRECTIONS[ambition.of_value(old, new, good)]


def of_date(old: Any, new: Any) -> Direction:
    """A date of completion: later is less; no date at all is the latest."""
    return _DIRECTIONS[ambition.of_date(old, new)]


def of_term(old: Mapping[str, Any], new: Mapping[str, Any]) -> Direction:
    """A term: its end decides, then its start."""
    end = of_date(old.get("to"), new.get("to"))
    if end is not Direction.NEUTRAL or old.get("from") is None or new.get("from") is None:
        return end
    return of_date(old["from"], new["from"])
