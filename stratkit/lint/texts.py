"""All texts of a strategy with their places, and how texts are compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Origin
from stratkit.lint.words import ABBREVIATION, STOP_WORDS
from stratkit.model.base import Passage
from stratkit.model.linked import Indicator, Industry, Project, Strategy

_WORD = re.compile(r"[^\W_]+")
_MARGIN = 24
_known: WeakKeyDictionary[Strategy, _Known] = WeakKeyDictionary()
_abbreviations: WeakKeyDictionary[Strategy, dict[str, Text]] = WeakKeyDictionary()


class Text(NamedTuple):
    """A text with its place and the id of the entity that it belongs to."""

    origin: Origin
    words: str
    subject: str = ""


class _Known(NamedTuple):
    """The texts of a strategy, and all of them in one piece, to be searched at once.

    ``starts`` and ``lower_starts`` are where each text begins in ``joined`` and in ``lower``.
    """

    texts: tuple[Text, ...]
    joined: str
    starts: list[int]
    lower: str
    lower_starts: list[int]


def texts(strategy: Strategy) -> tuple[Text, ...]:
    """Every text that an editor of *strategy* wrote, in the order of its parts; collected once."""
    return _know(strategy).texts


def matches(
    strategy: Strategy, pattern: re.Pattern[str], only_with: tuple[str, ...] = ()
) -> Iterator[tuple[Text, str]]:
    """Each text in which *pattern* is found, with the surroundings of the first match.

    Args:
        strategy: whose texts.
        pattern: what to look for.
        only_with: only texts in which one of these stands, in lower case; a pattern costs much more than a word.
    """
    whole = _know(strategy)
    for index in _with_words(whole, only_with) if only_with else _promising(whole, pattern):
        text = whole.texts[index]
        match = pattern.search(text.words)
        if match is not None:
            yield text, excerpt(text.words, match.start(), match.end())


def abbreviations(strategy: Strategy) -> Mapping[str, Text]:
    """Every abbreviation in the texts of *strategy*, with the text in which it first stands; looked for once."""
    found = _abbreviations.get(strategy)
    if found is None:
        found = _abbreviations[strategy] = {}
        for text in texts(strategy):
            # A text in capitals throughout is a heading.
            for name in ABBREVIATION.findall(text.words) if not text.words.isupper() else ():
                found.setdefault(name, text)
    return found


def places_of(strategy: Strategy, word: str) -> Iterator[tuple[Text, int]]:
    """Each text in which *word*, in lower case, stands, and where: all places, in order."""
    whole = _know(strategy)
    start = whole.lower.find(word)
    while start >= 0:
        index = bisect_right(whole.lower_starts, start) - 1
        yield whole.texts[index], start - whole.lower_starts[index]
        start = whole.lower.find(word, start + 1)


def _promising(whole: _Known, pattern: re.Pattern[str]) -> Iterator[int]:
    """The texts in which *pattern* is found when all are searched in one piece, which is faster than one by one."""
    match = pattern.search(whole.joined)
    while match is not None:
        index = bisect_right(whole.starts, match.start()) - 1
        yield index
        if index + 1 == len(whole.starts):
            return
        match = pattern.search(whole.joined, whole.starts[index + 1])


def _with_words(whole: _Known, words: tuple[str, ...]) -> list[int]:
    """The texts in which one of *words* stands."""
    found: set[int] = set()
    for word in words:
        start = whole.lower.find(word)
        while start >= 0:
            index = bisect_right(whole.lower_starts, start) - 1
            found.add(index)
            if index + 1 == len(whole.lower_starts):
                break
            start = whole.lower.find(word, whole.lower_starts[index + 1])
    return sorted(found)


def _know(strategy: Strategy) -> _Known:
    found = _known.get(strategy)
    if found is None:
        collected = tuple(_collect(strategy))
        words = [text.words for text in collected]
        lower = [one.lower() for one in words]
        found = _known[strategy] = _Known(collected, "\n".join(words), _starts(words), "\n".join(lower), _starts(lower))
    return found


def _starts(words: list[str]) -> list[int]:
    """Where each of *words* begins when they are joined by one sign."""
    return [0, *accumulate(len(one) + 1 for one in words[:-1])] if words else []


def excerpt(words: str, start: int, end: int) -> str:
    """A short piece of *words* around a stretch of it, on one line."""
    left, right = max(0, start - _MARGIN), min(len(words), end + _MARGIN)
    piece = words[left:right].replace("\n", " ")
    return ("…" if left else "") + piece + ("…" if right < len(words) else "")


@lru_cache(maxsize=8192)  # more than one region has texts
def stems(words: str) -> tuple[str, ...]:
    """The beginnings of the words that say something, for comparison.

    Six letters tell words of a Russian sentence apart and forget their endings.
    """
    plain = words.lower().replace("ё", "е")
    return tuple(word[:6] for word in _WORD.findall(plain) if word not in STOP_WORDS)


def place(strategy: Strategy, kind: str, *steps: str | int) -> Origin:
    """A place in the only file of a *kind* of *strategy*."""
    paths = strategy.files.get(kind) or [f"{strategy.id}/{kind}.yaml"]
    return Origin(paths[0], steps)


def _collect(strategy: Strategy) -> Iterator[Text]:
    yield Text(strategy.origin.at("title"), strategy.title, strategy.id)
    yield from _passages(strategy.origin.at("implementation"), strategy.frame.implementation)
    if strategy.card is not None:
        for part in ("directions", "actions", "results", "effects"):
            yield from _passages(place(strategy, "card", part), getattr(strategy.card, part))
    if strategy.goal is not None:
        yield Text(place(strategy, "priorities", "goal", "text"), strategy.goal.text)
    yield from _passages(place(strategy, "technologies", "applications"), strategy.applications)
    yield from _passages(place(strategy, "programmes", "participants"), strategy.participants)
    for one in (*strategy.tasks, *strategy.programmes, *strategy.bodies.values()):
        yield Text(one.origin.at("title"), one.title, one.id)
    for industry in strategy.industries:
        yield from _industry(industry)


def _passages(origin: Origin, passages: Iterable[Passage]) -> Iterator[Text]:
    for index, passage in enumerate(passages):
        yield Text(origin.at(index, "text"), passage.text)


def _industry(industry: Industry) -> Iterator[Text]:
    yield from _passages(industry.origin.at("problems"), industry.problems)
    yield from _passages(industry.origin.at("risks"), industry.risks)
    for challenge in industry.challenges:
        yield Text(challenge.origin.at("title"), challenge.title, challenge.id)
    for project in industry.projects:
        yield from _project(project)
    for indicator in industry.indicators:
        yield from _indicator(indicator)


def _project(project: Project) -> Iterator[Text]:
    origin = project.origin
    if project.own_title is not None:
        yield Text(origin.at("title"), project.own_title, project.id)
    if project.goal is not None:
        yield Text(origin.at("goal"), project.goal, project.id)
    if project.description is not None:
        yield Text(origin.at("description"), project.description, project.id)
    for index, milestone in enumerate(project.milestones):
        yield Text(origin.at("milestones", index, "text"), milestone.text, project.id)
    for key, words in (("term", project.term.text), ("financing", project.financing.text), ("role", project.role.text)):
        yield Text(origin.at(key, "text"), words, project.id)
    for benefit in project.benefits:
        if benefit.text is not None:
            yield Text(benefit.origin.at("benefit"), benefit.text, project.id)


def _indicator(indicator: Indicator) -> Iterator[Text]:
    if indicator.own_title is not None:
        yield Text(indicator.origin.at("title"), indicator.own_title, indicator.id)
