"""Another wording or value that was noted says the same as the entry, is of a year without a plan, or has a remark about another figure.

## Why this is bad
It is shown as a contradiction of the document, and there is none, or another one.

## Example
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей к врачу через интернет
        unit: percent
        direction: up
        plan: {2022: 40, 2023: 50, 2024: 60}
        variants:
          - {field: plan.2024, section: projects, value: 60}   # error: REF015
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей к врачу через интернет
        unit: percent
        direction: up
        plan: {2022: 40, 2023: 50, 2024: 60}
        variants:
          - {field: plan.2024, section: projects, value: 70}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.rule import rule
from stratkit.lint.series import has_percent
from stratkit.lint.words import PERCENT
from stratkit.model.base import Variant
from stratkit.model.linked import Challenge, Indicator, Project, Strategy, Workspace

_PLAN = "plan."


@rule("REF015", "variant-unlike-entry", Severity.WARNING, packs=("references",))
def variant_unlike_entry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    entities: tuple[Project | Indicator | Challenge, ...] = (
        *strategy.projects, *strategy.indicators, *strategy.challenges,
    )  # fmt: skip
    for entity in entities:
        for index, variant in enumerate(entity.variants):
            message = _wrong(entity, variant)
            if message is not None:
                yield Finding(
                    entity.origin.at("variants", index),
                    message,
                    say("correct the entry of 'variants', or remove it"),
                    subject=entity.id,
                )


def _wrong(entity: Project | Indicator | Challenge, variant: Variant) -> Message | None:
    """What is wrong with *variant*; None where nothing is."""
    if variant.field in ("title", "short_title") and variant.value == getattr(entity, variant.field):
        return say("the wording is that of the entry itself: '{value}'", value=variant.value)
    year = variant.field.removeprefix(_PLAN)
    if isinstance(entity, Indicator) and variant.field.startswith(_PLAN) and year.isdigit():
        if int(year) not in entity.plan:
            return say("a value of {year} is noted, and none is planned for it", year=year)
        if variant.value == entity.plan[int(year)]:
            return say("the value is that of the entry itself: {value}", value=variant.value)
    figures = PERCENT.findall(variant.note) if variant.note and has_percent(variant.note) else []
    value = variant.value
    if figures and isinstance(value, int | float) and not isinstance(value, bool) and value not in map(number, figures):
        return say("the value is {value}, the remark speaks of {figures} %", value=value, figures=", ".join(figures))
    return None
