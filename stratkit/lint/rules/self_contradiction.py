"""The document says the same thing in two ways.

## Why this is bad
Readers of one table believe one thing, readers of the next another; two wordings of a name weigh less than two values. The leading reading is shown; the other is kept as a fact until an amendment settles it.

## Example
    # demo/projects/health/booking.yaml
    variants:
      - {field: title, section: indicators, value: Запись на приём}   # error: TXT001

## Use instead
    # demo/projects/health/booking.yaml
    note: В документе название одно
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.base import Variant
from stratkit.model.linked import Challenge, Indicator, Project, Strategy, Workspace
from stratkit.model.parts import part_named, value_named

# Two wordings of a name puzzle the reader; two values or two units promise different things.
_NAMES = ("title", "short_title")


@rule("TXT001", "self-contradiction", Severity.WARNING, packs=("texts",))
def self_contradiction(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    entities: tuple[Project | Indicator | Challenge, ...] = (
        *strategy.projects, *strategy.indicators, *strategy.challenges,
    )  # fmt: skip
    for entity in entities:
        for index, variant in enumerate(entity.variants):
            told = {
                "title": entity.short,
                "field": part_named(variant.field),
                "value": value_named(variant.value),
                "where": _where(variant, strategy),
            }
            if variant.field in _NAMES:
                message = say("'{title}' is called otherwise in {where}, {field}: {value}", **told)
                hint = say("choose one name in the next amendment, then remove the entry")
            else:
                message = say("the document contradicts itself about '{title}': {field} is {value} in {where}", **told)
                hint = say("settle it in the next amendment, then remove the entry")
            yield Finding(
                entity.origin.at("variants", index),
                message,
                hint,
                severity=Severity.INFO if variant.field in _NAMES else None,
                subject=entity.id,
            )


def _where(variant: Variant, strategy: Strategy) -> Message:
    """The section by its heading in the document, if it has one, and the page."""
    section = strategy.profile.sections.get(variant.section) if strategy.profile else None
    named = say("{section}", section=section.title if section else variant.section)
    return say("{section}, page {page}", section=named, page=variant.page) if variant.page else named
