"""An abbreviation in capitals has the ending of a case.

## Why this is bad
That is how people talk: official texts leave abbreviations as they are, and a search for the abbreviation does not find it.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться можно во всех ФАПах   # error: TXT049

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться можно во всех ФАП
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import INFLECTED_ABBREVIATION
from stratkit.lint.rule import rule
from stratkit.lint.shapes import CAPITAL, SMALL
from stratkit.lint.texts import texts_like
from stratkit.model.linked import Strategy, Workspace


@rule("TXT049", "inflected-abbreviation", Severity.INFO, packs=("texts",))
def inflected_abbreviation(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_like(strategy, CAPITAL * 3 + SMALL):
        found = INFLECTED_ABBREVIATION.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("an abbreviation with the ending of a case: '{word}'", word=found[0]),
                say("leave it without an ending, or write it out"),
                subject=text.subject,
            )
