"""What an indicator promises in one line: from where, to where, and what is reached so far."""

from __future__ import annotations

from stratkit.document.columns import number_text
from stratkit.immutable import immutable
from stratkit.model.linked import Indicator, Strategy
from stratkit.site.groups import answering


@immutable
class Promise:
    """The last value that is promised and can be read.

    Args:
        year: for which it is promised.
        value: what is promised.
        uncertain: its reading is doubtful.
        start: year and value from which it sets out: the baseline, else the first of the plan.
        baseline: the start was there before the plan.
        reached: the last fact that is known, with its year.
    """

    year: int
    value: float
    uncertain: bool
    start: tuple[int, float] | None
    baseline: bool
    reached: tuple[int, float] | None


def promise(indicator: Indicator) -> Promise | None:
    """The promise of *indicator*; None where no value of its plan can be read."""
    known = sorted((year, value) for year, value in indicator.plan.items() if value is not None)
    if not known:
        return None
    year, value = known[-1]
    baseline = indicator.baseline is not None and indicator.baseline[1] is not None
    before = [*([indicator.baseline] if indicator.baseline else []), *known[:-1]]
    start = next(((when, was) for when, was in before if was is not None), None)
    facts = sorted((when, fact.value) for when, fact in indicator.facts.items() if fact.value is not None)
    return Promise(year, value, year in indicator.uncertain, start, baseline, facts[-1] if facts else None)


def in_short(strategy: Strategy, indicator: Indicator) -> str:
    """What most readers are after: what is promised last and who answers, «2024 – 40 % · Министерство»."""
    last = promise(indicator)
    unit = f"\u00a0{indicator.unit.symbol}" if indicator.unit else ""
    mark = "*" if last and last.uncertain else ""
    value = f"{last.year}\u00a0–\u00a0{number_text(last.value)}{unit}{mark}" if last else ""
    return " · ".join(filter(None, (value, "; ".join(body.short for body in answering(strategy, indicator)))))
