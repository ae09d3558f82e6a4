"""The texts give one adjective two kinds of endings.

## Why this is bad
Both forms may be right; a legal text keeps to one, or its readers look for two things where there is one.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать к врачу пассажиров междугородных автобусов
    # demo/projects/health/records.yaml
    goal: Карта видна врачу в междугородних автобусах   # error: TXT026

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать к врачу пассажиров междугородных автобусов
    # demo/projects/health/records.yaml
    goal: Карта видна врачу в междугородных автобусах
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, places_of_word, words_like
from stratkit.lint.words import HARD_ENDING, SOFT_ENDING
from stratkit.model.linked import Strategy, Workspace

_LONGEST = 40


@rule("TXT026", "adjective-in-two-forms", Severity.INFO, packs=("texts",))
def adjective_in_two_forms(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for stem in sorted(words_like(strategy, SOFT_ENDING) & words_like(strategy, HARD_ENDING)):
        soft, hard = _first(strategy, stem, SOFT_ENDING), _first(strategy, stem, HARD_ENDING)
        if soft is not None and hard is not None:
            yield Finding(
                soft[0].origin,
                say("one word in two forms: '{soft}' and '{hard}'", soft=soft[1], hard=hard[1]),
                say("keep to one of them; official titles stay as they are"),
                related=((hard[0].origin, say("the other form stands here")),),
                subject=soft[0].subject,
            )


def _first(strategy: Strategy, stem: str, form: Pattern) -> tuple[Text, str] | None:
    """The text in which *stem* first has an ending of the *form*, and the word."""
    for text, start in places_of_word(strategy, stem):
        match = form.match(text.words[start : start + _LONGEST].lower())
        if match is not None:
            return text, text.words[start : start + match.end()]
    return None
