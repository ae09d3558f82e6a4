"""Where texts have a name, in whatever case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stratkit.lint.texts import Text, texts_with_all
from stratkit.lint.words import CASE_ENDINGS
from stratkit.model.linked import Strategy

_BLANKS = "[ \n\u00a0]+"
_SHORT = 2
"""Words that have no endings have no more letters."""


@lru_cache(maxsize=1024)
def inflected_stems(name: str) -> tuple[str, ...]:
    """What stands in small letters wherever *name* does, the rarest first."""
    parts = [(word, _inflected(word)[0].lower()) for word in name.split()]
    # Names in capitals are rarer than words.
    return tuple(stem for _word, stem in sorted(parts, key=lambda one: (one[0].islower(), -len(one[1]))))


def naming(name: str, words: str, lower: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Where *words*, which are *lower* in small letters, have *name* in whatever case, from *start* on."""
    for stem in inflected_stems(name):
        if stem not in lower:
            return
    pattern, endings = _inflected_name(name)
    found = pattern.search(words, start)
    while found is not None:
        fits = all(own in known for own, known in zip(found.groups(), endings, strict=True))
        if fits:
            yield found
        found = pattern.search(words, found.end() if fits else found.start() + 1)


def texts_naming(strategy: Strategy, name: str) -> Iterator[tuple[Text, re.Match[str]]]:
    """Each text in which *name* stands, in whatever case, and where it does so first."""
    for text in texts_with_all(strategy, *inflected_stems(name)):
        found = next(naming(name, text.words, text.words.lower()), None)
        if found is not None:
            yield text, found


@lru_cache(maxsize=1024)
def _inflected_name(name: str) -> tuple[re.Pattern[str], list[frozenset[str]]]:
    """What finds the words of *name* with any endings, each in a group, and the endings that they can have.

    An expression with all endings takes five times as long to compile.
    """
    parts = [_inflected(word) for word in name.split()]
    stems = (_any_ending(stem) if endings else re.escape(stem) for stem, endings in parts)
    return re.compile(rf"\b{_BLANKS.join(stems)}(?!\w)"), [endings for _, endings in parts if endings]


def _any_ending(stem: str) -> str:
    return rf"[{re.escape(stem[0].upper())}{re.escape(stem[0])}]{re.escape(stem[1:])}(\w*)"


def _inflected(word: str) -> tuple[str, frozenset[str]]:
    """What of *word* stays in all cases, and how it may end; nothing if it has no endings: capitals stay capitals."""
    if not word.islower() or len(word) <= _SHORT:
        return word, frozenset()
    length, endings = next((length, endings) for own, length, endings in CASE_ENDINGS if word.endswith(own))
    return word[: len(word) - length], frozenset(endings.split(" "))
