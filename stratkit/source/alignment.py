"""Where each letter of a YAML scalar stands in its source: quotes, escapes, folds and indentation are no letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

Piece = tuple[str, int, int]
"""What is said, and where it starts and ends in the source."""

_FLOW = re.compile(r"[ \t]++(?:\n[ \t\n]*)?|\n[ \t\n]*|\\.|''|.", re.DOTALL)
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "t": "\t", "n": "\n", " ": " ", "_": "\xa0"}
_HEADER = re.compile(r"[|>][-+\d]*[ \t]*(?:#[^\n]*)?\n")


def aligned(source: str, words: str) -> list[tuple[int, int]] | None:
    """Start and end of each letter of *words* in *source*.

    Args:
        source: the scalar as it stands in the file, with its quotes or its header.
        words: its value; blanks at its ends may be left out.

    Returns:
        None if the value cannot be followed letter by letter, as with rare escapes.
    """
    pieces = list(_pieces(source))
    value = "".join(said for said, _, _ in pieces)
    before = value.find(words)
    if before < 0 or value.strip() != words.strip():
        return None
    return [(start, end) for said, start, end in pieces for _ in said][before : before + len(words)]


def _pieces(source: str) -> Iterator[Piece]:
    head = _HEADER.match(source)
    if head is not None:
        yield from _literal(source, head.end()) if source[0] == "|" else _folded(source, head.end())
    elif source[:1] in ("'", '"'):
        yield from _flow(source, 1, len(source) - 1, source[0])
    else:
        yield from _flow(source, 0, len(source), "")


def _flow(source: str, start: int, end: int, quote: str) -> Iterator[Piece]:
    """A plain or quoted scalar: a line break is a space, several are one less."""
    for found in _FLOW.finditer(source, start, end):
        text, first, last = found.group(), found.start(), found.end()
        if "\n" in text and not text.startswith("\\"):
            yield "\n" * (text.count("\n") - 1) or " ", first, last
        elif quote == '"' and text[0] == "\\":
            yield _ESCAPES.get(text[1:], "\0"), first, last  # what is not in the table makes the comparison fail
        elif quote == "'" and text == "''":
            yield "'", first, last
        else:
            yield from ((sign, first + place, first + place + 1) for place, sign in enumerate(text))


def _lines(source: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines of a block without their indentation, each with the place of its first letter."""
    lines = source[start:].split("\n")
    indentation = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    for line in lines:
        yield start + min(indentation, len(line)), line[indentation:]
        start += len(line) + 1


def _literal(source: str, start: int) -> Iterator[Piece]:
    for place, line in _lines(source, start):
        yield from ((sign, place + index, place + index + 1) for index, sign in enumerate(line))
        yield "\n", place + len(line), place + len(line) + 1


def _folded(source: str, start: int) -> Iterator[Piece]:
    """A folded block; lines that are indented deeper are not followed: the comparison fails there."""
    breaks: list[int] = []
    for place, line in _lines(source, start):
        if line and breaks:
            yield "\n" * (len(breaks) - 1) or " ", breaks[0], place
            breaks = []
        yield from ((sign, place + index, place + index + 1) for index, sign in enumerate(line))
        breaks.append(place + len(line))
