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

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND012", "placeholder-series", Severity.WARNING, packs=("figures",))
def placeholder_series(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    alike: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for indicator in strategy.indicators:
        values = tuple(indicator.plan.values())
        if len(values) > 2 and None not in values and len(set(values)) == len(values):
            alike[indicator.unit, values].append(indicator)
    for group in alike.values():
        titles = {one.title for one in group}
        homes = {project.id for one in group for project in strategy.projects_of("indicator", one.id)[:1]}
        if min(len(titles), len(homes)) >= _enough(group[0]):
            yield Finding(
                group[0].origin.at("plan"),
                say(
                    "{count} indicators of different projects have the same values: {values}",
                    count=len(group),
                    values=shown(list(group[0].plan.values())),
                ),
                say("check each against the approved document"),
                related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in group[1:]),
                subject=group[0].id,
            )


def _enough(indicator: Indicator) -> int:
    """How many equal series are no accident: round ones meet more often."""
    return 5 if all(value is None or value % 10 == 0 for value in indicator.plan.values()) else 3
