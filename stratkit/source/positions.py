"""From a place by meaning to a line and a column.

Positions are worked out only for files in which something has to be shown: reading a clean
repository never pays for them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from stratkit.diagnostics import Place, Span
from stratkit.source.reader import Positions, positions

# By content and not by path alone: a file that stays as it is is not read again after an edit elsewhere.
_positions_of = lru_cache(maxsize=256)(positions)


class Locator:
    """Finds lines and columns in the files of a tree.

    Args:
        read: gives the bytes of a file by its path within the tree.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read

    def _positions(self, path: str) -> Positions:
        return _positions_of(self._read(path), path)

    def span(self, place: Place) -> Span:
        """The span of *place*; the nearest enclosing one if the exact place does not exist."""
        if isinstance(place, Span):
            return place
        found = self._positions(place.path)
        pointer = place.pointer
        if place.key and pointer in found.keys:
            return found.keys[pointer]
        while pointer:
            span = found.values.get(pointer)
            if span is not None:
                # A whole block is shown by its key: a frame of forty lines helps nobody.
                return found.keys.get(pointer, span) if span.end_line > span.line else span
            pointer = pointer[:-1]
        return Span(place.path)

    def line(self, span: Span) -> str:
        """The text of the line on which *span* starts."""
        lines = self._read(span.path).decode("utf-8", "replace").splitlines()
        return lines[span.line - 1] if span.line <= len(lines) else ""
