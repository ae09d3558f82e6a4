"""The title of an indicator is a goal with its own figure.

## Why this is bad
A measure has a name that holds in every year; a goal that holds in one year makes the other years read as nonsense.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Не менее 25 % учеников имеют цифровое портфолио   # error: IND016
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
from stratkit.lint.rule import rule
from stratkit.lint.series import has_percent, is_share
from stratkit.lint.texts import excerpt
from stratkit.lint.words import OWN_TARGET, PERCENT, SHARE_TITLE
from stratkit.model.linked import Strategy, Workspace


@rule("IND016", "goal-as-title", Severity.INFO, packs=("figures",))
def goal_as_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        figure = PERCENT.search(indicator.title) if has_percent(indicator.title) else None
        if figure is not None and is_share(indicator) and not _condition(indicator.title):
            key, hint = "title", say("name what is measured and leave the figure to the plan")
            if not indicator.own_title:
                key, hint = (
                    "common",
                    say(
                        "give the entry a title of its own that names what is measured, or have the catalogue's changed"
                    ),
                )
            yield Finding(
                indicator.origin.at(key),
                say(
                    "the title holds a figure of its own: '{excerpt}'", excerpt=excerpt(indicator.title, *figure.span())
                ),
                hint,
                subject=indicator.id,
            )


def _condition(title: str) -> bool:
    """Whether the figure says what is counted, as in a share of houses worn out by more than 70 %, and no target."""
    return SHARE_TITLE.match(title) is not None and OWN_TARGET.search(title) is None
