"""The title of an indicator ends with its unit.

## Why this is bad
Tables have a column for the unit: it is printed twice, and stays in the title when the unit is changed.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио, ед.   # error: IND041
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]

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
from stratkit.model.linked import Strategy, Workspace

_AROUND = " .,()"


@rule("IND041", "unit-in-title", Severity.INFO, packs=("figures",))
def unit_in_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        unit = indicator.unit
        if unit is None or indicator.own_title is None:
            continue
        names = (unit.symbol.strip(_AROUND), unit.title)
        if not indicator.title.rstrip(_AROUND).endswith(names):
            continue
        head, comma, tail = indicator.title.rstrip(_AROUND).rpartition("," if "(" not in indicator.title[-12:] else "(")
        named = tail.strip(_AROUND)
        if comma and head and named in names:
            yield Finding(
                indicator.origin.at("title"),
                say("the title ends with the unit: '{unit}'", unit=named),
                say("leave it out: 'unit' says it"),
                subject=indicator.id,
            )
