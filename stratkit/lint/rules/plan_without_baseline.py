"""Not one indicator of the strategy says from which value its plan starts.

## Why this is bad
Whether a plan is bold or only repeats what there is already cannot be seen, and nobody can say afterwards what the strategy
brought.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}   # error: IND037
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
      - {id: visits, title: Доля приёмов на дому, unit: percent, direction: up, plan: {2022: 11, 2023: 12, 2024: 14}}
      - {id: calls, title: Доля вызовов через портал, unit: percent, direction: up, plan: {2022: 5, 2023: 15, 2024: 45}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
      - {id: visits, title: Доля приёмов на дому, unit: percent, direction: up, baseline: {year: "2021", value: 10}, plan: {2022: 11, 2023: 12, 2024: 14}}
      - {id: calls, title: Доля вызовов через портал, unit: percent, direction: up, plan: {2022: 5, 2023: 15, 2024: 45}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

# A few indicators may all measure what did not exist before.
_MANY = 5


@rule("IND037", "plan-without-baseline", Severity.INFO, packs=("figures", "methodology"))
def plan_without_baseline(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    planned = [one for one in strategy.indicators if one.known]
    if len(planned) >= _MANY and not any(one.baseline for one in planned):
        yield Finding(
            planned[0].origin.at("plan"),
            say("none of the indicators says from which value its plan starts; there are {count}", count=len(planned)),
            say("add the last value before the strategy as 'baseline'"),
            subject=strategy.id,
        )
