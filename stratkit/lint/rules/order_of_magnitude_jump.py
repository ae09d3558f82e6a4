"""A value is ten times the one of the year before, or a tenth of it.

## Why this is bad
Mostly a digit or a comma is lost, or the unit changed from one to a thousand.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 7000, 2024: 7500}   # error: IND018
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 750}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share
from stratkit.model.linked import Strategy, Workspace


@rule("IND018", "order-of-magnitude-jump", Severity.INFO, packs=("figures",))
def order_of_magnitude_jump(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        # A share may well grow from one to a hundred.
        if is_share(indicator):
            continue
        for (before, old), (year, new) in pairwise(indicator.known):
            if old > 0 and new > 0 and not 0.1 < new / old < 10:
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say(
                        "'{title}' jumps from {old} in {before} to {new} in {year}",
                        title=indicator.short,
                        old=old,
                        before=before,
                        new=new,
                        year=year,
                    ),
                    say("check digits and unit"),
                    subject=indicator.id,
                )
