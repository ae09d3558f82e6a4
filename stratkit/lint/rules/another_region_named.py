"""A text of the strategy names another region.

## Why this is bad
It was probably copied from the strategy of that region: the promise is made for others, and an act with it is sent back.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый житель Заречской области   # error: REG006

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
from stratkit.load.placeholder import placeholder
from stratkit.model.linked import Strategy, Workspace

_STEM = 4
"""Letters that all cases of a name begin with."""


@rule("REG006", "another-region-named", Severity.WARNING, packs=("comparison", "texts"))
def another_region_named(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    frame, name = strategy.frame, strategy.frame.region.name
    own = {word[:_STEM].lower() for word in name.nominative.split()}
    for key in ("genitive", "dative", "instrumental", "prepositional"):
        case = getattr(name, key)
        if placeholder() not in case and own.isdisjoint(word[:_STEM].lower() for word in case.split()[:1]):
            yield _finding(Text(strategy.origin, ("region", "name", key), ""), case, name.nominative)
    texts = [Text(strategy.origin, ("short_title",), frame.short_title or "")]
    if frame.source is not None:
        texts += [Text(strategy.origin, ("source", key), getattr(frame.source, key)) for key in ("title", "notice")]
    for text in (*texts, *texts_with(strategy, *REGION_KINDS)):
        for found in REGION_NAME.finditer(text.words):
            if own.isdisjoint(word[:_STEM].lower() for word in found[0].split()[:-1]):
                yield _finding(text, found[0], name.nominative)
                break


def _finding(text: Text, said: str, own: str) -> Finding:
    return Finding(
        text.origin,
        say("the text names another region: '{name}'", name=said),
        say("write '{name}', if this region is meant", name=own),
        subject=text.subject,
    )
