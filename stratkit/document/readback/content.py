"""The words of a document, without looks: what the data promise and what a file holds, in one form."""

from __future__ import annotations

import re
from dataclasses import field

from stratkit.immutable import immutable

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HYPHENS = str.maketrans({"\u2011": "-", "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": ""})
_SIGNS = str.maketrans({**dict.fromkeys("«»„“”‟″", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("–—−‒―", "-")})
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """*text* without what only looks differ in: kinds of blanks and of hyphens."""
    return _BLANKS.sub(" ", text.translate(_HYPHENS)).strip()


def without_looks(text: str) -> str:
    """*text* with one kind of quotes and one of dashes: what Word changes by itself makes no difference in it."""
    return text.translate(_SIGNS).replace("...", "…")


def raised(text: str) -> str:
    """Figures of *text* written above the line: the number of a note."""
    return text.translate(_RAISED)


@immutable
class Line:
    """A paragraph.

    Args:
        text: its words.
        key: its address by meaning; empty where a file gives none.
    """

    text: str
    key: str = ""


@immutable
class Box:
    """A cell that begins in a row.

    Args:
        column: the first column that it fills, from 0.
        lines: its paragraphs; empty ones are left out.
        key: its address by meaning.
        width: how many columns it fills.
    """

    column: int
    lines: tuple[Line, ...]
    key: str = ""
    width: int = 1

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(line.text for line in self.lines)


@immutable
class Band:
    """A row of a table with the cells that begin in it; ``head`` rows hold the titles of columns."""

    boxes: tuple[Box, ...]
    key: str = ""
    head: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return " | ".join(box.text for box in self.boxes)

    @property
    def end(self) -> int:
        """The column after the last one."""
        return max((box.column + box.width for box in self.boxes), default=0)


@immutable
class Grid:
    """A table."""

    bands: tuple[Band, ...]
    key: str = ""
    titles: tuple[str, ...] = field(default=())
    """What each column is called, where it is known."""

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(band.text for band in self.bands)


Item = Line | Grid
"""What a document is made of, in order."""
