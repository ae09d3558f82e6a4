"""An indicator that stands under no project.

## Why this is bad
It reaches neither the table of indicators nor anybody who works for it.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
      - {id: waiting-time, title: Время ожидания, unit: minutes, direction: down, plan: {2022: 30, 2023: 20, 2024: 10}}   # error: TRC004

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
from stratkit.model.linked import Strategy, Workspace


@rule("TRC004", "indicator-without-project", Severity.WARNING, packs=("methodology",))
def indicator_without_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if not strategy.projects_of("indicator", indicator.id):
            yield Finding(
                indicator.origin.at("id"),
                say("the indicator '{title}' stands under no project", title=indicator.short),
                say("add its id to 'indicators' of a project, or retire it"),
                subject=indicator.id,
            )
