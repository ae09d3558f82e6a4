"""Texts that are nothing but paragraphs and flat lists, as nearly all are: read without a parser of Markdown.

Loading the parser takes as long as building a whole document. What is read here is what CommonMark makes of it; whatever
could mean more (emphasis, links, nested lists, code) is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Paragraph = tuple[str, str]
"""The marker of an item, or nothing, and the words."""

_MARKUP = re.compile(r"[\\`*_<>&\[\]\t\r\v\f\0\x1c-\x1f\x85\u2028\u2029]")
"""Signs that may mean something, and blanks other than spaces and ends of lines."""

_BREAK = "  \n"
"""The end of a line that the next one must not join."""

_ITEM = re.compile(r"(?:-|(\d{1,9})\.) (?=\S)")
_BLOCK = re.compile(r"[-+#=~|]|\d+[.)](?: |$)|\s")
"""How lines begin that may be something else than words; blanks of other kinds are cut off in their own way."""


def read_plain(text: str) -> Sequence[Paragraph] | None:
    """The paragraphs of *text*; None if it may hold more than paragraphs and flat lists."""
    reader = _reader_of(text)
    return None if reader is None else [(marker, " ".join(lines)) for marker, lines in reader.made]


def read_lines(text: str) -> Sequence[tuple[str, Sequence[str]]] | None:
    """As :func:`read_plain`, each paragraph by its lines; None also for breaks of lines and for blank ones between items."""
    reader = None if _BREAK in text else _reader_of(text)
    return None if reader is None or reader.loose else reader.made


def _reader_of(text: str) -> _Reader | None:
    if _MARKUP.search(text):
        return None
    reader = _Reader()
    return reader if all(reader.takes(line) for line in text.split("\n")) else None


class _Reader:
    """Takes line after line, and refuses what is more than words and items."""

    def __init__(self) -> None:
        self.made: list[tuple[str, list[str]]] = []
        self.start: int | None = None
        """The number with which the list began, 0 for one with dashes; None outside of lists."""
        self.count = 0
        self.blank = True
        self.loose = False
        """A list has blank lines between its items."""

    def takes(self, line: str) -> bool:
        """Take *line*; False if it may be something else."""
        words = line.strip(" ")
        if not words:
            self.blank = True
            return True
        item = _ITEM.match(line)
        if item is not None:
            words = line[item.end() :].rstrip(" ")
        known = self._item(item[1], words) if item is not None else self._words(words, indented=line[0] == " ")
        self.blank = False
        return known and _BLOCK.match(words) is None and words == words.strip()

    def _item(self, number: str | None, words: str) -> bool:
        start = int(number or 0)
        if self.start is None:
            if number is not None and (start == 0 or (start != 1 and not self.blank)):
                return False  # only a first item interrupts a paragraph
            self.start, self.count = start, 0
        elif (number is not None) != (self.start > 0):
            return False  # another list
        else:
            self.loose = self.loose or self.blank
        self.made.append((f"{self.start + self.count}." if number is not None else "–", [words]))
        self.count += 1
        return True

    def _words(self, words: str, *, indented: bool) -> bool:
        if not self.blank:
            self.made[-1][1].append(words)
            return True
        self.start = None
        self.made.append(("", [words]))
        return not indented  # else a further paragraph of an item, or code
