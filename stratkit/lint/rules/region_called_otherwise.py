"""A text makes up a name for the region, or writes the official one with a small letter or in a wrong case.

## Why this is bad
The region has one name, which the constitution gives it; an act that calls it otherwise is sent back for correction.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый житель вымышленного региона   # error: TXT029

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый житель Вымышленной области
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_saying, texts_with_all
from stratkit.lint.words import ADJECTIVE_OF_NAME, REGION_WORD
from stratkit.load.placeholder import placeholder
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 5
_REGION = Pattern(rf"\b(?P<adjective>\w+) {REGION_WORD}\w*", re.IGNORECASE)


@rule("TXT029", "region-called-otherwise", Severity.INFO, packs=("texts",))
def region_called_otherwise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    name = strategy.frame.region.name.nominative
    yield from _cases(strategy)
    yield from _small(strategy)
    adjective = ADJECTIVE_OF_NAME.match(name)
    if adjective is None:
        return
    stem = adjective.group(1).lower()
    # A pattern of this region alone would take long to make.
    found = [
        (text, said[0])
        for text in texts_with_all(strategy, f" {REGION_WORD}", stem)
        if (said := [one[0] for one in _REGION.finditer(text.words) if one["adjective"].lower().startswith(stem)])
    ]
    if found:
        text, words = found[0]
        yield Finding(
            text.origin,
            say("the region is called '{words}' here; texts that do: {count}", words=words, count=len(found)),
            say("write '{name}'", name=name),
            related=tuple((one.origin, say("'{words}'", words=said)) for one, said in found[1:_SHOWN]),
            subject=text.subject,
        )


def _cases(strategy: Strategy) -> Iterator[Finding]:
    """Cases of the name that were left in the nominative."""
    name = strategy.frame.region.name
    for key in ("genitive", "dative", "instrumental", "prepositional"):
        if getattr(name, key) == name.nominative and placeholder() not in name.nominative:
            yield Finding(
                strategy.origin.at("region", "name", key),
                say("the name of the region stands here in the nominative: '{name}'", name=name.nominative),
                say("write it in the case that the key asks for"),
                subject=strategy.id,
            )


def _small(strategy: Strategy) -> Iterator[Finding]:
    """Texts in which the name begins with a small letter."""
    name = strategy.frame.region.name
    cases = sorted({name.nominative, name.genitive, name.instrumental})
    small = {words: case for case in cases if (words := case[:1].lower() + case[1:]) != case}
    # All cases begin with the same letters.
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*small, strict=False))
    for text in texts_saying(strategy, "".join(letters[0] for letters in same)) if small else ():
        for words, case in small.items():
            if words in text.words:
                yield Finding(
                    text.origin,
                    say("the name of the region begins with a small letter: '{name}'", name=words),
                    say("write '{name}'", name=case),
                    subject=text.subject,
                )
