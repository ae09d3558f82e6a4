"""The reading of a value is doubtful.

## Why this is bad
The figure may be ten times another; it must be compared with the approved document.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40.5, 2023: 50, 2024: 60}, uncertain: {2022: decimal-restored}}   # error: IND003
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40.5, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("IND003", "doubtful-value", Severity.INFO, packs=("figures",))
def doubtful_value(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        years = [str(year) for year, doubt in indicator.uncertain.items() if doubt != "lost"]
        if years:
            yield Finding(
                indicator.origin.at("uncertain"),
                say(
                    "values of '{title}' were restored or are doubtful: {years}",
                    title=indicator.short,
                    years=", ".join(years),
                ),
                say("compare with the approved document, then remove the mark"),
                subject=indicator.id,
            )
