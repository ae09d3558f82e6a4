"""A plan stands still for a year and then moves on, or stops before its best value; or one year brings nearly everything.

## Why this is bad
For that year nothing is promised: the value was copied, or nobody planned the year.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 50, 2023: 50, 2024: 60}}   # error: IND026
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import at_limit
from stratkit.model.linked import Indicator, Strategy, Workspace

_LEAP, _STEP = 0.9, 0.05
"""How large a part of the way is a leap, and how small a part hardly a step."""


@rule("IND026", "idle-year", Severity.INFO, packs=("figures",))
def idle_year(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        series = indicator.known
        if indicator.direction == "keep" or len(set(indicator.values)) < 2:
            continue  # one value in all years is IND011 or IND014
        idle = [
            year
            for (_, before), (year, value) in pairwise(series)
            if value == before and not at_limit(indicator, value)
        ]
        nearly = [] if idle else _nearly_idle(indicator)
        for year in (idle or nearly)[:1]:
            yield Finding(
                indicator.origin.at("plan", str(year)),
                say("'{title}' plans for {year} what it planned for the year before", title=indicator.short, year=year)
                if idle
                else say(
                    "'{title}' plans for {year} hardly anything beyond the year before; all else is reached in one year",
                    title=indicator.short,
                    year=year,
                ),
                say("compare with the approved document"),
                subject=indicator.id,
            )


def _nearly_idle(indicator: Indicator) -> list[int]:
    """The years that bring hardly anything in a plan of which one year brings nearly everything."""
    steps = [(year, abs(value - before)) for (_, before), (year, value) in pairwise(indicator.known)]
    values = indicator.values
    way = max(values) - min(values)
    if max(step for _, step in steps) < _LEAP * way or at_limit(indicator, values[-1]):
        return []
    return [year for year, step in steps if step < _STEP * way]
