"""A value lies outside of what its unit allows.

## Why this is bad
A share above a hundred or below zero is a mistake in writing, or the unit is another one.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 80, 2023: 95, 2024: 105}   # error: IND006
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 80, 2023: 90, 2024: 95}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import Value
from stratkit.model.catalog import Unit
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND006", "value-out-of-bounds", Severity.WARNING, packs=("figures",))
def value_out_of_bounds(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        unit = indicator.unit
        if unit is None:
            continue
        for year, value in indicator.known:
            if _is_impossible(value, unit):
                yield _finding(indicator.origin.at("plan", str(year)), value, unit, indicator)
        for place, value in _reached(strategy, indicator):
            if _is_impossible(value, unit):
                yield _finding(place, value, unit, indicator)


def _is_impossible(value: Value, unit: Unit) -> bool:
    return (unit.maximum is not None and value > unit.maximum) or (unit.minimum is not None and value < unit.minimum)


def _finding(place: Origin, value: Value, unit: Unit, indicator: Indicator) -> Finding:
    return Finding(
        place,
        say("the value {value} is impossible in '{unit}'", value=value, unit=unit.title),
        say("compare with the approved document; if it is right, the unit is not"),
        subject=indicator.id,
    )


def _reached(strategy: Strategy, indicator: Indicator) -> Iterator[tuple[Origin, Value]]:
    """What was reached, with the file of its year."""
    for year, fact in indicator.facts.items():
        path = next((one for one in strategy.files.get("facts", ()) if one.endswith(f"/{year}.yaml")), None)
        if path is not None and fact.value is not None:
            yield Origin(path, ("values",)), fact.value
