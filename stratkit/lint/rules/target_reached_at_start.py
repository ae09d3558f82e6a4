"""The best possible value is planned from the first year on.

## Why this is bad
The indicator cannot show anything any more: the goal is reached before the work begins.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 100, 2023: 100, 2024: 100}   # error: IND014
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 80, 2023: 90, 2024: 100}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import at_limit, known
from stratkit.model.linked import Strategy, Workspace


@rule("IND014", "target-reached-at-start", Severity.INFO, packs=("figures",))
def target_reached_at_start(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        series = known(indicator)
        if (
            series
            and series[0][0] == strategy.frame.period.from_
            and all(at_limit(indicator, value) for _, value in series)
        ):
            yield Finding(
                indicator.origin.at("plan"),
                say(
                    "'{title}' is at its best, {value}, from the first year on",
                    title=indicator.short,
                    value=series[0][1],
                ),
                say("check the values; if they are right, measure something that still changes"),
                subject=indicator.id,
            )
