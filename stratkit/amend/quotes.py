"""Words in quotes: how they are written, read back, and what an act calls them.

The outer quotes and the quotes inside are of the same shape, and closing quotes that meet are
written once, as in federal acts. This loses nothing as long as the quotes of the text itself are
balanced, so only such texts are quoted inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPEN, CLOSE = "«", "»"

NAMES = ("digit", "digits", "word", "words", "sign")
"""What words in quotes may be called."""

_FIGURES = re.compile(
    r"[\s,.–\-\u2070\u00b9\u00b2\u00b3\u2074-\u2079]*+\d[\d\s,.–\-\u2070\u00b9\u00b2\u00b3\u2074-\u2079]*+"
)


def depth(text: str) -> int | None:
    """How many quotes *text* leaves open; None if it closes one that was never opened."""
    level = 0
    for sign in text:
        level += (sign == OPEN) - (sign == CLOSE)
        if level < 0:
            return None
    return level


def balanced(text: str) -> bool:
    """Whether every quote of *text* is closed inside it."""
    return depth(text) == 0


def quote(text: str) -> str:
    """*text* in quotes; a closing quote at its end and the outer one are written once.

    A text that begins with a quote keeps all of them, so that the opening and the closing ones agree.
    """
    return OPEN + (text if text.startswith(OPEN) else text.removesuffix(CLOSE)) + CLOSE


def unquote(inside: str) -> str | None:
    """The text that :func:`quote` turned into *inside* (without the outer quotes); None if there is none."""
    return _unquoted(inside, depth(inside))


def _unquoted(inside: str, left: int | None) -> str | None:
    """:func:`unquote` of words that leave *left* quotes open."""
    if inside.startswith(OPEN):
        return inside if left == 0 else None
    if left == 0 and not inside.endswith(CLOSE):
        return inside
    return inside + CLOSE if left == 1 else None


def quoted(text: str, start: int) -> Iterator[tuple[int, str]]:
    """All ways to read words in quotes at *start*: where they end, and the words."""
    if not text.startswith(OPEN, start):
        return
    left = 0
    for end in range(start + 1, len(text)):
        sign = text[end]
        if sign == CLOSE:
            words = _unquoted(text[start + 1 : end], left)
            if words:
                yield end + 1, words
            left -= 1
            if left < 0:
                return
        elif sign == OPEN:
            left += 1


def naming(text: str) -> str:
    """What an act calls *text*: one of :data:`NAMES`.

    A number is digits only while nothing but figures stands in the quotes: with a per cent sign or
    a unit it is words.
    """
    if _FIGURES.fullmatch(text):
        return "digit" if len(text) == 1 else "digits"
    if not any(sign.isalnum() for sign in text):
        return "sign" if len(text) == 1 else "words"
    return "words" if " " in text else "word"
