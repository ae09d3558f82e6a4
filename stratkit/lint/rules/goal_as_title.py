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
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND016", "goal-as-title", Severity.INFO, packs=("figures",))
def goal_as_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    held = list(_held(strategy))
    given = [(one, words) for one, words in held if not one.own_title]
    for indicator, words in held:
        if indicator.own_title or len(given) == 1:
            yield Finding(
                indicator.origin.at("title" if indicator.own_title else "common"),
                say("the title holds a figure of its own: '{excerpt}'", excerpt=words),
                say("name what is measured and leave the figure to the plan"),
                subject=indicator.id,
            )
    # Titles that the catalogue gives are corrected there, and once for all regions.
    if len(given) > 1:
        first, words = given[0]
        yield Finding(
            first.origin.at("common"),
            say(
                "titles of common indicators that hold figures of their own: {count}, for example '{excerpt}'",
                count=len(given),
                excerpt=words,
            ),
            say("name in the catalogue what is measured, and leave the figures to the plans"),
            related=tuple((one.origin.at("common"), say("'{excerpt}'", excerpt=other)) for one, other in given[1:]),
            subject=first.id,
        )


def _held(strategy: Strategy) -> Iterator[tuple[Indicator, str]]:
    """The indicators whose titles hold a figure of their own, with the words around it."""
    for indicator in strategy.indicators:
        figure = PERCENT.search(indicator.title) if has_percent(indicator.title) else None
        if figure is not None and is_share(indicator) and not _condition(indicator.title):
            yield indicator, excerpt(indicator.title, *figure.span())


def _condition(title: str) -> bool:
    """Whether the figure says what is counted, as in a share of houses worn out by more than 70 %, and no target."""
    return SHARE_TITLE.match(title) is not None and OWN_TARGET.search(title) is None
