"""What a dictionary of Russian knows of words: whether they exist, and in which forms they can stand.

The dictionary comes with the extra ``words``; rules that need it are off unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any, NamedTuple

from stratkit.diagnostics.errors import MissingExtra
from stratkit.lint.words import ADJECTIVE_ENDINGS, LINKED_STEM, WHOLE_WORD

EXTRA = "words"
"""The extra that brings the dictionary."""

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_PRONOUN, _AS_NOUN, _UNCHANGING = "Apro", "Subx", "Fixd"
_ANY_GENDER = ("GNdr", "ms-f", "Ms-f")


class Reading(NamedTuple):
    """A form in which a word can stand, in the words of the dictionary.

    Args:
        part: of speech; empty if it is used like another one.
        case: empty if it has none, or all.
        number: ``sing`` or ``plur``; empty if it has none.
        gender: empty in the plural, and if any fits.
    """

    part: str
    case: str
    number: str
    gender: str


class Word(NamedTuple):
    """A word of a text and the stretch of the text in which it stands."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The Russian words of *text*."""
    return [Word(match[0], match.start(), match.end()) for match in WHOLE_WORD.finditer(text)]


def neighbours(text: str) -> Iterator[tuple[Word | None, Word, Word]]:
    """Two words with nothing but a blank between them, and the word before both."""
    words = words_of(text)
    before = None
    for first, second in pairwise(words):
        if text[first.end : second.start].isspace():
            yield before, first, second
        before = first


@lru_cache(maxsize=1 << 16)
def is_known(word: str) -> bool:
    """Whether *word*, or each part of a compound, stands in the dictionary, which has some words with «е» for «ё» only."""
    if "ё" in word and _is_listed(word.replace("ё", "е")):
        return True
    return _is_listed(word) or ("-" in word and all(_is_listed(part) for part in word.split("-")))


def _is_listed(word: str) -> bool:
    """Whether the dictionary has the word, or the adjective of which it is an adverb or the first part of a compound."""
    known = _analyser().word_is_known
    return known(word) or (
        LINKED_STEM.search(word) is not None and any(known(word[:-1] + ending) for ending in ADJECTIVE_ENDINGS)
    )


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """The forms in which *word* can stand; none if the dictionary does not know it."""
    if not _analyser().word_is_known(word):
        return ()
    return tuple(_reading(one.tag) for one in _analyser().parse(word))


def _reading(tag: Any) -> Reading:
    like_another = _PRONOUN in tag or _AS_NOUN in tag
    case = "" if _UNCHANGING in tag else str(tag.case or "")
    plural = tag.number == "plur" or any(mark in tag for mark in _ANY_GENDER)
    return Reading(
        "" if like_another else str(tag.POS or ""),
        _CASES.get(case, case),
        str(tag.number or ""),
        "" if plural else str(tag.gender or ""),
    )


@lru_cache(maxsize=1)
def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("pymorphy3") is not None and find_spec("pymorphy3_dicts_ru") is not None


@lru_cache(maxsize=1)
def _analyser() -> Any:
    """The dictionary, read once.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - it is there only with the extra
    except ImportError as error:
        raise MissingExtra(EXTRA) from error
    return MorphAnalyzer(lang="ru")
