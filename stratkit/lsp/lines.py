"""Positions in one text, as the reader counts them and as the protocol counts them.

The reader counts lines and columns from 1, columns in code points, and takes the rare line
breaks of YAML for ends of lines. The protocol counts from 0, columns in units of the encoding
that editor and server agreed on (UTF-16 unless they did), and knows three line breaks only.
Between the two stands the offset in code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from stratkit.diagnostics import Span

Units = Callable[[str], int]
"""How many units of the agreed encoding a text takes."""

_OUR_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_THEIR_BREAK = re.compile("\r\n|[\r\n]")
_MARK = "\ufeff"


class Lines:
    """The lines of one text.

    Args:
        data: the bytes of the file.
        units: measures text in the agreed encoding.
    """

    def __init__(self, data: bytes, units: Units) -> None:
        # Neither the reader nor an editor counts the byte order mark.
        self.text = data.decode("utf-8", "replace").removeprefix(_MARK)
        self._units = units
        self._ours = [0, *(found.end() for found in _OUR_BREAK.finditer(self.text))]
        self._theirs = [0, *(found.end() for found in _THEIR_BREAK.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """The offset of a position of the reader; the nearest one if the text is shorter."""
        if line > len(self._ours):
            return len(self.text)
        return min(self._ours[line - 1] + column - 1, len(self.text))

    def span(self, span: Span) -> tuple[int, int]:
        """The offsets at which *span* starts and ends."""
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def outer(self, offset: int) -> tuple[int, int]:
        """The line and character of *offset* in the protocol."""
        line = bisect_right(self._theirs, offset) - 1
        return line, self._units(self.text[self._theirs[line] : offset])

    def inner(self, line: int, character: int) -> int:
        """The offset of a position of the protocol; the end of the line if the line is shorter."""
        if line >= len(self._theirs):
            return len(self.text)
        offset, taken = self._theirs[line], 0
        end = self._theirs[line + 1] if line + 1 < len(self._theirs) else len(self.text)
        while taken < character and offset < end and self.text[offset] not in "\r\n":
            taken += self._units(self.text[offset])
            offset += 1
        return offset
