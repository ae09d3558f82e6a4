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

from stratkit.diff.merge import ABSENT, item_names, merge, merged_order, same
from stratkit.immutable import immutable
from stratkit.source.parsed import Pointer, Positions
from stratkit.source.reader import parse, positions


class UnmergeableError(Exception):
    """The versions cannot be merged entity by entity."""


@immutable
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

    def children(self, names: list[str]) -> dict[str, Chunk] | None:
        """Its keys or items by these names, each on lines of its own; None if they are not."""
        steps: list[str | int] = list(self.value) if isinstance(self.value, dict) else list(range(len(self.value)))
        if not steps or self._flow():
            return None
        heads = [self._line(step) for step in steps]
        if any(one >= other for one, other in pairwise(heads)):
            return None
        return dict(zip(names, self._cut(steps, heads), strict=True))

    def _flow(self) -> bool:
        span = self.version.places.values[self.pointer]
        return self.version.lines[span.line - 1][span.column - 1] in "[{"

    def _line(self, step: str | int) -> int:
        places = self.version.places
        pointer = (*self.pointer, step)
        return (places.keys.get(pointer) or places.values[pointer]).line - 1

    def _cut(self, steps: list[str | int], heads: list[int]) -> Iterator[Chunk]:
        ends = [self._end(step, limit) for step, limit in zip(steps, [*heads[1:], self.end], strict=True)]
        for step, start, end in zip(steps, [heads[0], *ends[:-1]], ends, strict=True):
            yield Chunk(self.version, (*self.pointer, step), self.value[step], start, end)

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
        inner = _inner(base, ours, theirs)
        yield from _line(base, ours, theirs) if inner is None else _parts(ours, *inner)


def _inner(
    base: Chunk | None, ours: Chunk, theirs: Chunk
) -> tuple[dict[str, Chunk], dict[str, Chunk], dict[str, Chunk]] | None:
    """The parts of all three, if each of them stands on lines of its own everywhere."""
    if isinstance(ours.value, dict) and isinstance(theirs.value, dict):
        former = base.value if base and isinstance(base.value, dict) else {}
        named = list(former), list(ours.value), list(theirs.value)
    elif isinstance(ours.value, list) and isinstance(theirs.value, list):
        found = item_names(base.value if base else ABSENT, ours.value, theirs.value)
        if found is None:
            return None
        named = found
    else:
        return None
    before = base.children(named[0]) if base and named[0] else {}
    mine, other = ours.children(named[1]), theirs.children(named[2])
    return None if before is None or mine is None or other is None else (before, mine, other)


def _parts(whole: Chunk, base: dict[str, Chunk], ours: dict[str, Chunk], theirs: dict[str, Chunk]) -> Iterator[Piece]:
    own = list(ours.values())
    yield from whole.version.lines[whole.start : own[0].start]
    for name in merged_order(list(base), list(ours), list(theirs)):
        yield from _merge(base.get(name), ours.get(name), theirs.get(name))
    yield from whole.version.lines[own[-1].end : whole.end]


def _line(base: Chunk | None, ours: Chunk, theirs: Chunk) -> Iterator[Piece]:
    """A value within one line: written anew, once with our side and once with theirs."""
    read = [_read(one.lines) if one else ABSENT for one in (base, ours, theirs)]
    values = [ABSENT if one is ABSENT else holder[key] for one in read for holder, key in [_held(one, ours)]]
    written = []
    for result in merge(*values):
        holder, key = _held(read[1], ours)
        holder[key] = result
        written.append(_written(read[1], ours.lines))
    if written[0] == written[1]:
        yield from written[0]
    elif isinstance(ours.value, dict | list):
        yield Conflict(*written)
    else:
        yield Conflict(ours.lines, theirs.lines)


def _held(read: Any, chunk: Chunk) -> tuple[Any, Any]:
    """The list or mapping in the lines of *chunk* that holds its value, and under which key."""
    if read is ABSENT:
        return None, None
    if isinstance(chunk.pointer[-1], int):
        return read, 0
    holder = read[0] if isinstance(read, list) else read  # the first key of an item stands behind the dash
    return holder, next(iter(holder))


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
