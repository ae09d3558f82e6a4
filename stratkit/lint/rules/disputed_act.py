"""The document cites an act, a programme or a body in two ways.

## Why this is bad
The leading reading is shown; which one is right must be looked up.

## Example
    # demo/basis.yaml
    acts:
      - act: goals-decree
        number: 1
        variants:
          - {field: date, section: card, value: 2020-03-01}   # error: ACT005

## Use instead
    # demo/basis.yaml
    acts:
      - act: goals-decree
        number: 1
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import BasisAct, Body, Programme, Strategy, Workspace
from stratkit.model.parts import part_named, value_named


@rule("ACT005", "disputed-act", Severity.INFO, packs=("acts",), worst=Severity.WARNING)
def disputed_act(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    entities: tuple[BasisAct | Programme | Body, ...] = (
        *strategy.basis,
        *strategy.programmes,
        *strategy.bodies.values(),
    )
    for entity in entities:
        for index, variant in enumerate(entity.variants):
            yield Finding(
                entity.origin.at("variants", index),
                say(
                    "the document also says of '{title}': {field} is {value}",
                    title=entity.short,
                    field=part_named(variant.field),
                    value=value_named(variant.value),
                ),
                say("look up which one is right, then remove the entry"),
                # A programme that may be over a year earlier is no matter of wording.
                severity=Severity.WARNING if variant.field.startswith("period") else None,
                subject=entity.id,
            )
