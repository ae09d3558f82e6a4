"""A stretch of years ends before it begins.

## Why this is bad
One of the two years is mistyped, and nobody can tell which.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу всех в 2024–2022 годах   # error: TXT030

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу всех в 2022–2024 годах
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import YEAR_TO_YEAR
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT
from stratkit.lint.texts import Text, texts_roughly_like
from stratkit.lint.words import YEARS
from stratkit.model.linked import Strategy, Workspace


@rule("TXT030", "reversed-years", Severity.WARNING, packs=("texts", "terms"))
def reversed_years(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = (*(entry.act for entry in strategy.basis), *(programme.act for programme in strategy.programmes))
    titles = (Text(act.origin, ("title",), act.title, act.id) for act in acts)
    for text in (*texts_roughly_like(strategy, DIGIT * 4), *titles):
        for first, last in (*YEARS.findall(text.words), *YEAR_TO_YEAR.findall(text.words)):
            if first > last:
                yield Finding(
                    text.origin,
                    say("the stretch of years ends before it begins: {first} – {last}", first=first, last=last),
                    say("check both years"),
                    subject=text.subject,
                )
