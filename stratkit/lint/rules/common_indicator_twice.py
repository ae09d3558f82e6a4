"""A region promises one common indicator twice, with different values.

## Why this is bad
One of the two is wrong, and nobody knows which.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
      - id: school-records
        common: e-records
        plan: {2022: 10, 2023: 30, 2024: 50}   # error: IND009
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей через интернет, unit: percent, direction: up, plan: {2022: 40}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей через интернет, unit: percent, direction: up, plan: {2022: 40}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND009", "common-indicator-twice", Severity.WARNING, packs=("figures", "comparison"))
def common_indicator_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[str, Indicator] = {}
    for indicator in strategy.indicators:
        if indicator.common is None:
            continue
        other = first.setdefault(indicator.common.id, indicator)
        years = [year for year, value in indicator.known if other.plan.get(year, value) not in (value, None)]
        if years:
            yield Finding(
                indicator.origin.at("plan"),
                say(
                    "the common indicator '{title}' has other values under '{other}': {years}",
                    title=indicator.short,
                    other=other.id,
                    years=shown(years),
                ),
                say("keep one entry and link both projects to it"),
                related=((other.origin.at("plan"), say("the other values stand here")),),
                subject=indicator.id,
            )
