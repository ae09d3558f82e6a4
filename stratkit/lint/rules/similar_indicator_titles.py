"""Two indicators have titles that differ only in endings, order or small words.

## Why this is bad
Readers take them for one; if they are one, it must stand once.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио учеников
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
      - id: portfolios
        title: Количество цифровых портфолио у учеников   # error: IND022
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 600, 2024: 900}

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
from stratkit.lint.series import is_copy
from stratkit.lint.texts import stems
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND022", "similar-indicator-titles", Severity.INFO, packs=("figures",))
def similar_indicator_titles(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[frozenset[bytes], Indicator] = {}
    for indicator in strategy.indicators:
        other = first.setdefault(frozenset(stems(indicator.title)), indicator)
        # A copy of the whole entry is IND021.
        if other is not indicator and not is_copy(indicator, other):
            yield Finding(
                indicator.origin.at("title" if indicator.own_title else "common"),
                say("the title of '{title}' is nearly that of '{other}'", title=indicator.id, other=other.id),
                say("make one indicator of the two, or say in the title what is different"),
                related=((other.origin.at("id"), say("the other stands here")),),
                subject=indicator.id,
            )
