"""An indicator of something that should become less, such as time, costs or complaints, is planned to grow.

## Why this is bad
The direction was copied from other indicators: the strategy promises people longer waiting or more paper.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Среднее время ожидания справки
        unit: minutes
        direction: up   # error: IND034
        plan: {2022: 10, 2023: 15, 2024: 20}
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Среднее время ожидания справки
        unit: minutes
        direction: down
        plan: {2022: 20, 2023: 15, 2024: 10}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import BURDEN, HANDLED
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_LEAST = 2


@rule("IND034", "burden-that-grows", Severity.WARNING, packs=("figures", "methodology"))
def burden_that_grows(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        values = indicator.values
        if indicator.direction != "up" or len(values) < _LEAST or values[0] >= values[-1]:
            continue
        said = BURDEN.match(indicator.title)
        if said is not None and not (said["part"] and HANDLED.search(indicator.title)):
            yield Finding(
                indicator.origin.at("id" if indicator.common else "direction"),
                say(
                    "'{words}' is planned to grow from {first} to {last}",
                    words=said[0],
                    first=values[0],
                    last=values[-1],
                ),
                say("turn the direction and the plan round, or say in the title what becomes better"),
                subject=indicator.id,
            )
