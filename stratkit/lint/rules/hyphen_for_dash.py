"""A hyphen stands where a dash belongs.

## Why this is bad
Between words and between years stands a dash; a hyphen only joins parts of one word.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу - за минуту   # error: TXT007

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу – за минуту
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.diagnostics.rewrite import substitution
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, in_shape
from stratkit.lint.texts import Text, matches, texts_roughly_like, texts_with
from stratkit.model.linked import Strategy, Workspace

_FOUND = Pattern(r"(?<=[^\s|-] )--?(?= \S)|(?<=(?<!\d)(?:19|20)\d\d)-(?=(?:19|20)\d\d(?!\d))")
_YEARS = DIGIT * 4 + in_shape("-") + DIGIT * 4


@rule("TXT007", "hyphen-for-dash", Severity.INFO, packs=("typography",), fix="safe")
def hyphen_for_dash(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    titles = (Text(one.act.origin, ("title",), one.act.title, one.id) for one in strategy.programmes)
    among = dict.fromkeys(chain(texts_with(strategy, " - ", " -- "), texts_roughly_like(strategy, _YEARS), titles))
    for text, found in matches(strategy, _FOUND, among):
        yield Finding(
            text.origin,
            say("a hyphen stands for a dash: '{excerpt}'", excerpt=found),
            say("use –; between words with a space on both sides"),
            subject=text.subject,
            rewrite=substitution(_FOUND, "–", text.words),
        )
