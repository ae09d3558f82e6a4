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

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Challenge, Indicator, Project, Strategy, Workspace

# Two wordings of a name puzzle the reader; two values or two units promise different things.
_NAMES = ("title", "short_title")


@rule("TXT001", "self-contradiction", Severity.WARNING, packs=("texts",))
def self_contradiction(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    entities: tuple[Project | Indicator | Challenge, ...] = (
        *strategy.projects, *strategy.indicators, *strategy.challenges,
    )  # fmt: skip
    for entity in entities:
        for index, variant in enumerate(entity.variants):
            where = (
                say("{section}, page {page}", section=variant.section, page=variant.page)
                if variant.page
                else say("{section}", section=variant.section)
            )
            yield Finding(
                entity.origin.at("variants", index),
                say(
                    "the document contradicts itself about '{title}': {field} is '{value}' in {where}",
                    title=entity.short,
                    field=variant.field,
                    value=variant.value,
                    where=where,
                ),
                say("settle it in the next amendment, then remove the entry"),
                severity=Severity.INFO if variant.field in _NAMES else None,
                subject=entity.id,
            )
