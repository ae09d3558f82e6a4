"""The projects of a region on one line of years."""

from __future__ import annotations

from dataclasses import dataclass

from stratkit.model.linked import Industry, Project, Strategy
from stratkit.model.numbers import Moment

_BEYOND = 15
"""Years after the period that are still drawn; a mistyped year must not make a page of a thousand columns."""


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
    ends = [project_years(one, strategy)[1] for one in strategy.projects]
    years = tuple(range(first, min(max([last, *ends]), last + _BEYOND) + 1))
    groups = (
        (industry, tuple(_bar(one, strategy, years) for one in industry.projects)) for industry in strategy.industries
    )
    return Timeline(years, tuple((industry, bars) for industry, bars in groups if bars))


def project_years(project: Project, strategy: Strategy) -> tuple[int, int]:
    """First and last year of a project; where its term is open, those of the strategy's period."""
    term, period = project.term, strategy.frame.period
    start = Moment.parse(term.from_).year if term.from_ is not None else period.from_
    end = Moment.parse(term.to).year if term.to is not None else period.to
    return start, max(start, end)


def _bar(project: Project, strategy: Strategy, years: tuple[int, ...]) -> Bar:
    start, end = project_years(project, strategy)
    open_end = project.term.to is None or project.term.then is not None
    low = min(max(start, years[0]), years[-1])
    high = years[-1] if open_end else min(max(end, low), years[-1])
    return Bar(project, low - years[0], high - years[0] + 1, open_end)
