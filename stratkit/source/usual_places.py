"""Places of keys and values in a file of the usual form: :mod:`stratkit.source.usual` notes lines, columns follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from stratkit.diagnostics import Span
from stratkit.source.parsed import Positions
from stratkit.source.usual import Line, Usual, block_text, part, unquoted

_STYLE, _BLOCK, _BLANK = -4, -3, -2
"""Where in a line that was taken apart stand the sign of a block, the block and the blank lines behind it."""


class _Piece(NamedTuple):
    """A key, or a value on one line: the number of its line among those read, its column from 0 and how it is written."""

    line: int
    column: int
    written: str


class LinePositions(Positions):
    """Places from lines: a value on one line is held as the number of that line, or as a piece of it.

    A list or mapping on lines of its own is held as the number of the first and what stands in it.
    """

    def __init__(self, path: str, usual: Usual) -> None:
        super().__init__(path)
        self.root = 0, usual.places
        self.lines = usual.lines
        self.first = usual.first

    @cached_property
    def _starts(self) -> list[int]:
        """The number in the file, from 0, of each line that was read, and of the end."""
        number = self.first
        starts = [number]
        for line in self.lines:
            number += 1
            if line[_BLOCK] or line[_BLANK]:
                number += line[_BLOCK].count("\n") + line[_BLANK].count("\n")
            starts.append(number)
        return starts

    def _within(self, node: Any, step: str | int) -> Any:
        if type(node) is tuple:
            inside = node[1]
            if type(inside) is dict:
                return inside.get(step)
            return inside[step] if isinstance(step, int) and 0 <= step < len(inside) else None
        return None if node is None else _part(node if isinstance(node, _Piece) else self._piece(node), step)

    def _key(self, node: Any, step: str | int) -> _Piece | None:
        if type(node) is not tuple:
            return next((key for name, key, _ in self._inside(node) if name == step), None)
        inside = node[1]
        return self._key_of(inside[step]) if type(inside) is dict and step in inside else None

    def _inside(self, node: Any) -> Iterator[tuple[str | int, Any, Any]]:
        if type(node) is tuple:
            inside = node[1]
            if type(inside) is dict:
                for key, inner in inside.items():
                    yield key, self._key_of(inner), inner
            else:
                for index, inner in enumerate(inside):
                    yield index, None, inner
        elif node is not None:
            yield from _parts(node if isinstance(node, _Piece) else self._piece(node))

    def _key_of(self, node: Any) -> _Piece:
        """The key of a value in a mapping on lines of its own; what does not stand on the line of its key begins on the next."""
        number = node[0] - 1 if type(node) is tuple else node
        line = self.lines[number]
        return _Piece(number, len(line[0]) + len(line[1]), line[2])

    def _piece(self, number: int) -> _Piece:
        """The value that stands on a line."""
        line = self.lines[number]
        return _Piece(number, _column(line), _written(line))

    def _scalar(self, node: Any) -> str | None:
        if node is None or type(node) is tuple:
            return None
        if type(node) is int:
            line = self.lines[node]
            if line[_STYLE]:
                return block_text(line[_STYLE], line[_BLOCK], len(line[0]) + 2 * bool(line[1]) + 2 * bool(line[2]))
            written = _written(line)
        else:
            written = node.written
        if written[0] in "[{":
            return None
        return unquoted(written) if written[0] in "\"'" else written

    def _is_long(self, node: Any) -> bool:
        return type(node) is tuple or (type(node) is int and self.lines[node][_STYLE] != "")

    def _span(self, node: Any) -> Span:
        if type(node) is tuple:
            return self._block(*node)
        if type(node) is not int:
            number, column, written = node
            start = self._starts[number] + 1
            return Span(self.path, start, column + 1, start, column + 1 + len(written))
        line, start = self.lines[node], self._starts[node] + 1
        column = _column(line) + 1
        if not line[_STYLE]:
            return Span(self.path, start, column, start, column + len(_written(line)))
        # libyaml counts the blank lines behind a block with it.
        after = line[_BLANK]
        end = start + 1 + line[_BLOCK].count("\n") + len(after) - len(after.lstrip("\n"))
        return Span(self.path, start, column, end, 1)

    def _block(self, number: int, inside: Any) -> Span:
        """From the first line to the next that stands further to the left, where libyaml sees the end."""
        line = self.lines[number]
        column = len(line[0]) + (len(line[1]) if type(inside) is dict else 0)
        lines = self.lines
        end = next((later for later in range(number + 1, len(lines)) if len(lines[later][0]) < column), len(lines))
        last = len(lines[end][0]) if end < len(lines) else 0
        return Span(self.path, self._starts[number] + 1, column + 1, self._starts[end] + 1, last + 1)


def _column(line: Line) -> int:
    """Where the value on a line begins, from 0."""
    key = line[2]
    return len(line[0]) + len(line[1]) + (len(key) + 2 if key else 0)


def _written(line: Line) -> str:
    """The value on a line, or the sign of a block: what else it may be is empty."""
    return line[3] or line[4] or line[5] or line[6] or line[7] or line[8] or line[9]


def _part(piece: _Piece, step: str | int) -> _Piece | None:
    """What stands at *step* of a list or mapping in brackets; None if there is nothing."""
    line, column, written = piece
    if written[0] in "[{":
        for index, found in enumerate(part().finditer(written, 1)):
            kind = found.lastindex
            if kind is not None and step == (found[1] or index):  # the last one is the bracket at the end
                return _Piece(line, column + found.start(kind), found[kind])
    return None


def _parts(piece: _Piece) -> Iterator[tuple[str | int, Any, Any]]:
    """Step, key and value of all that stands in a list or mapping in brackets."""
    line, column, written = piece
    if written[0] not in "[{":
        return
    for index, found in enumerate(part().finditer(written, 1)):
        kind = found.lastindex
        if kind is None:  # the bracket at the end
            return
        key = found[1]
        value = _Piece(line, column + found.start(kind), found[kind])
        if key is None:
            yield index, None, value
        else:
            yield key, _Piece(line, column + found.start(1), key), value
