"""A text of the strategy names another region.

## Why this is bad
It was probably copied from the strategy of that region: the promise is made for others, and an act with it is sent back.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый житель Примерной области   # error: REG006

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый житель Вымышленной области
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import REGION_KINDS, REGION_NAME
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, texts_with
from stratkit.model.linked import Strategy, Workspace

_STEM = 4
"""Letters that all cases of a name begin with."""


@rule("REG006", "another-region-named", Severity.WARNING, packs=("comparison", "texts"))
def another_region_named(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    region, frame = strategy.frame.region, strategy.frame
    own = {word[:_STEM].lower() for word in region.name.nominative.split()}
    names = {key: getattr(region.name, key) for key in ("genitive", "dative", "instrumental", "prepositional")}
    texts = [Text(strategy.origin, ("region", "name", key), name) for key, name in names.items()]
    texts += [Text(strategy.origin, ("short_title",), frame.short_title or "")]
    if frame.source is not None:
        texts += [Text(strategy.origin, ("source", key), getattr(frame.source, key)) for key in ("title", "notice")]
    for text in (*texts, *texts_with(strategy, *REGION_KINDS)):
        for found in REGION_NAME.finditer(text.words):
            if not own.intersection(word[:_STEM].lower() for word in found[0].split()[:-1]):
                yield Finding(
                    text.origin,
                    say("the text names another region: '{name}'", name=found[0]),
                    say("write '{name}', if this region is meant", name=region.name.nominative),
                    subject=text.subject,
                )
                break
