"""A number grows by its first value each year, and nothing says whether it is a running total.

## Why this is bad
12, 24 and 36 events: 36 in all, or 72? Reports of different years will count differently.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 600, 2024: 900}   # error: IND030
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 600, 2024: 900}
        cumulative: true
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share, shown
from stratkit.lint.words import RUNNING_TOTAL
from stratkit.model.linked import Strategy, Workspace

_YEARS = 3


@rule("IND030", "unmarked-running-total", Severity.INFO, packs=("figures",))
def unmarked_running_total(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        values = indicator.values
        if indicator.cumulative or indicator.unit is None or is_share(indicator) or len(values) < _YEARS:
            continue
        steps = tuple([values[0] * step for step in range(1, len(values) + 1)])
        if values[0] > 0 and values == steps and not RUNNING_TOTAL.search(indicator.title):
            yield Finding(
                indicator.origin.at("plan"),
                say("the values grow by the first one each year: {values}", values=shown(values)),
                say("say 'cumulative: true' if they add up, or in the title that each year is counted anew"),
                subject=indicator.id,
            )
