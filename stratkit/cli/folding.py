"""Long lines on a terminal: broken between words, where the terminal itself would break them anywhere."""

from __future__ import annotations

import os
import re
from typing import TextIO

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_CODE = "│"
"""A line with it shows lines of a file, whose columns matter."""


def folded(text: str, stream: TextIO) -> str:
    """*text* for *stream*: on a terminal its lines fit; as it is elsewhere, so that programs read whole lines."""
    if not stream.isatty():
        return text
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return text  # a terminal that does not tell its size breaks lines itself
    return fold(text, width) if width else text


def fold(text: str, width: int) -> str:
    """*text* in lines of at most *width* signs, if its words are not longer; lines of files stay whole."""
    return "".join(_fold(line, width) for line in text.splitlines(keepends=True))


def _fold(line: str, width: int) -> str:
    if _CODE in line or _wide(line) <= width:
        return line
    indent = line[: len(line) - len(line.lstrip(" "))]
    first, *words = line[len(indent) :].split(" ")
    lines = [indent + first]
    for word in words:
        if _wide(lines[-1]) + 1 + _wide(word) > width:
            lines.append(indent + word)
        else:
            lines[-1] += f" {word}"
    return "\n".join(lines)


def _wide(text: str) -> int:
    return len(_STYLE.sub("", text).rstrip("\n"))
