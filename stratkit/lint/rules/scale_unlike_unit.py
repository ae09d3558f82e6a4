"""A text counts in millions what the indicator plans in thousands, or the other way round.

## Why this is bad
The same figure with another name of thousands promises a thousand times as much.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Число записей к врачу через интернет, unit: pieces, direction: up, plan: {2022: 40000, 2023: 50000, 2024: 60000}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
    # demo/projects/health/booking.yaml
    description: В 2024 году через интернет сделано 60 млн записей к врачу.   # error: IND033

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Число записей к врачу через интернет, unit: pieces, direction: up, plan: {2022: 40000, 2023: 50000, 2024: 60000}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
    # demo/projects/health/booking.yaml
    description: В 2024 году через интернет сделано 60 тыс. записей к врачу.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import SCALE_WORDS, SCALED, SCALES, number
from stratkit.lint.claims import claims
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share
from stratkit.model.linked import Indicator, Strategy, Workspace

_TELLING = 10
"""A smaller figure may be anything."""


@rule("IND033", "scale-unlike-unit", Severity.WARNING, packs=("figures", "texts"))
def scale_unlike_unit(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for claim in claims(strategy, SCALED.search, *SCALE_WORDS):
        for said in SCALED.finditer(claim.words):
            scale = next(times for start, times in SCALES.items() if said["scale"].startswith(start))
            told = number(said["figure"]) * scale
            for indicator in claim.measures(strategy) if number(said["figure"]) >= _TELLING else ():
                other = next((value for value in _values(indicator) if told in (value * 1000, value / 1000)), None)
                if other is None or told in _values(indicator):
                    continue
                yield Finding(
                    claim.text.origin,
                    say(
                        "the text says '{words}', the indicator '{title}' plans a thousandth or a thousand times as much",
                        words=said[0], title=indicator.short,
                    ),
                    say("settle which of the two is right"),
                    related=((indicator.origin.at("plan"), say("the plan stands here")),),
                    subject=claim.text.subject,
                )  # fmt: skip
                break


def _values(indicator: Indicator) -> set[float]:
    """What is planned, in ones."""
    unit = indicator.unit
    if unit is None or is_share(indicator):
        return set()
    times = next((times for start, times in SCALES.items() if unit.title.lower().startswith(start)), 1)
    return {value * times for value in indicator.values if value}
