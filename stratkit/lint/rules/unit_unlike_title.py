"""The title names a share and the unit a number, or the other way round; or it says how many times and the unit a percentage.

## Why this is bad
One of the two is wrong, and with it every value.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: pieces   # error: IND024
        direction: up
        plan: {2022: 30, 2023: 70, 2024: 90}
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Доля учеников с цифровым портфолио
        unit: percent
        direction: up
        plan: {2022: 30, 2023: 70, 2024: 90}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import FACTOR_TITLE
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share
from stratkit.lint.texts import excerpt
from stratkit.lint.words import CONDITIONAL_UNIT, COUNT_TITLE, SHARE_TITLE
from stratkit.model.linked import Strategy, Workspace


@rule("IND024", "unit-unlike-title", Severity.WARNING, packs=("figures",))
def unit_unlike_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        unit = indicator.unit
        if unit is None:
            continue
        share, count = SHARE_TITLE.match(indicator.title), COUNT_TITLE.match(indicator.title)
        factor = is_share(indicator) and not share and FACTOR_TITLE.search(indicator.title)
        if (
            factor
            or (share and (unit.integer or unit.maximum not in (None, 100)))
            or (count and (is_share(indicator) or CONDITIONAL_UNIT.match(unit.title)))
        ):
            yield Finding(
                indicator.origin.at("unit" if indicator.own_unit else "id"),
                say(
                    "the unit '{unit}' does not fit the title: '{excerpt}'",
                    unit=unit.title,
                    excerpt=excerpt(indicator.title, *(factor.span("factor") if factor else (0, 0))),
                ),
                say("settle which of the two is right"),
                subject=indicator.id,
            )
