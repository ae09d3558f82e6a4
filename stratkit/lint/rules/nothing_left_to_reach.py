"""The indicators of a project stand at their best or still for years before the project ends.

## Why this is bad
For the years that are left nothing tells whether the project works, and nothing is promised for its money.

Indicators count as they are known: a value that was lost says nothing. A single year of rest is no matter.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 100, 2023: 100, 2024: 100}
        national_goals: [digital-maturity]
    # demo/projects/education/portfolio.yaml
    term: {to: 2024, text: До 2024 года}   # error: IND035

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 60, 2023: 80, 2024: 100}
        national_goals: [digital-maturity]
    # demo/projects/education/portfolio.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import at_limit
from stratkit.model.linked import Indicator, Strategy, Workspace

_REST = 2


@rule("IND035", "nothing-left-to-reach", Severity.INFO, packs=("figures", "terms"))
def nothing_left_to_reach(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        end = project.last_year
        reached = [_still_from(one) for one in project.indicators] if end is not None else []
        years = [year for year in reached if year is not None]
        if end is None or not years or len(years) < len(reached) or end - max(years) < _REST:
            continue
        yield Finding(
            project.origin.at("term", "to"),
            say(
                "from {year} on no indicator of the project changes, and it goes on until {end}",
                year=max(years),
                end=end,
            ),
            say("plan what the project reaches in the years that are left, or let it end earlier"),
            related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in project.indicators[:5]),
            subject=project.id,
        )


def _still_from(indicator: Indicator) -> int | None:
    """The year from which on *indicator* is at its best, or the first one if it never changes; None if it goes on."""
    first: int | None = None
    for year, value in reversed(indicator.known):
        if not at_limit(indicator, value):
            break
        first = year
    if first is None and len(indicator.values) > 1 and len(set(indicator.values)) == 1:
        return indicator.known[0][0]
    return first
