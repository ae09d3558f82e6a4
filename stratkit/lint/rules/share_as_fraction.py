"""A share is planned in parts of one and not in percent.

## Why this is bad
0.6 % is printed where 60 % is meant, and every comparison with other regions is wrong by a hundred times.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 0.4, 2023: 0.5, 2024: 0.6}}   # error: IND031
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
from stratkit.lint.series import is_share, shown
from stratkit.model.linked import Strategy, Workspace

_SERIES = 2
_LEAST = 0.1
"""Shares that remain smaller are meant as they stand: a tenth of a percent is rarely planned."""


@rule("IND031", "share-as-fraction", Severity.WARNING, packs=("figures",))
def share_as_fraction(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        values = [value for value in indicator.values if value]
        if len(values) < _SERIES or min(values) >= 1 or not is_share(indicator):
            continue
        if _LEAST < max(values) <= 1:
            yield Finding(
                indicator.origin.at("plan"),
                say("the values of a share do not exceed one: {figures}", figures=shown(values)),
                say("write percent: 60 for 0.6"),
                subject=indicator.id,
            )
        others = [other for other in values if other > 1]
        for year, value in indicator.known:
            # A hundred times as much would stand among its neighbours.
            if _LEAST < value < 1 and others and min(others) <= 2 * 100 * value and 100 * value <= max(others):
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say("a share of {value} % stands among {figures}", value=value, figures=shown(others)),
                    say("write percent: 60 for 0.6"),
                    subject=indicator.id,
                )
