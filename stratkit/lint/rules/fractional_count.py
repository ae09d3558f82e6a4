"""A fraction of something that can only be counted whole.

## Why this is bad
There is no half of a school: a comma is misplaced, or the unit is another one.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700.5, 2024: 1200}   # error: IND007
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

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("IND007", "fractional-count", Severity.WARNING, packs=("figures",))
def fractional_count(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if indicator.unit is None or not indicator.unit.integer:
            continue
        for year, value in indicator.known:
            if value != int(value):
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say(
                        "the value {value} is not whole, and '{unit}' is counted whole",
                        value=value,
                        unit=indicator.unit.title,
                    ),
                    say("compare with the approved document"),
                    subject=indicator.id,
                )
