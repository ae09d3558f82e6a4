"""Sentences of projects that name one quantity: how much, of what, and with which words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Origin
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import FIGURES, NUMBERS, NUMERALS, SENTENCE_ENDS, number
from stratkit.lint.claims import project_of
from stratkit.lint.shapes import BLANK, CAPITAL, DIGIT, SMALL
from stratkit.lint.texts import Text, stems, texts_like, texts_with
from stratkit.model.linked import Project, Strategy

_PARTS = frozenset({"goal", "description", "milestones", "role"})
_NUMERALS = tuple(f" {word} " for word in NUMERALS)
_UNIT = 4
"""Letters by which the word behind a number is known."""
_LONGEST = 300
"""Longer sentences say more than one thing."""
_WORDS = 3
"""With fewer words nobody can tell of what a sentence speaks."""


class Quantity(NamedTuple):
    """A sentence with one quantity.

    Args:
        project: whose it is.
        text: in which it stands.
        part: the key under which it stands, with the date of a milestone.
        value: how much.
        unit: how the word behind the number begins.
        words: the other words, without their endings.
        told: the number and the word behind it.
    """

    project: Project
    text: Text
    part: str
    value: float
    unit: str
    words: frozenset[bytes]
    told: str

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return self.text.origin


_known: WeakKeyDictionary[Strategy, tuple[Quantity, ...]] = WeakKeyDictionary()


def quantities(strategy: Strategy) -> tuple[Quantity, ...]:
    """The sentences of projects with one quantity each, in order; collected once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = tuple(_collect(strategy))
    return found


def alike(one: Quantity, other: Quantity, least: float) -> bool:
    """Whether both sentences speak of the same in the same unit: at least so large a part of their words is the same."""
    shared = len(one.words & other.words)
    return one.unit == other.unit and shared >= _WORDS and shared >= least * len(one.words | other.words)


def _collect(strategy: Strategy) -> Iterator[Quantity]:
    said: dict[int, tuple[Project, Text, list[re.Match[str]]]] = {}

    def add(text: Text, pattern: Pattern, words: str) -> None:
        project = project_of(strategy, text)
        if project is not None and (text.steps[0] in _PARTS or text.steps[-1] == "benefit"):
            for found in pattern.finditer(words):
                # A text is known by what it is: to compare all its parts would take longer than to look through it.
                said.setdefault(id(text), (project, text, []))[2].append(found)

    for text in texts_like(strategy, DIGIT + BLANK + SMALL, DIGIT + BLANK + CAPITAL):
        add(text, FIGURES, text.words)
    for text in texts_with(strategy, *_NUMERALS):
        add(text, NUMBERS, text.words.lower())
    for one in said.values():
        yield from _alone(*one)


def _alone(project: Project, text: Text, found: list[re.Match[str]]) -> Iterator[Quantity]:
    """Those of the quantities *found* in a text that are the only ones of their sentence."""
    ends = [one.end() for one in SENTENCE_ENDS.finditer(text.words)]
    places = [bisect(ends, one.start()) for one in found]
    part = str(text.steps[0])
    if part == "milestones" and isinstance(index := text.steps[1], int):
        part += f" {project.milestones[index].by}"
    for place, one in zip(places, found, strict=True):
        start, end = ([0, *ends][place], [*ends, len(text.words)][place])
        if places.count(place) > 1 or end - start > _LONGEST:
            continue
        words = frozenset(stems(f"{text.words[start : one.start()]} {text.words[one.end() : end]}"))
        if len(words) >= _WORDS:
            named = one.groupdict()
            value = number(named["figure"]) if "figure" in named else float(NUMERALS[named["words"]])
            yield Quantity(project, text, part, value, named["unit"][:_UNIT].lower(), words, " ".join(one[0].split()))
