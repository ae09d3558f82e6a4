"""Texts promise that something grows or falls many times over and do not say how many.

## Why this is bad
Twice is many times over, and so is a hundred times: such a promise can neither be kept nor broken. All such texts of a region
are one finding, which stands at the first of them and names others.

## Example
    # demo/projects/health/booking.yaml
    goal: Кратно увеличить число записей к врачу   # error: TXT070

## Use instead
    # demo/projects/health/booking.yaml
    goal: Втрое увеличить число записей к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import MANIFOLD, MANIFOLD_WORDS
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, texts_with
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 5


@rule("TXT070", "amount-left-open", Severity.INFO, packs=("texts",))
def amount_left_open(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    open_ = [
        (text, found)
        for text in texts_with(strategy, *MANIFOLD_WORDS)
        if (found := MANIFOLD.search(text.words)) is not None
    ]
    if open_:
        first, found = open_[0]
        yield Finding(
            first.origin,
            say(
                "a change of many times is promised and not how many: '{excerpt}'; texts: {count}",
                excerpt=excerpt(first.words, *found.span()),
                count=len(open_),
            ),
            say("say how many times and from which value, or leave the word out"),
            related=tuple(
                (text.origin, say("'{excerpt}'", excerpt=excerpt(text.words, *other.span())))
                for text, other in open_[1 : 1 + _SHOWN]
            ),
            subject=strategy.id,
        )
