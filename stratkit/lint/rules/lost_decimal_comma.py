"""A whole value among fractions fits its neighbours only with a comma in it.

## Why this is bad
12.5, 135, 14.2: the comma of the second value was lost on the way.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Среднее время подачи заявления
        unit: minutes
        direction: down
        plan: {2022: 14.2, 2023: 135, 2024: 12.5}   # error: IND019
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Среднее время подачи заявления
        unit: minutes
        direction: down
        plan: {2022: 14.2, 2023: 13.5, 2024: 12.5}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import Value
from stratkit.model.linked import Strategy, Workspace


@rule("IND019", "lost-decimal-comma", Severity.WARNING, packs=("figures",))
def lost_decimal_comma(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        series = indicator.known
        if all(map(_is_whole, indicator.values)):
            continue
        for year, value in series:
            others = [other for at, other in series if at != year]
            if len(others) < 2 or not _is_whole(value) or all(map(_is_whole, others)):
                continue
            low, high = min(others) * 0.8, max(others) * 1.25
            if value > 5 * high and any(low <= value / shift <= high for shift in (10, 100)):
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say(
                        "the value {value} of '{title}' looks as if its comma were lost",
                        value=value,
                        title=indicator.short,
                    ),
                    say("compare with the approved document; mark a restored comma under 'uncertain'"),
                    subject=indicator.id,
                )


def _is_whole(value: Value) -> bool:
    return value == int(value)
