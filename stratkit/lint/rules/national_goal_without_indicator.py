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


@rule("TRC014", "national-goal-without-indicator", Severity.INFO, packs=("methodology",))
def national_goal_without_indicator(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    measured = {goal for indicator in strategy.indicators for goal in indicator.national_goals}
    if not measured and strategy.national_goals and strategy.indicators:
        # Where nobody links indicators to goals, one finding says so.
        yield Finding(
            strategy.place_in("card", "national_goals"),
            say(
                "no indicator names the national goals that it measures; goals: {count}",
                count=len(strategy.national_goals),
            ),
            say("add ids of goals to 'national_goals' of the indicators"),
            subject=strategy.id,
        )
        return
    for goal in strategy.national_goals:
        if goal.id not in measured:
            yield Finding(
                goal.origin.at("id"),
                say("no indicator measures the national goal '{title}'", title=goal.short),
                say("add its id to 'national_goals' of an indicator"),
                subject=goal.id,
            )
