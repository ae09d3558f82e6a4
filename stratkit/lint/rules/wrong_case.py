"""A preposition stands before a word in a case that it never asks for.

## Why this is bad
The sentence is broken where a word was exchanged or an ending was lost: its sense may be lost with it.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу на основе формирование сервисов   # error: LNG003

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу на основе формирования сервисов
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.dictionary import EXTRA, neighbours, readings
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts
from stratkit.lint.words import GENITIVE_PHRASES, PREPOSITIONS
from stratkit.model.linked import Strategy, Workspace

_DECLINED = frozenset({"NOUN", "ADJF", "PRTF"})
_GENITIVE = frozenset({"gent"})


@rule("LNG003", "wrong-case", Severity.INFO, packs=("language",), status="preview", extra=EXTRA)
def wrong_case(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts(strategy):
        for before, first, second in neighbours(text.words):
            preposition = first.text.lower()
            phrase = f"{before.text.lower()} {preposition}" if before is not None else ""
            asked = _GENITIVE if phrase in GENITIVE_PHRASES else PREPOSITIONS.get(preposition)
            found = readings(second.text.lower()) if asked is not None else ()
            if asked is None or not found or not all(one.part in _DECLINED and one.case for one in found):
                continue
            if not any(one.case in asked for one in found):
                yield Finding(
                    text.origin,
                    say(
                        "'{preposition}' does not go with this form: '{word}'",
                        preposition=phrase if asked is _GENITIVE else first.text,
                        word=second.text,
                    ),
                    say("correct the ending of the word, or the preposition"),
                    subject=text.subject,
                )
