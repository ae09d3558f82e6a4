"""An indicator has no title, no unit or no direction of its own and none from the catalogue.

## Why this is bad
A figure without a unit means nothing.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, plan: {2022: 40, 2023: 50, 2024: 60}}   # error: IND004
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
from stratkit.model.linked import Strategy, Workspace


@rule("IND004", "indicator-without-unit", Severity.ERROR, packs=("figures", "methodology"))
def indicator_without_unit(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if indicator.common_id is None and not (indicator.own_title and indicator.own_unit and indicator.direction):
            yield Finding(
                indicator.origin.at("id"),
                say("the indicator '{id}' needs a title, a unit and a direction", id=indicator.id),
                say("add 'title', 'unit' and 'direction', or name a common indicator under 'common'"),
                subject=indicator.id,
            )
