"""An indicator promises nothing for a year in which one of its projects is carried out.

## Why this is bad
In that year nobody can say whether the strategy is on course.

Before the first of its projects begins and after the last one is over nothing needs to be promised.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2024: 60}}   # error: IND001
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Indicator, Strategy, Workspace, project_years


@rule("IND001", "missing-plan-year", Severity.WARNING, packs=("figures", "methodology"))
def missing_plan_year(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if len(indicator.plan) >= len(strategy.years):
            continue
        missing = [str(year) for year in _years(indicator, strategy) if year not in indicator.plan]
        if missing:
            yield Finding(
                indicator.origin.at("plan"),
                say("the plan of '{title}' lacks {years}", title=indicator.short, years=", ".join(missing)),
                say("add the value; null where it is promised but unknown"),
                subject=indicator.id,
            )


def _years(indicator: Indicator, strategy: Strategy) -> Iterator[int]:
    """The years of the period from the first to the last that its projects and its plan have."""
    spans = [project_years(one, strategy) for one in strategy.projects_of("indicator", indicator.id)]
    if not spans:
        return iter(strategy.years)
    had = [year for span in spans for year in span] + list(indicator.plan)
    return (year for year in strategy.years if min(had) <= year <= max(had))
