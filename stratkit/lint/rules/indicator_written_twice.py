"""Two entries have the same title and the same values.

## Why this is bad
Nothing is written twice: the next correction will reach only one of them.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
      - id: portfolios   # error: IND021
        title: Количество портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}

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
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND021", "indicator-written-twice", Severity.WARNING, packs=("figures",))
def indicator_written_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[object, ...], Indicator] = {}
    for indicator in strategy.indicators:
        other = first.setdefault((indicator.title, indicator.unit, tuple(indicator.plan.items())), indicator)
        if other is not indicator:
            yield Finding(
                indicator.origin.at("id"),
                say("'{title}' is written twice, with the same values", title=indicator.short),
                say("remove this entry and link the projects to '{id}'", id=other.id),
                related=((other.origin.at("id"), say("it is written here first")),),
                subject=indicator.id,
            )
