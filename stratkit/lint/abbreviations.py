"""Abbreviations in the texts of a strategy, and which of them are written out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stratkit.lint.shapes import CAPITAL
from stratkit.lint.texts import Text, places_of, stretches_like
from stratkit.lint.words import ABBREVIATION, CAPITALS, COMPOUND_IN_BRACKETS, HENCEFORTH, INTRODUCTIONS
from stratkit.model.linked import Strategy

_LEAST = 3
_CAPITALS = CAPITAL * _LEAST + b"+"
_known: WeakKeyDictionary[Strategy, _Told] = WeakKeyDictionary()


class _Told(NamedTuple):
    """Abbreviations, each with the text in which it first stands, and those that are written out."""

    first: Mapping[str, Text]
    written_out: Collection[str]


def abbreviations(strategy: Strategy) -> Mapping[str, Text]:
    """Every abbreviation in the texts of *strategy*, with the text in which it first stands; collected once."""
    return _told(strategy).first


def written_out(strategy: Strategy) -> Collection[str]:
    """The abbreviations that stand in brackets behind the words that they are for, or before them; collected once."""
    return _told(strategy).written_out


def _told(strategy: Strategy) -> _Told:
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = _collect(strategy)
    return found


def _collect(strategy: Strategy) -> _Told:
    first: dict[str, Text] = {}
    behind: set[str] = set()
    before: dict[str, bool] = {}
    for text, start, end in stretches_like(strategy, _CAPITALS):
        words = text.words
        name, next_signs = words[start:end], words[end : end + 2]
        # A text in capitals throughout is a heading.
        if name not in first and ABBREVIATION.match(words, start) is not None and not words.isupper():
            first[name] = text
        if next_signs[:1] == ")" and "(" in words and words.endswith(INTRODUCTIONS, 0, start):
            behind.add(name)
        elif next_signs == " (":
            # What stands in brackets where it first stands before some can be its words.
            explained = words[end + 2 : end + 3].islower()
            for own in range(start, end - _LEAST + 1):
                before.setdefault(words[own:end], explained)
        if words[start - 1 : start] == "(" and (compound := COMPOUND_IN_BRACKETS.match(words, start - 1)) is not None:
            behind.add(compound["first"])
    for text, place in places_of(strategy, HENCEFORTH):
        behind.update(CAPITALS.findall(text.words[place : text.words.find(")", place)]))
    for title in _given_titles(strategy):
        behind.update(one["first"] for one in COMPOUND_IN_BRACKETS.finditer(title))
    return _Told(first, behind.union(name for name, explained in before.items() if explained))


def _given_titles(strategy: Strategy) -> Iterator[str]:
    """Titles with brackets that the catalogue gives: they stand in the document, though no editor wrote them."""
    projects = (one.title for one in strategy.projects if one.own_title is None)
    indicators = (one.title for one in strategy.indicators if one.own_title is None)
    return (title for title in chain(projects, indicators) if "(" in title)
