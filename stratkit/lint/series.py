"""Planned values as a series: what of it is known, where it ends, when its target is reached."""

from __future__ import annotations

from stratkit.lint.phrases import YES_OR_NO
from stratkit.lint.words import PERCENT_WORDS
from stratkit.model.linked import Indicator

Value = int | float
_SIGN, _WORD = PERCENT_WORDS


def is_copy(indicator: Indicator, other: Indicator) -> bool:
    """True if both say the same of the same: title, unit and plan."""
    return (
        indicator.title == other.title
        and indicator.unit is other.unit
        and tuple(indicator.plan.items()) == tuple(other.plan.items())
    )


def recorded(indicator: Indicator, year: int) -> set[object]:
    """Other values for *year* that editors found in the document and wrote down; each of them is TXT001."""
    return {one.value for one in indicator.variants if one.field == f"plan.{year}"}


def at_limit(indicator: Indicator, value: Value) -> bool:
    """True if *value* is the best that the unit allows, or the «yes» of an indicator that is yes or no."""
    unit = indicator.unit
    if unit is None or indicator.direction is None:
        return False
    if value == 1 and indicator.direction == "up" and YES_OR_NO.search(indicator.title):
        return True
    if indicator.direction == "keep":
        return False
    return value == (unit.maximum if indicator.direction == "up" else unit.minimum)


def is_share(indicator: Indicator) -> bool:
    """True for a share of a whole: its unit ends at a hundred."""
    return indicator.unit is not None and indicator.unit.maximum == 100


def has_percent(text: str) -> bool:
    """Whether a percentage can stand in *text*; asked first, because it is fast."""
    return _SIGN in text or _WORD in text


def shown(values: object) -> str:
    """A list of values as it stands in a message."""
    return ", ".join(str(value) for value in values) if isinstance(values, list | tuple) else str(values)
