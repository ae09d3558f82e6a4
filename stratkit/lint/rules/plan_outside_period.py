"""A value is planned for a year outside of the strategy's period.

## Why this is bad
The strategy is not in force then: nobody answers for the value.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200, 2030: 2000}   # error: IND025
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
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace


@rule("IND025", "plan-outside-period", Severity.INFO, packs=("figures", "methodology"))
def plan_outside_period(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    years = set(strategy.years)
    for indicator in strategy.indicators:
        outside = [year for year in indicator.plan if year not in years]
        if outside and years:
            yield Finding(
                indicator.origin.at("plan", str(outside[0])),
                say(
                    "'{title}' has values outside of the period of the strategy: {years}",
                    title=indicator.short,
                    years=shown(outside),
                ),
                say("a value from before the period is the 'baseline'"),
                subject=indicator.id,
            )
