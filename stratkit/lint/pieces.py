"""Texts taken apart into their words, in an encoding with one byte for each sign of Russian texts.

That is what makes it fast: a table makes letters small and all other signs blanks, and bytes are cut at blanks in half
the time of letters. The same words stand in all texts of all regions, so what is asked of a word is asked once in a process.
"""

from __future__ import annotations

from codecs import charmap_encode
from collections import defaultdict
from collections.abc import Callable, Mapping
from encodings.cp1251 import encoding_table
from typing import Final, NamedTuple, TypeVar

from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.shapes import PAGE
from stratkit.lint.words import RUSSIAN_LETTERS, STOP_WORDS

Asked = TypeVar("Asked")
Told = TypeVar("Told")
_WORD = Pattern(r"[^\W_]+")
_MOST = 1 << 17
"""Words of some dozens of regions; then everything is forgotten, so that a server does not grow for ever."""


class Known(dict[Asked, Told]):
    """What there is to say of words, each asked for once.

    Args:
        tell: what to say of one.
    """

    def __init__(self, tell: Callable[[Asked], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: Asked) -> Told:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = self._tell(word)
        return told


def plain_words(text: str) -> list[bytes]:
    """The words of *text* in order, in small letters and without «ё»: letters and digits, in the encoding."""
    try:
        # str.encode looks the encoding up each time, which takes as long as a sentence.
        return charmap_encode(text, "strict", encoding_table)[0].translate(_WORDS).split()
    except UnicodeEncodeError:
        return [in_bytes(word) for word in _WORD.findall(text.lower().replace("ё", "е"))]


def small(text: bytes) -> bytes:
    """A text in the encoding, in small letters."""
    return text.translate(_SMALL)


def small_pieces(text: bytes) -> list[bytes]:
    """What stands between blanks in a text in the encoding, in order and in small letters."""
    return text.translate(_PIECES).split()


class Apart(NamedTuple):
    """What is known of the pieces of all texts.

    Args:
        holders: each piece, in the order in which they stand first, with the texts that have it, as often as they do.
        repeating: the texts in which a piece is the one before it, or two pieces are the two before them.
    """

    holders: Mapping[bytes, list[int]]
    repeating: list[int]


def taken_apart(pieces: list[bytes], end: bytes) -> Apart:
    """What is known of the *pieces* of texts, where *end* stands behind each text."""
    holders: defaultdict[bytes, list[int]] = defaultdict(list)
    ends = holders[end]
    repeating: list[int] = []
    number = 0
    second: list[int] | None = None
    first: list[int] | None = None
    again = False
    for holder in map(holders.__getitem__, pieces):
        if holder is ends:
            number += 1
            second = first = None
            continue
        holder.append(number)
        if holder is first or (holder is second and again):
            repeating.append(number)
        again = holder is second
        second = first
        first = holder
    del holders[end]
    holders.default_factory = None
    return Apart(holders, repeating)


def russian_words(pieces: bytes) -> list[bytes]:
    """The stretches of small Russian letters in *pieces*, in order."""
    return pieces.translate(_RUSSIAN).split()


def in_bytes(word: str) -> bytes:
    """*word* as it stands among :func:`plain_words`; a letter that the encoding does not have is a question mark."""
    return charmap_encode(word, "replace", encoding_table)[0]


def _of_piece(code: int) -> bytes:
    sign = bytes([code]).decode(PAGE, "replace")
    return b" " if sign.isspace() else in_bytes(sign.lower())


def _of_small(code: int) -> bytes:
    return in_bytes(bytes([code]).decode(PAGE, "replace").lower())


def _of_russian(code: int) -> bytes:
    sign = bytes([code])
    return sign if sign.decode(PAGE, "replace") in RUSSIAN_LETTERS else b" "


def _of_word(code: int) -> bytes:
    sign = bytes([code]).decode(PAGE, "replace")
    return in_bytes(sign.lower().replace("ё", "е")) if sign.isalnum() else b" "


_WORDS: Final = b"".join(map(_of_word, range(256)))
_RUSSIAN: Final = b"".join(map(_of_russian, range(256)))
_SMALL: Final = b"".join(map(_of_small, range(256)))
_PIECES: Final = b"".join(map(_of_piece, range(256)))

PLAIN_STOP_WORDS: Final = frozenset(map(in_bytes, STOP_WORDS))
"""Words that say nothing about the subject of a sentence, as they stand among :func:`plain_words`."""
