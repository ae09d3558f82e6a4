"""Two entries have the same title, or are the same common indicator, and have the same values.

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
        others = [first.setdefault(key, indicator) for key in _keys(indicator)]
        other = next((one for one in others if one is not indicator), None)
        if other is not None:
            here = other.industry == indicator.industry
            yield Finding(
                indicator.origin.at("id"),
                say("'{title}' is written twice, with the same values", title=indicator.short),
                say("remove this entry and link the projects to '{id}'", id=other.id)
                if here
                else say("if both industries mean the same figure, keep one entry; if not, check the values of both"),
                related=((other.origin.at("id"), say("it is written here first")),),
                severity=None if here else Severity.INFO,
                subject=indicator.id,
            )


def _keys(indicator: Indicator) -> Iterator[tuple[object, ...]]:
    """By what an entry is known again: its title or the common indicator that it is, with its values."""
    plan = tuple(indicator.plan.items())
    yield indicator.title, indicator.unit, plan
    if indicator.common is not None and indicator.known:
        yield indicator.common.id, plan
