"""A promised value is unknown.

## Why this is bad
The document shows a gap where citizens look for a figure.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: null, 2024: 60}, uncertain: {2023: lost}}   # error: IND002
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


@rule("IND002", "unknown-value", Severity.WARNING, packs=("figures",))
def unknown_value(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if len(indicator.known) == len(indicator.plan):
            continue
        lost = [str(year) for year, value in indicator.plan.items() if value is None]
        if len(lost) == len(indicator.plan):
            continue  # an indicator of which nothing is known is a finding of its own
        if lost:
            yield Finding(
                indicator.origin.at("plan"),
                say("values of '{title}' are unknown: {years}", title=indicator.short, years=", ".join(lost)),
                say("take them from the approved document and write the page"),
                subject=indicator.id,
            )
