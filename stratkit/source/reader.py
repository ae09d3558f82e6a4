"""YAML text -> plain values, in one pass over libyaml's events.

The events are read one by one, so depth and size are bounded before anything is built.
What strategies do not need and what has hurt others is refused with one finding: anchors and
aliases (they can expand without end), tags, merge keys, several documents in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn

import yaml

from stratkit.diagnostics import Finding, Span
from stratkit.source import problems
from stratkit.source.scalars import resolve_plain
from stratkit.source.tree import MAX_BYTES

MAX_DEPTH = 64
MAX_VALUES = 50_000
"""Values in one file: eighty times as many as the longest file of a strategy has, and read in under a second."""
MAX_TEXT = 50_000
"""Signs in one value: nearly twenty times as many as the longest text has. Many a rule takes time by the square of them."""

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Pointer = tuple[str | int, ...]
ITEM_NAMES = ("id", "act", "indicator", "fingerprint", "number")
"""What items of lists are called by: the first of these keys that an item has."""


class Positions:
    """Places of keys and values of one file, by pointer; worked out from the events when they are asked for.

    A scalar is held as its event, a list or mapping as its first event, its last one (None while it is open) and
    what stands in it: for a list the values, for a mapping the event of the key and the value by key.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Any = None

    def value(self, pointer: Pointer) -> Span | None:
        """Where the value at *pointer* stands; None if there is none, or if it does not end."""
        node = self.root
        for step in pointer:
            node = _within(node, step)[1]
        if type(node) is not list:
            return None if node is None else span_of(self.path, node)
        return None if node[1] is None else span_of(self.path, node[0], node[1])

    def key(self, pointer: Pointer) -> Span | None:
        """Where the key at *pointer* stands; None if there is none."""
        node, key = self.root, None
        for step in pointer:
            key, node = _within(node, step)
        return None if key is None else span_of(self.path, key)

    def names(self, pointer: Pointer) -> tuple[str, ...]:
        """*pointer* with what items of lists are called instead of their numbers; ``*`` for one that has no name."""
        node, names = self.root, []
        for step in pointer:
            node = _within(node, step)[1]
            names.append(step if isinstance(step, str) else _name_of(node))
        return tuple(names)

    @cached_property
    def values(self) -> dict[Pointer, Span]:
        """The places of all values; what stands within another value comes before it."""
        found = ((pointer, self.value(pointer)) for pointer, _ in _inside((), None, self.root))
        return {pointer: span for pointer, span in found if span is not None}

    @cached_property
    def keys(self) -> dict[Pointer, Span]:
        """The places of all keys."""
        found = sorted(
            ((pointer, span_of(self.path, key)) for pointer, key in _inside((), None, self.root) if key is not None),
            key=lambda one: (one[1].line, one[1].column),
        )
        return dict(found)


def _within(node: Any, step: str | int) -> tuple[Any, Any]:
    """The key and the value that stand at *step* of a list or mapping; None and None if there are none."""
    inside = node[2] if type(node) is list else None
    if type(inside) is dict:
        found: tuple[Any, Any] = inside.get(step, (None, None))
        return found
    if type(inside) is list and isinstance(step, int) and 0 <= step < len(inside):
        return None, inside[step]
    return None, None


def _name_of(node: Any) -> str:
    """What an item of a list is called: by a key of its own, or by itself if it is a single value."""
    if type(node) is yaml.ScalarEvent:
        return f"={node.value}"
    inside = node[2] if type(node) is list else None
    if type(inside) is dict:
        for key in ITEM_NAMES:
            value = inside.get(key, (None, None))[1]
            if type(value) is yaml.ScalarEvent:
                return f"{key}={value.value}"
    return "*"


def _inside(pointer: Pointer, key: Any, node: Any) -> Iterator[tuple[Pointer, Any]]:
    """The pointer and the key of each value within *node*, and of itself at last."""
    if type(node) is list:
        if type(node[2]) is dict:
            for step, (inner_key, inner) in node[2].items():
                yield from _inside((*pointer, step), inner_key, inner)
        else:
            for index, inner in enumerate(node[2]):
                yield from _inside((*pointer, index), None, inner)
    yield pointer, key


def span_of(path: str, start: yaml.Event, end: yaml.Event | None = None) -> Span:
    """The stretch of the file *path* from the event *start* to the end of *end*."""
    first, last = start.start_mark, (end or start).end_mark
    if first is None or last is None:  # libyaml always gives marks; its types do not say so
        return Span(path)
    return Span(path, first.line + 1, first.column + 1, last.line + 1, last.column + 1)


@dataclass(slots=True)
class Parsed:
    """What a file holds: a value, or nothing, and every problem met on the way.

    ``places`` are those of its keys and values, as far as it could be read.
    ``trapped`` are the findings about values that are ambiguous, by pointer, so that the schema check
    does not report the same line a second time.
    """

    places: Positions
    value: Any = None
    findings: list[Finding] = field(default_factory=list)
    trapped: dict[Pointer, Finding] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - it is a signal within this file, not an error of ours
    """The file cannot be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


def parse(data: bytes, path: str) -> Parsed:
    """Read the YAML file *path* from its bytes; problems become findings, never exceptions."""
    parsed = Parsed(Positions(path))
    text = _decode(data, path, parsed)
    if text is None:
        return parsed
    if not text.strip():
        parsed.findings.append(problems.empty(path))
        return parsed
    try:
        parsed.value = _Builder(path, parsed, text).document()
        if parsed.value is None:  # comments only, or a bare null
            parsed.findings.append(problems.empty(path))
    except Refused as refused:
        parsed.value = None
        parsed.findings.append(refused.finding)
    return parsed


def positions(data: bytes, path: str) -> Positions:
    """The places of all keys and values of a file, as far as it can be read."""
    return parse(data, path).places


def _decode(data: bytes, path: str, parsed: Parsed) -> str | None:
    if len(data) > MAX_BYTES:
        parsed.findings.append(problems.too_large(path, len(data)))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        parsed.findings.append(problems.not_utf8(Span(path, line, 1, line, 1)))
        return None
    if text.startswith("\ufeff"):
        parsed.findings.append(problems.byte_order_mark(path))
        text = text[1:]
    if "\r" in text:
        parsed.findings.append(problems.carriage_returns(path))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    parsed.findings += problems.directions(path, text)
    return text


class _Builder:
    """Builds the values of one text from its events, and notes the events for :class:`Positions`."""

    def __init__(self, path: str, parsed: Parsed, text: str) -> None:
        self.path = path
        self.parsed = parsed
        self.text = text
        self.values = 0
        self.escapes = "\\u" in text or "\\U" in text

    def document(self) -> Any:
        """The value of the only document."""
        try:
            # Events are asked for one by one: depth and size are bounded before anything is built.
            self.next: Callable[[], Any] = Loader(self.text).get_event
            return self._document()
        except yaml.YAMLError as error:
            raise Refused(problems.broken(self.path, error, self.text)) from error

    def _document(self) -> Any:
        value: Any = None
        documents = 0
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused(problems.several_documents(self._span(event)))
            elif type(event) is yaml.ScalarEvent:
                value = self._scalar(event, (), None)
                self.parsed.places.root = event
            elif isinstance(event, yaml.NodeEvent):
                self.parsed.places.root = place = self._place(event, 0)
                value = self._collection(place, (), 0)
        return value

    def _place(self, start: yaml.Event, depth: int) -> list[Any]:
        """Where a list or mapping is noted that begins with *start*."""
        if not isinstance(start, yaml.CollectionStartEvent) or start.anchor is not None:
            raise Refused(problems.anchor(self._span(start)))
        if start.tag is not None:
            raise Refused(problems.tag(self._span(start), start.tag))
        if depth >= MAX_DEPTH:
            raise Refused(problems.too_deep(self._span(start), MAX_DEPTH))
        self.values += 1
        if self.values > MAX_VALUES:
            raise Refused(problems.too_many_values(self._span(start), MAX_VALUES))
        return [start, None, {} if type(start) is yaml.MappingStartEvent else []]

    def _collection(self, place: list[Any], pointer: Pointer, depth: int) -> Any:
        if type(place[2]) is dict:
            return self._mapping(place, pointer, depth)
        return self._sequence(place, pointer, depth)

    def _sequence(self, place: list[Any], pointer: Pointer, depth: int) -> list[Any]:
        items: list[Any] = []
        inside = place[2]
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            if type(event) is yaml.ScalarEvent:
                items.append(self._scalar(event, pointer, len(items)))
                inside.append(event)
            else:
                inner = self._place(event, depth + 1)
                inside.append(inner)
                items.append(self._collection(inner, (*pointer, len(items)), depth + 1))
        place[1] = event
        return items

    def _mapping(self, place: list[Any], pointer: Pointer, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        inside = place[2]
        following = self.next
        while type(key_event := following()) is not yaml.MappingEndEvent:
            key = self._key(key_event)
            if key in items:
                self._again(key_event, inside[key][0], (*pointer, key), depth)
                continue
            event = following()
            if type(event) is yaml.ScalarEvent:
                items[key] = self._scalar(event, pointer, key)
                inside[key] = (key_event, event)
            else:
                inside[key] = (key_event, None)
                inner = self._place(event, depth + 1)
                inside[key] = (key_event, inner)
                items[key] = self._collection(inner, (*pointer, key), depth + 1)
        place[1] = key_event
        return items

    def _again(self, event: yaml.Event, first: yaml.Event, pointer: Pointer, depth: int) -> None:
        """Pass over a key that stands twice, with its value."""
        self.parsed.findings.append(problems.duplicate_key(self._span(event), str(pointer[-1]), self._span(first)))
        value, step = self.next(), "\0duplicate"
        if type(value) is yaml.ScalarEvent:
            self._scalar(value, pointer, step)
        else:
            self._collection(self._place(value, depth + 1), (*pointer, step), depth + 1)

    def _key(self, event: Any) -> str:
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            key: str = event.value
            if key == "<<" and event.implicit[0]:
                raise Refused(problems.merge_key(self._span(event)))
            return key
        if type(event) is yaml.ScalarEvent:
            self._refuse(event)
        if event.anchor is not None:  # an alias has one too
            raise Refused(problems.anchor(self._span(event)))
        raise Refused(problems.complex_key(self._span(event)))

    def _scalar(self, event: Any, pointer: Pointer, step: str | int | None) -> Any:
        """The value of the scalar at *step* of the list or mapping at *pointer*; no step: it is the whole file."""
        self.values += 1
        text = event.value
        if self.values > MAX_VALUES or event.anchor is not None or event.tag is not None or len(text) > MAX_TEXT:
            self._refuse(event)
        if not event.implicit[0]:
            if self.escapes and event.style == '"':
                self.parsed.findings += problems.escaped_directions(self._span(event), text, self.text)
            return text
        value, trap = resolve_plain(text)
        if trap:
            found = problems.ambiguous(self._span(event), text)
            self.parsed.trapped[pointer if step is None else (*pointer, step)] = found
            self.parsed.findings.append(found)
        return value

    def _refuse(self, event: yaml.ScalarEvent) -> NoReturn:
        """Say what is wrong with a scalar that cannot be read."""
        if self.values > MAX_VALUES:
            raise Refused(problems.too_many_values(self._span(event), MAX_VALUES))
        if event.anchor is not None:
            raise Refused(problems.anchor(self._span(event)))
        if event.tag is not None:
            raise Refused(problems.tag(self._span(event), str(event.tag)))
        raise Refused(problems.too_long(self._span(event), MAX_TEXT))

    def _span(self, event: yaml.Event) -> Span:
        return span_of(self.path, event)
