"""The texts of a strategy write some words both with ё and with е.

## Why this is bad
Search finds only one of the two spellings, and an official document keeps to one.

## Example
    # demo/projects/health/booking.yaml
    goal: Учёт записей к врачу
    # demo/projects/health/records.yaml
    goal: Учет карт пациентов   # error: TXT019

## Use instead
    # demo/projects/health/booking.yaml
    goal: Учёт записей к врачу
    # demo/projects/health/records.yaml
    goal: Учёт карт пациентов
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.pieces import in_bytes
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.shapes import PAGE
from stratkit.lint.texts import first_with, russian_words_in, russian_words_with
from stratkit.lint.words import TOLD_APART_BY_YO
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 5
_LONG = 3
_YO, _E = in_bytes("ё"), in_bytes("е")
_TOLD_APART = frozenset(map(in_bytes, TOLD_APART_BY_YO))


@rule("TXT019", "two-letters-for-one", Severity.INFO, packs=("typography",))
def two_letters_for_one(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    there = russian_words_in(strategy)
    told = (word for word in russian_words_with(strategy, "ё") if _YO in word and len(word) >= _LONG)
    both = {word: word.replace(_YO, _E) for word in told}
    mixed = [word.decode(PAGE) for word, plain in both.items() if plain in there and plain not in _TOLD_APART]
    if mixed:
        first, other = first_with(strategy, mixed[0].replace("ё", "е")), first_with(strategy, mixed[0])
        yield Finding(
            first.origin,
            say("words stand both with ё and with е: {names}; such words: {count}", names=shown(mixed[:_SHOWN]), count=len(mixed)),
            say("choose one spelling; the titles of acts and of catalogue entries stay as they are"),
            related=((other.origin, say("with ё it stands here")),),
            subject=strategy.id,
        )  # fmt: skip
