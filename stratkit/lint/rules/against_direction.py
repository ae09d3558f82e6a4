"""Planned values run against the direction that is called good.

## Why this is bad
Either the plan gets worse from year to year, or the direction is wrong and progress is shown upside down.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 700, 2023: 300, 2024: 1200}   # error: IND008
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_AGAINST = {"up": operator.lt, "down": operator.gt, "keep": operator.ne}
"""How a value is to the one before it that goes against each direction."""


@rule("IND008", "against-direction", Severity.WARNING, packs=("figures", "methodology"))
def against_direction(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        is_against = _AGAINST.get(indicator.direction or "")
        if is_against is None:
            continue
        baseline = indicator.baseline
        start = [(baseline[0], baseline[1])] if baseline is not None and baseline[1] is not None else []
        series = [*start, *indicator.known]
        for (before, old), (year, new) in pairwise(series):
            if is_against(new, old):
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say(
                        "'{title}' goes from {old} in {before} to {new} in {year}, against its direction",
                        title=indicator.short,
                        old=old,
                        before=before,
                        new=new,
                        year=year,
                    ),
                    say("check the values and 'direction'"),
                    subject=indicator.id,
                )
                break
