"""A sentence begins with a small letter.

## Why this is bad
The full stop before it was meant as a comma, or a piece of the sentence is lost.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись видна каждому. её можно отменить   # error: TXT054

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись видна каждому. Её можно отменить
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, SMALL, in_shape
from stratkit.lint.slips import SMALL_START
from stratkit.lint.texts import matches, texts_like
from stratkit.model.linked import Strategy, Workspace

_SHAPES = (SMALL + in_shape(".") + BLANK + SMALL, in_shape(".") + BLANK * 2 + SMALL)


@rule("TXT054", "sentence-with-small-letter", Severity.INFO, packs=("typography",))
def sentence_with_small_letter(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, SMALL_START, texts_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("a sentence begins with a small letter: '{excerpt}'", excerpt=found),
            say("write it with a capital, or join the two with a comma"),
            subject=text.subject,
        )
