"""A space is missing after a comma, after the number sign, before %, or between a figure and a word.

## Why this is bad
Two words run together, and searching does not find either.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу,анализы   # error: TXT009

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу, анализы
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.rewrite import substitution
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, SMALL, UNKNOWN, in_shape
from stratkit.lint.texts import matches, texts_roughly_like
from stratkit.lint.words import MISSING_SPACE
from stratkit.model.linked import Strategy, Workspace

_SHAPES = (
    SMALL + in_shape(",") + SMALL,
    *(in_shape("№") + digit for digit in (DIGIT, UNKNOWN)),
    DIGIT + in_shape("%"),
    DIGIT + SMALL,
)


@rule("TXT009", "missing-space", Severity.INFO, packs=("typography",), fix="safe")
def missing_space(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, MISSING_SPACE, texts_roughly_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("a space is missing: '{excerpt}'", excerpt=found),
            say("add it"),
            subject=text.subject,
            rewrite=substitution(MISSING_SPACE, r"\g<0> ", text.words),
        )
