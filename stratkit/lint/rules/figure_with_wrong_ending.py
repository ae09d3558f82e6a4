"""Letters follow a figure that it does not take.

## Why this is bad
Cardinals take no letters, ordinals take one or two. Readers stumble, and screen readers spell them out.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу за 5-ти минутный срок   # error: TXT055

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу за 5 минут с 1-го раза
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, SMALL, in_shape
from stratkit.lint.slips import ENDINGS_OF_FIGURES
from stratkit.lint.texts import matches, texts_roughly_like
from stratkit.model.linked import Strategy, Workspace

_SHAPE = DIGIT + in_shape("-") + SMALL


@rule("TXT055", "figure-with-wrong-ending", Severity.INFO, packs=("typography",))
def figure_with_wrong_ending(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, ENDINGS_OF_FIGURES, texts_roughly_like(strategy, _SHAPE)):
        yield Finding(
            text.origin,
            say("letters follow a figure that it does not take: '{excerpt}'", excerpt=found),
            say("write the figure alone, or the number in words"),
            subject=text.subject,
        )
