"""YAML text -> plain values, in one pass over libyaml's events.

The events are read one by one, so depth and size are bounded before anything is built.
What strategies do not need and what has hurt others is refused with one finding: anchors and
aliases (they can expand without end), tags, merge keys, several documents in one file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from stratkit.diagnostics import Finding, Span
from stratkit.source import problems
from stratkit.source.scalars import resolve_plain

MAX_DEPTH = 64
MAX_BYTES = 4 * 1024 * 1024

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Pointer = tuple[str | int, ...]


@dataclass(slots=True)
class Positions:
    """Places of keys and values of one file, by pointer."""

    values: dict[Pointer, Span] = field(default_factory=dict)
    keys: dict[Pointer, Span] = field(default_factory=dict)


@dataclass(slots=True)
class Parsed:
    """What a file holds: a value, or nothing, and every problem met on the way.

    ``trapped`` are the pointers whose value was reported already, so that the schema check
    does not report the same line a second time.
    """

    value: Any = None
    findings: list[Finding] = field(default_factory=list)
    trapped: set[Pointer] = field(default_factory=set)


class Refused(Exception):  # noqa: N818 - it is a signal within this file, not an error of ours
    """The file cannot be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


def parse(data: bytes, path: str) -> Parsed:
    """Read the YAML file *path* from its bytes; problems become findings, never exceptions."""
    parsed = Parsed()
    text = _decode(data, path, parsed)
    if text is None:
        return parsed
    if not text.strip():
        parsed.findings.append(problems.empty(path))
        return parsed
    try:
        parsed.value = _Builder(path, parsed, None).document(text)
        if parsed.value is None:  # comments only, or a bare null
            parsed.findings.append(problems.empty(path))
    except Refused as refused:
        parsed.value = None
        parsed.findings.append(refused.finding)
    return parsed


def positions(data: bytes, path: str) -> Positions:
    """The places of all keys and values of a file, as far as it can be read."""
    found = Positions()
    text = _decode(data, path, Parsed())
    if text is not None:
        try:
            _Builder(path, Parsed(), found).document(text)
        except Refused:
            return found  # what stands before the broken place still has its position
    return found


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
    return text


class _Builder:
    """Builds values from events; with *places* it also notes where each one stands."""

    def __init__(self, path: str, parsed: Parsed, places: Positions | None) -> None:
        self.path = path
        self.parsed = parsed
        self.places = places

    def document(self, text: str) -> Any:
        """The value of the only document in *text*."""
        events = self._events(text)
        value: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused(problems.several_documents(self._span(event)))
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, (), 0)
        return value

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=Loader)
        except yaml.YAMLError as error:
            raise Refused(problems.broken(self.path, error, text)) from error

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], pointer: Pointer, depth: int) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, pointer)
        if not isinstance(event, yaml.CollectionStartEvent) or event.anchor is not None:
            raise Refused(problems.anchor(self._span(event)))
        if event.tag is not None:
            raise Refused(problems.tag(self._span(event), event.tag))
        if depth >= MAX_DEPTH:
            raise Refused(problems.too_deep(self._span(event), MAX_DEPTH))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, pointer, depth)
        return self._sequence(event, events, pointer, depth)

    def _sequence(self, start: yaml.Event, events: Iterator[yaml.Event], pointer: Pointer, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._note(pointer, start, event)
                return items
            items.append(self._node(event, events, (*pointer, len(items)), depth + 1))
        return items

    def _mapping(self, start: yaml.Event, events: Iterator[yaml.Event], pointer: Pointer, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        first: dict[str, yaml.Event] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self._note(pointer, start, event)
                return items
            key = self._key(event)
            step = (*pointer, key)
            if key in items:
                again, before = self._span(event), self._span(first[key])
                self.parsed.findings.append(problems.duplicate_key(again, key, before))
                self._node(next(events), events, (*step, "\0duplicate"), depth + 1)
                continue
            first[key] = event
            if self.places is not None:
                self.places.keys[step] = self._span(event)
            items[key] = self._node(next(events), events, step, depth + 1)
        return items

    def _key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise Refused(problems.anchor(self._span(event)))
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused(problems.complex_key(self._span(event)))
        if event.tag is not None:
            raise Refused(problems.tag(self._span(event), event.tag))
        if event.value == "<<" and event.implicit[0]:
            raise Refused(problems.merge_key(self._span(event)))
        return str(event.value)

    def _scalar(self, event: yaml.ScalarEvent, pointer: Pointer) -> Any:
        if event.anchor is not None:
            raise Refused(problems.anchor(self._span(event)))
        if event.tag is not None:
            raise Refused(problems.tag(self._span(event), event.tag))
        self._note(pointer, event, event)
        if not event.implicit[0]:
            return event.value
        value, trap = resolve_plain(event.value)
        if trap:
            self.parsed.trapped.add(pointer)
            self.parsed.findings.append(problems.ambiguous(self._span(event), event.value))
        return value

    def _note(self, pointer: Pointer, start: yaml.Event, end: yaml.Event) -> None:
        if self.places is not None:
            self.places.values[pointer] = self._span(start, end)

    def _span(self, start: yaml.Event, end: yaml.Event | None = None) -> Span:
        first, last = start.start_mark, (end or start).end_mark
        if first is None or last is None:  # libyaml always gives marks; its types do not say so
            return Span(self.path)
        return Span(self.path, first.line + 1, first.column + 1, last.line + 1, last.column + 1)
