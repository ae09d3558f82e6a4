"""Two spaces stand between words.

## Why this is bad
They come from typing and show as a gap in justified text.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться  к врачу   # error: TXT006

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.diagnostics.rewrite import substitution
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace

_FOUND = Pattern(r"  (?<=[^\s|]  ) *(?=[^\s|])")


@rule("TXT006", "double-space", Severity.INFO, packs=("typography",), fix="safe")
def double_space(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, _FOUND, texts_with(strategy, "  ")):
        yield Finding(
            text.origin,
            say("two spaces between words: '{excerpt}'", excerpt=found),
            say("leave one"),
            subject=text.subject,
            rewrite=substitution(_FOUND, " ", text.words),
        )
