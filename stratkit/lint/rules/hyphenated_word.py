"""A word is parted by a hyphen, as at the end of a printed line.

## Why this is bad
The electronic text of an act has no hyphenation, neither by hand nor by program; search does not find the word.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к вра- чу может каждый   # error: OFF001

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, SMALL, UNKNOWN, in_shape
from stratkit.lint.texts import matches, texts_roughly_like
from stratkit.lint.words import PARTED_WORD
from stratkit.model.linked import Strategy, Workspace

_SHAPES = tuple(SMALL + in_shape("-") + blank for blank in (BLANK, UNKNOWN))


@rule("OFF001", "hyphenated-word", Severity.WARNING, packs=("official-text",), clause=ELECTRONIC_ACTS)
def hyphenated_word(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, PARTED_WORD, texts_roughly_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("a word is parted by a hyphen: '{excerpt}'", excerpt=found),
            say("write the word in one piece"),
            subject=text.subject,
        )
