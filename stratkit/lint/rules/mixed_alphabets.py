"""A word of letters of two alphabets, or a letter for a digit.

## Why this is bad
Letters that look alike are not alike: searching does not find the word, screen readers stumble over it.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать приeм   # error: TXT012

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать приём
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, LATIN, SMALL, in_shape
from stratkit.lint.texts import matches, texts_roughly_like
from stratkit.lint.words import FOREIGN_LETTERS, MIXED_WORD
from stratkit.model.linked import Strategy, Workspace

_SHAPES = (
    LATIN + SMALL, SMALL + LATIN, DIGIT + SMALL + DIGIT, DIGIT + LATIN + DIGIT, *map(in_shape, FOREIGN_LETTERS),
)  # fmt: skip


@rule("TXT012", "mixed-alphabets", Severity.WARNING, packs=("typography",))
def mixed_alphabets(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, MIXED_WORD, texts_roughly_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("letters of two alphabets, or letters and digits, are mixed in one word: '{excerpt}'", excerpt=found),
            say("type the word anew"),
            subject=text.subject,
        )
