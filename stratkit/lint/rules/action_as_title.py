"""The title of an indicator names an action and not a measure.

## Why this is bad
«Introduction of a system, %» does not say of what the percentage is.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Внедрение цифровых портфолио   # error: IND023
        unit: percent
        direction: up
        plan: {2022: 5, 2023: 15, 2024: 25}
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 5, 2023: 15, 2024: 25}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import YES_OR_NO
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt
from stratkit.lint.words import GOAL_NOUNS, INFINITIVE_TITLE, PERCENT
from stratkit.model.linked import Strategy, Workspace


@rule("IND023", "action-as-title", Severity.INFO, packs=("figures",))
def action_as_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        action = GOAL_NOUNS.match(indicator.title) or INFINITIVE_TITLE.match(indicator.title)
        # A goal with its own figure is IND016; one that says what 0 and 1 stand for is a measure.
        if action is not None and not PERCENT.search(indicator.title) and not YES_OR_NO.search(indicator.title):
            yield Finding(
                indicator.origin.at("title" if indicator.own_title else "common"),
                say(
                    "the title names an action and not a measure: '{excerpt}'",
                    excerpt=excerpt(indicator.title, *action.span()),
                ),
                say("name what is counted: a share, a number, a time"),
                subject=indicator.id,
            )
