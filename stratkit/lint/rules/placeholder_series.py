"""Indicators of different projects have exactly the same values.

## Why this is bad
Three unrelated measures do not grow alike: somebody filled the table in with a pattern.

## Example
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей к врачу через интернет
        unit: percent
        direction: up
        plan: {2022: 18, 2023: 25, 2024: 32}   # error: IND012
      - {id: e-records, common: e-records, plan: {2022: 18, 2023: 25, 2024: 32}}
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 18, 2023: 25, 2024: 32}
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей к врачу через интернет
        unit: percent
        direction: up
        plan: {2022: 40, 2023: 50, 2024: 60}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Indicator, Strategy, Workspace

_OF_ONE = 3


@rule("IND012", "placeholder-series", Severity.WARNING, packs=("figures",))
def placeholder_series(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    alike: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for indicator in strategy.indicators:
        values = tuple(indicator.plan.values())
        if len(values) > 2 and None not in values and len(set(values)) == len(values):
            alike[values].append(indicator)
    for group in alike.values():
        message = _suspicion(strategy, group)
        if message is not None:
            yield Finding(
                group[0].origin.at("plan"),
                message,
                say("check each against the approved document"),
                related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in group[1:]),
                subject=group[0].id,
            )


def _suspicion(strategy: Strategy, group: list[Indicator]) -> Message | None:
    """Why indicators with equal values look copied: too many projects have them, or one project has them thrice."""
    if len(group) < _OF_ONE and not _telling(group):
        return None
    titles = {one.title for one in group}
    homes = Counter(project.id for one in group for project in strategy.projects_of("indicator", one.id)[:1])
    values, count = shown(list(group[0].plan.values())), len(group)
    if len(titles) > 1 and _telling(group):
        return say("{count} indicators have the same values with decimals: {values}", count=count, values=values)
    if min(len(titles), len(homes)) >= _enough(group[0]):
        return say(
            "{count} indicators of different projects have the same values: {values}", count=count, values=values
        )
    if len(titles) >= _OF_ONE <= max(homes.values(), default=0):
        return say("{count} indicators of one project have the same values: {values}", count=count, values=values)
    return None


def _telling(group: list[Indicator]) -> bool:
    """Whether two measures of different things hardly ever have these values: most are no whole numbers."""
    values = list(group[0].plan.values())
    odd = [value for value in values if value is not None and value % 1]
    return 2 * len(odd) > len(values) and len({one.common_id or one.id for one in group}) > 1


def _enough(indicator: Indicator) -> int:
    """How many equal series are no accident: round ones meet more often."""
    return 5 if all(value is None or value % 10 == 0 for value in indicator.plan.values()) else 3
