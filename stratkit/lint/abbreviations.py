"""Abbreviations in the texts of a strategy, and which of them are written out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from weakref import WeakKeyDictionary

from stratkit.lint.shapes import CAPITAL, in_shape
from stratkit.lint.texts import Text, places_like, places_of
from stratkit.lint.words import ABBREVIATION, CAPITALS, COMPOUND_IN_BRACKETS, HENCEFORTH, INTRODUCTIONS, RUSSIAN_LETTERS
from stratkit.model.linked import Strategy

_LEAST = 3
_SOME = CAPITAL * _LEAST
_BEFORE_BRACKET, _BEHIND_BRACKET, _IN_BRACKETS = _SOME + in_shape(" ("), in_shape("(") + _SOME, _SOME + in_shape(")")
_known: WeakKeyDictionary[Strategy, dict[str, Text]] = WeakKeyDictionary()
_known_words: WeakKeyDictionary[Strategy, Collection[str]] = WeakKeyDictionary()
_CAPITALS = frozenset(letter.upper() for letter in RUSSIAN_LETTERS)


def abbreviations(strategy: Strategy) -> Mapping[str, Text]:
    """Every abbreviation in the texts of *strategy*, with the text in which it first stands; collected once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = _abbreviations(strategy)
    return found


def _abbreviations(strategy: Strategy) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for text, place in places_like(strategy, _SOME):
        name = ABBREVIATION.match(text.words, place)
        # A text in capitals throughout is a heading.
        if name is not None and name[0] not in found and not text.words.isupper():
            found[name[0]] = text
    return found


def written_out(strategy: Strategy) -> Collection[str]:
    """The abbreviations that stand in brackets behind the words that they are for, or before them; collected once."""
    found = _known_words.get(strategy)
    if found is None:
        found = _known_words[strategy] = _written_out(strategy)
    return found


def _written_out(strategy: Strategy) -> set[str]:
    bracketed = ((text, place + _LEAST) for text, place in places_like(strategy, _IN_BRACKETS) if "(" in text.words)
    behind = {
        text.words[start:end]
        for text, end in bracketed
        if text.words.endswith(INTRODUCTIONS, 0, start := _start(text.words, end))
    }
    for text, place in places_of(strategy, HENCEFORTH):
        behind.update(CAPITALS.findall(text.words[place : text.words.find(")", place)]))
    for text, place in places_like(strategy, _BEHIND_BRACKET):
        if (compound := COMPOUND_IN_BRACKETS.match(text.words, place)) is not None:
            behind.add(compound["first"])
    for title in _given_titles(strategy):
        behind.update(one["first"] for one in COMPOUND_IN_BRACKETS.finditer(title))
    return behind.union(name for name, explained in _before_brackets(strategy).items() if explained)


def _given_titles(strategy: Strategy) -> Iterator[str]:
    """Titles with brackets that the catalogue gives: they stand in the document, though no editor wrote them."""
    projects = (one.title for one in strategy.projects if one.own_title is None)
    indicators = (one.title for one in strategy.indicators if one.own_title is None)
    return (title for title in chain(projects, indicators) if "(" in title)


def _before_brackets(strategy: Strategy) -> dict[str, bool]:
    """Whether what stands in brackets where an abbreviation first stands before some can be its words."""
    found: dict[str, bool] = {}
    for text, place in places_like(strategy, _BEFORE_BRACKET):
        end = place + _LEAST
        if text.words[end] != " ":
            continue
        explained = text.words[end + 2 : end + 3].islower()
        for start in range(_start(text.words, end), place + 1):
            found.setdefault(text.words[start:end], explained)
    return found


def _start(words: str, end: int) -> int:
    """Where the capitals begin that end at *end*."""
    start = end
    while start and words[start - 1] in _CAPITALS:
        start -= 1
    return start
