"""The best possible value is planned from the first year on.

## Why this is bad
The indicator cannot show anything any more: the goal is reached before the work begins. All such indicators of an
industry are one finding, which stands at the first of them and names the others.

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
from stratkit.lint.series import at_limit
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND014", "target-reached-at-start", Severity.INFO, packs=("figures",))
def target_reached_at_start(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        # Where duties are measured there are dozens of such plans: one question to those who plan for the industry.
        idle = [one for one in industry.indicators if _nothing_to_reach(one, strategy.frame.period.from_)]
        if idle:
            yield Finding(
                idle[0].origin.at("plan"),
                say(
                    "indicators of the industry '{industry}' that are at their best from the first year on: {count}",
                    industry=industry.short,
                    count=len(idle),
                ),
                say("check the values; if they are right, measure something that still changes"),
                related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in idle),
                subject=industry.id,
            )


def _nothing_to_reach(indicator: Indicator, opening: int) -> bool:
    series = indicator.known
    return bool(series) and series[0][0] == opening and all(at_limit(indicator, value) for value in indicator.values)
