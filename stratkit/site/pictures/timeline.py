"""The projects of a region on one line of years."""

from __future__ import annotations

from stratkit.immutable import immutable
from stratkit.model.linked import Industry, Project, Strategy, project_years

_BEYOND = 15
"""Years after the period that are still drawn; a mistyped year must not make a page of a thousand columns."""


@immutable
class Bar:
    """The term of a project: columns of years from ``start`` up to and without ``end``."""

    project: Project
    start: int
    end: int
    open_end: bool


@immutable
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


def _bar(project: Project, strategy: Strategy, years: tuple[int, ...]) -> Bar:
    start, end = project_years(project, strategy)
    open_end = project.term.to is None or project.term.then is not None
    low = min(max(start, years[0]), years[-1])
    high = years[-1] if open_end else min(max(end, low), years[-1])
    return Bar(project, low - years[0], high - years[0] + 1, open_end)
