"""The planned value is the same in every year.

## Why this is bad
Nothing is promised to change, although the indicator has a direction.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 300, 2024: 300}   # error: IND011
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
from stratkit.lint.series import at_limit
from stratkit.model.linked import Strategy, Workspace


@rule("IND011", "flat-series", Severity.INFO, packs=("figures",))
def flat_series(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        values = indicator.values
        # What is at its limit from the start is a finding of its own; what is to be kept has to be flat.
        # A year whose value is lost does not make the others move.
        flat = len(values) > 1 and len(indicator.plan) > 2 and len(set(values)) == 1
        if flat and indicator.direction != "keep" and not at_limit(indicator, values[0]):
            lost = len(values) < len(indicator.plan)
            yield Finding(
                indicator.origin.at("plan"),
                say("'{title}' stays at {value} in all years that are known", title=indicator.short, value=values[0])
                if lost
                else say("'{title}' stays at {value} in all years", title=indicator.short, value=values[0]),
                say("check the values, or write 'direction: keep'"),
                subject=indicator.id,
            )
