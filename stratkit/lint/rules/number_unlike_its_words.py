"""A number in figures and the same number in words behind it differ.

## Why this is bad
The words were written so that the figures cannot be mistaken, and now nobody knows which of the two holds.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу за 5 (шесть) дней   # error: TXT056

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу за 5 (пять) дней
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.numerals import BRACKETED, value
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, DIGIT, SMALL, in_shape
from stratkit.lint.texts import texts_like
from stratkit.model.linked import Strategy, Workspace

_SHAPE = DIGIT + BLANK + in_shape("(") + SMALL


@rule("TXT056", "number-unlike-its-words", Severity.WARNING, packs=("texts",))
def number_unlike_its_words(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_like(strategy, _SHAPE):
        for found in BRACKETED.finditer(text.words.lower()):
            said = value(found["words"])
            if said is not None and said != number(found["figure"]):
                yield Finding(
                    text.origin,
                    say("the figures say {figure}, the words '{words}'", figure=found["figure"], words=found["words"]),
                    say("correct the one that is wrong"),
                    subject=text.subject,
                )
