"""One name in quotation marks is spelt in two ways.

## Why this is bad
Searching for one spelling does not find the other; readers take one thing for two.

## Example
    # demo/projects/health/booking.yaml
    goal: Сервис «Мое здоровье» работает
    description: Запись идёт через «Моё здоровье»   # error: TXT015

## Use instead
    # demo/projects/health/booking.yaml
    goal: Сервис «Моё здоровье» работает
    description: Запись идёт через «Моё здоровье»
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.pieces import plain_words
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, texts_with
from stratkit.model.linked import Strategy, Workspace

_NAME = Pattern(r"«([^«»]{3,60})»")


@rule("TXT015", "name-spelt-in-two-ways", Severity.INFO, packs=("texts",))
def name_spelt_in_two_ways(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    # Case, «ё» and signs between words are no matter of spelling.
    spellings: dict[tuple[bytes, ...], dict[str, Text]] = defaultdict(dict)
    for text in texts_with(strategy, "«"):
        for quoted in _NAME.findall(text.words):
            name = _at_start(quoted)
            met = spellings[tuple(plain_words(name))]
            if met and name not in met:
                other, earlier = next(iter(met.items()))
                yield Finding(
                    text.origin,
                    say("the name is spelt '{name}' here and '{other}' elsewhere", name=name, other=other),
                    say("use one spelling"),
                    related=((earlier.origin, say("the other spelling stands here")),),
                    subject=text.subject,
                )
            met.setdefault(name, text)


def _at_start(name: str) -> str:
    """*name* on one line and as it would begin a sentence: neither is a matter of spelling."""
    words = " ".join(name.split())
    return words[:1].upper() + words[1:]
