"""The lower bound of a quantity is above its upper one, or something that grows ends lower than it begins.

## Why this is bad
The two numbers are mixed up, or one is mistyped: what is promised cannot be told.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу детей в возрасте от 18 до 14 лет   # error: TXT057

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу детей в возрасте от 14 до 18 лет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import AT_MOST_SIGN, BOUNDS, FROM_TO, GROWS, SENTENCE_ENDS, SHRINKS, number
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, DIGIT, SMALL, in_shape
from stratkit.lint.texts import texts_like, texts_with
from stratkit.model.linked import Strategy, Workspace

_UP_TO = BLANK + SMALL * 2 + BLANK + DIGIT
_SHAPES = (DIGIT + _UP_TO, in_shape("%") + _UP_TO)


@rule("TXT057", "reversed-bounds", Severity.WARNING, packs=("texts", "figures"))
def reversed_bounds(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in {**dict.fromkeys(texts_like(strategy, *_SHAPES)), **dict.fromkeys(texts_with(strategy, AT_MOST_SIGN))}:
        words = text.words.lower()
        if not BOUNDS.search(words) and not FROM_TO.search(words):
            continue
        for sentence in SENTENCE_ENDS.split(words):
            told = _reversed(sentence)
            if told is not None:
                yield Finding(
                    text.origin,
                    say("the bounds are reversed: '{words}'", words=" ".join(told.split())),
                    say("exchange the two numbers, or correct one"),
                    subject=text.subject,
                )
                break


def _reversed(sentence: str) -> str | None:
    """The first pair of bounds of *sentence* that is the wrong way round."""
    for found in BOUNDS.finditer(sentence):
        if number(found["low"] or found["least"]) > number(found["high"] or found["most"]) and not SHRINKS.search(
            sentence
        ):
            return found[0]
    for found in FROM_TO.finditer(sentence):
        before = sentence[: found.start()]
        grows, shrinks = GROWS.search(before), SHRINKS.search(before)
        first, last = number(found["first"]), number(found["last"])
        if (grows and not shrinks and first > last) or (shrinks and not grows and first < last):
            return found[0]
    return None
