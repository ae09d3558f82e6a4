"""Straight quotation marks in a text.

## Why this is bad
Official texts have «such» quotation marks; straight ones come from a keyboard.

## Example
    # demo/projects/health/booking.yaml
    goal: Сервис "Запись к врачу" работает   # error: TXT005

## Use instead
    # demo/projects/health/booking.yaml
    goal: Сервис «Запись к врачу» работает
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.quotation import FOREIGN, foreign_quotes, russian_quotes
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT005", "straight-quotes", Severity.INFO, packs=("typography",), fix="safe")
def straight_quotes(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, *FOREIGN):
        places = foreign_quotes(text.words)
        if places:
            yield Finding(
                text.origin,
                say(
                    "straight or foreign quotation marks: '{excerpt}'",
                    excerpt=excerpt(text.words, places[0], places[0] + 1),
                ),
                say("use « and », inside them „ and “"),
                subject=text.subject,
                rewrite=russian_quotes(text.words),
            )
