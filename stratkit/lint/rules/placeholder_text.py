"""A text holds a placeholder.

## Why this is bad
A draft is shown as if it were approved.

## Example
    # demo/projects/health/booking.yaml
    goal: Время записи – TBD   # error: TXT003

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу за минуту
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.lint.words import DRAFT_WORDS, PLACEHOLDERS
from stratkit.load.placeholder import placeholder
from stratkit.model.linked import Strategy, Workspace


@rule("TXT003", "placeholder-text", Severity.WARNING, packs=("texts",))
def placeholder_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, PLACEHOLDERS, texts_with(strategy, *DRAFT_WORDS)):
        if placeholder() in text.words:
            continue  # NEW001 reports what 'stratkit new' left open
        yield Finding(
            text.origin,
            say("the text holds a placeholder: '{excerpt}'", excerpt=found),
            say("write what is meant"),
            subject=text.subject,
        )
