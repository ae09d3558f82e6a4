"""A text of the region speaks of the regions of Russia at large.

## Why this is bad
The words come from a federal template: what is said of all regions is no promise and no fact of this one. 'Other federal
bodies' makes those named before them federal bodies, which those of a region are not.

## Example
    # demo/projects/health/booking.yaml
    goal: Гражданам 85 субъектов Российской Федерации доступна запись к врачу   # error: TXT018

## Use instead
    # demo/projects/health/booking.yaml
    goal: Жителям области доступна запись к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import (
    FEDERAL_BODIES,
    FEDERAL_BODY,
    FEDERAL_BODY_WORDS,
    FEDERAL_PLAN,
    FEDERAL_PLAN_WORDS,
    FEDERAL_WORDING,
    FEDERAL_WORDS,
    OTHER_FEDERAL_BODIES,
    OTHERS,
)
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, matches, texts_with
from stratkit.lint.words import SENTENCE_END
from stratkit.model.linked import Strategy, Workspace


@rule("TXT018", "federal-wording", Severity.INFO, packs=("texts",))
def federal_wording(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, FEDERAL_WORDING, texts_with(strategy, *FEDERAL_WORDS)):
        yield Finding(
            text.origin,
            say("the text speaks of the regions at large and not of this one: '{excerpt}'", excerpt=found),
            say("say what holds for this region"),
            subject=text.subject,
        )
    for text, found in matches(strategy, FEDERAL_PLAN, texts_with(strategy, *FEDERAL_PLAN_WORDS)):
        yield Finding(
            text.origin,
            say("the text tells what is done for the whole country and not in this region: '{excerpt}'", excerpt=found),
            say("say what holds for this region"),
            subject=text.subject,
        )
    bodies = list(texts_with(strategy, *FEDERAL_BODY_WORDS))
    for text, found in matches(strategy, FEDERAL_BODIES, bodies):
        yield Finding(
            text.origin,
            say("the text speaks of federal bodies and not of this region: '{excerpt}'", excerpt=found),
            say("say what holds for this region"),
            subject=text.subject,
        )
    for text in bodies:
        other = OTHER_FEDERAL_BODIES.search(text.words) if OTHERS in text.words else None
        if other is not None and FEDERAL_BODY.search(_sentence(text.words, other.start())) is None:
            yield Finding(
                text.origin,
                say(
                    "'other federal bodies', and nobody named before is one: '{excerpt}'",
                    excerpt=excerpt(text.words, *other.span()),
                ),
                say("name the federal bodies, or leave out 'other'"),
                subject=text.subject,
            )


def _sentence(words: str, end: int) -> str:
    """The beginning of the sentence that goes on at *end*."""
    return SENTENCE_END.split(words[:end])[-1].lstrip()
