"""The card names a national goal that no indicator measures.

## Why this is bad
Nobody can say what the strategy contributes to the goal.

## Example
    # demo/card.yaml
    national_goals:
      - {id: online-services, number: 1}
      - {id: digital-maturity, number: 2}   # error: TRC014
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}

## Use instead
    # demo/card.yaml
    national_goals:
      - {id: online-services, number: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC014", "national-goal-without-indicator", Severity.INFO)
def national_goal_without_indicator(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    measured = {goal for indicator in strategy.indicators for goal in indicator.national_goals}
    for goal in strategy.national_goals:
        if goal.id not in measured:
            yield Finding(
                goal.origin.at("id"),
                say("no indicator measures the national goal '{title}'", title=goal.short),
                say("add its id to 'national_goals' of an indicator"),
                subject=goal.id,
            )
