"""Three versions of a file as text -> one, entity by entity, everything else left as it is.

Keys and list items that stand on lines of their own are taken over as lines, with the comments
above them. Only where both sides changed the inside of one line, such as ``- {id: a, plan: {…}}``,
the line is written anew. Conflict markers stand around the smallest part that both sides changed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML

from stratkit.diff.merge import ABSENT, merge, merged_order, name_of, same
from stratkit.source.reader import Pointer, Positions, parse, positions


class UnmergeableError(Exception):
    """The versions cannot be merged entity by entity."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both sides changed."""

    ours: list[str]
    theirs: list[str]


Piece = str | Conflict


@dataclass(frozen=True)
class Merged:
    """The merged file: lines and conflicts."""

    pieces: list[Piece]

    @property
    def conflicts(self) -> int:
        """How many places both sides changed."""
        return sum(isinstance(one, Conflict) for one in self.pieces)

    def text(self, ours: str = "ours", theirs: str = "theirs") -> str:
        """The file, with markers around conflicts."""
        lines: list[str] = []
        for one in self.pieces:
            if isinstance(one, Conflict):
                lines += [f"<<<<<<< {ours}\n", *one.ours, "=======\n", *one.theirs, f">>>>>>> {theirs}\n"]
            else:
                lines.append(one)
        return "".join(lines)


@dataclass(frozen=True)
class Version:
    """One version of the file."""

    text: str
    path: str

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.text.encode("utf-8")

    @cached_property
    def lines(self) -> list[str]:
        """Its lines, with their ends."""
        return [f"{one}\n" for one in self.text.removesuffix("\n").split("\n")]

    @cached_property
    def value(self) -> Any:
        """What it says.

        Raises:
            UnmergeableError: it cannot be read.
        """
        parsed = parse(self.data, self.path)
        if not isinstance(parsed.value, dict) or parsed.findings:
            raise UnmergeableError
        return parsed.value

    @cached_property
    def places(self) -> Positions:
        """Where everything stands."""
        return positions(self.data, self.path)


@dataclass(frozen=True)
class Chunk:
    """A stretch of lines that holds one value: a key, a list item, or the file."""

    version: Version
    pointer: Pointer
    value: Any
    start: int
    end: int

    @property
    def lines(self) -> list[str]:
        """The lines."""
        return self.version.lines[self.start : self.end]

    def children(self) -> dict[str, Chunk] | None:
        """Its keys or items by name, each on lines of its own; None if they are not."""
        if isinstance(self.value, dict):
            parts = {str(key): (key, inner) for key, inner in self.value.items()}
        elif isinstance(self.value, list):
            parts = {name_of(one) or "": (index, one) for index, one in enumerate(self.value)}
        else:
            return None
        if len(parts) != len(self.value) or "" in parts or not parts or self._flow():
            return None
        heads = [self._line(step) for step, _ in parts.values()]
        if any(one >= other for one, other in pairwise(heads)):
            return None
        return dict(self._cut(parts, heads))

    def _flow(self) -> bool:
        span = self.version.places.values[self.pointer]
        return self.version.lines[span.line - 1][span.column - 1] in "[{"

    def _line(self, step: str | int) -> int:
        places = self.version.places
        pointer = (*self.pointer, step)
        return (places.keys.get(pointer) or places.values[pointer]).line - 1

    def _cut(self, parts: dict[str, tuple[Any, Any]], heads: list[int]) -> Iterator[tuple[str, Chunk]]:
        ends = [self._end(step, limit) for (step, _), limit in zip(parts.values(), [*heads[1:], self.end], strict=True)]
        starts = [heads[0], *ends[:-1]]
        for (name, (step, value)), start, end in zip(parts.items(), starts, ends, strict=True):
            yield name, Chunk(self.version, (*self.pointer, step), value, start, end)

    def _end(self, step: str | int, limit: int) -> int:
        """Where the lines of a part end: comments and blank lines below belong to what follows."""
        last = self.version.places.values[self._deepest((*self.pointer, step))]
        floor = last.end_line - (last.end_column == 1)
        while limit > floor and self.version.lines[limit - 1].strip()[:1] in ("#", ""):
            limit -= 1
        return limit

    def _deepest(self, pointer: Pointer) -> Pointer:
        """The last single value: its end is the end of the content, whatever comments follow."""
        value = self.value
        for step in pointer[len(self.pointer) :]:
            value = value[step]
        while isinstance(value, dict | list) and value:
            step = list(value)[-1] if isinstance(value, dict) else len(value) - 1
            pointer, value = (*pointer, step), value[step]
        return pointer


def merge_texts(base: bytes, ours: bytes, theirs: bytes, path: str = "") -> Merged:
    """Merge the changes that *ours* and *theirs* made to *base*.

    Raises:
        UnmergeableError: one of them is no mapping in sound YAML, or the result would not say what it should.
    """
    try:
        texts = [one.decode("utf-8-sig").replace("\r\n", "\n") for one in (base, ours, theirs)]
    except UnicodeDecodeError as error:
        raise UnmergeableError from error
    versions = [Version(one, path) for one in texts]
    wholes = [Chunk(one, (), one.value, 0, len(one.lines)) for one in versions]
    merged = Merged(list(_merge(*wholes)))
    side = "".join("".join(one.ours) if isinstance(one, Conflict) else one for one in merged.pieces)
    expected, _ = merge(*(parse(one.data, path).value for one in versions))
    if not same(parse(side.encode("utf-8"), path).value, expected):
        raise UnmergeableError
    return merged


def _merge(base: Chunk | None, ours: Chunk | None, theirs: Chunk | None) -> Iterator[Piece]:
    values = [ABSENT if one is None else one.value for one in (base, ours, theirs)]
    if same(values[0], values[2]) or same(values[1], values[2]):
        yield from ours.lines if ours else ()
    elif same(values[0], values[1]):
        yield from theirs.lines if theirs else ()
    elif ours is None or theirs is None:
        yield Conflict(ours.lines if ours else [], theirs.lines if theirs else [])
    else:
        inner = [one.children() if one else {} for one in (base, ours, theirs)]
        alike = type(ours.value) is type(theirs.value)
        if alike and all(one is not None for one in inner):
            yield from _parts(ours, *(one or {} for one in inner))
        else:
            yield from _line(base, ours, theirs)


def _parts(whole: Chunk, base: dict[str, Chunk], ours: dict[str, Chunk], theirs: dict[str, Chunk]) -> Iterator[Piece]:
    own = list(ours.values())
    yield from whole.version.lines[whole.start : own[0].start]
    for name in merged_order(list(base), list(ours), list(theirs)):
        yield from _merge(base.get(name), ours.get(name), theirs.get(name))
    yield from whole.version.lines[own[-1].end : whole.end]


def _line(base: Chunk | None, ours: Chunk, theirs: Chunk) -> Iterator[Piece]:
    """Values within one line: written anew, once with our side and once with theirs."""
    values = [_read(one.lines) if one else ABSENT for one in (base, ours, theirs)]
    merged = merge(*values)
    written = [_written(one, ours.lines) for one in merged]
    if written[0] == written[1]:
        yield from written[0]
    elif isinstance(ours.value, dict | list):
        yield Conflict(*written)
    else:
        yield Conflict(ours.lines, theirs.lines)


def _yaml() -> Any:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(
        type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return yaml


def _read(lines: list[str]) -> Any:
    return _yaml().load("".join(line.removeprefix(_indent(lines)) for line in lines))


def _indent(lines: list[str]) -> str:
    head = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return head[: len(head) - len(head.lstrip())]


def _written(value: Any, like: list[str]) -> list[str]:
    """The lines of *value*, indented like the lines *like*."""
    stream = io.StringIO()
    yaml = _yaml()
    yaml.indent(mapping=2, sequence=2, offset=0)
    yaml.dump(value, stream)
    return [f"{_indent(like)}{line}" if line.strip() else line for line in stream.getvalue().splitlines(keepends=True)]
