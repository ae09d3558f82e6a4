"""An indicator of which no value is known.

## Why this is bad
It is promised to be measured, and nobody can say what is promised.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: null, 2023: null, 2024: null}   # error: IND020
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


@rule("IND020", "no-known-value", Severity.WARNING, packs=("figures",))
def no_known_value(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if not indicator.known:
            yield Finding(
                indicator.origin.at("plan"),
                say("no value of '{title}' is known", title=indicator.short),
                say("take the values from the approved document, or settle them in the next amendment"),
                subject=indicator.id,
            )
