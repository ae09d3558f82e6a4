"""The projects of a region on one line of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stratkit.model.linked import Industry, Project, Strategy
from stratkit.model.numbers import Moment


@dataclass(frozen=True, slots=True)
class Bar:
    """The term of a project: columns of years from ``start`` up to and without ``end``."""

    project: Project
    start: int
    end: int
    open_end: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Years, and the bars of each industry under them."""

    years: tuple[int, ...]
    groups: tuple[tuple[Industry, tuple[Bar, ...]], ...]


def timeline(strategy: Strategy) -> Timeline:
    """The timeline of *strategy*: from the first year of its period to the last end of a project."""
    first, last = strategy.frame.period.from_, strategy.frame.period.to
    ends = [Moment.parse(one.term.to).year for one in strategy.projects if one.term.to is not None]
    years = tuple(range(first, max([last, *ends]) + 1))
    groups = ((industry, tuple(_bar(one, years) for one in industry.projects)) for industry in strategy.industries)
    return Timeline(years, tuple((industry, bars) for industry, bars in groups if bars))


def _bar(project: Project, years: Sequence[int]) -> Bar:
    term = project.term
    start = Moment.parse(term.from_).year if term.from_ is not None else years[0]
    end = Moment.parse(term.to).year if term.to is not None else years[-1]
    open_end = term.to is None or term.then is not None
    low = min(max(start, years[0]), years[-1])
    high = years[-1] if open_end else min(max(end, low), years[-1])
    return Bar(project, low - years[0], high - years[0] + 1, open_end)
