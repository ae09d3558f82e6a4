"""The shape of a text: one byte for each of its signs that says what kind of sign it is.

A pattern looks at each letter of a text, and two dozen of them at each letter of a region. Most ask for a few kinds of
signs in a row, such as three capitals or a Latin letter beside a Cyrillic one: looking for these in the shape takes a
hundredth of the time, and only where they stand has the pattern to be asked.
"""

from __future__ import annotations

from typing import Final

from stratkit.lint.words import RUSSIAN_LETTERS

PAGE: Final = "cp1251"
"""An encoding with a byte for every sign of Russian texts; what it does not have becomes a question mark."""

SMALL, CAPITAL, LATIN, LATIN_CAPITAL, DIGIT, BLANK, CONTROL, UNKNOWN = b"a", b"A", b"z", b"Z", b"0", b" ", b"\x01", b"?"
"""Letters of Russian, then of Latin; digits; blanks and line breaks; what is not seen; what the encoding does not have."""


def shape(text: bytes) -> bytes:
    """The shape of a text in the encoding; signs that are of no kind stand for themselves."""
    return text.translate(_KINDS)


def rough(pieces: bytes) -> bytes:
    """The shape of *pieces* without the size of letters, with blanks for what is not seen and commas for semicolons."""
    return pieces.translate(_ROUGH)


def roughly(like: bytes) -> bytes:
    """What stands in a rough shape where *like* stands in a shape."""
    return like.translate(_LESS)


def in_shape(text: str) -> bytes:
    """*text* as it stands in a shape, for signs that are of no kind."""
    return text.encode(PAGE)


def _kind(code: int) -> bytes:
    sign = bytes([code]).decode(PAGE, "replace")
    if sign.lower() in RUSSIAN_LETTERS:
        return SMALL if sign.islower() else CAPITAL
    if sign.isascii() and sign.isalpha():
        return LATIN if sign.islower() else LATIN_CAPITAL
    if sign.isdigit():
        return DIGIT
    if sign == "\0" or (sign.isspace() and sign not in "\r\x0b\x0c\x1c\x1d\x1e\x1f"):
        return BLANK
    return CONTROL if not sign.isprintable() else bytes([code])


_KINDS: Final = b"".join(map(_kind, range(256)))
_LESS: Final = bytes.maketrans(CAPITAL + LATIN_CAPITAL + CONTROL + b";", SMALL + LATIN + BLANK + b",")
_ROUGH: Final = _KINDS.translate(_LESS)
