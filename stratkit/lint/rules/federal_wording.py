"""A text of the region speaks of the regions of Russia at large.

## Why this is bad
The words come from a federal template: what is said of all regions is no promise and no fact of this one.

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
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.lint.words import FEDERAL_BODIES, FEDERAL_BODY_WORDS, FEDERAL_WORDING, FEDERAL_WORDS
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
    for text, found in matches(strategy, FEDERAL_BODIES, texts_with(strategy, *FEDERAL_BODY_WORDS)):
        yield Finding(
            text.origin,
            say("the text speaks of federal bodies and not of this region: '{excerpt}'", excerpt=found),
            say("say what holds for this region"),
            subject=text.subject,
        )
