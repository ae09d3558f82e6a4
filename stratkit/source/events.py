"""YAML of any form -> plain values, in one pass over libyaml's events.

The events are read one by one, so depth and size are bounded before anything is built.
What strategies do not need and what has hurt others is refused with one finding: anchors and
aliases (they can expand without end), tags, merge keys, several documents in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml

from stratkit.diagnostics import Finding, Span
from stratkit.source import problems
from stratkit.source.parsed import MAX_DEPTH, MAX_TEXT, MAX_VALUES, Parsed, Pointer, Positions
from stratkit.source.scalars import resolve_plain

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):  # noqa: N818 - it is a signal within this file, not an error of ours
    """The file cannot be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


def read_events(text: str, parsed: Parsed) -> None:
    """Fill *parsed* with what *text* holds, or with why it cannot be read."""
    path = parsed.places.path
    parsed.places = EventPositions(path)
    parsed.findings += problems.directions(path, text)
    try:
        parsed.value = _Builder(path, parsed, text).document()
        if parsed.value is None:  # comments only, or a bare null
            parsed.findings.append(problems.empty(path))
    except Refused as refused:
        parsed.value = None
        parsed.findings.append(refused.finding)


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


class EventPositions(Positions):
    """Places from the events of libyaml.

    A scalar is held as its event, a list or mapping as its first event, its last one (None while it is open) and
    what stands in it: for a list the values, for a mapping the event of the key and the value by key.
    """

    def _within(self, node: Any, step: str | int) -> Any:
        inside = node[2] if type(node) is list else None
        if type(inside) is dict:
            return inside[step][1] if step in inside else None
        return inside[step] if inside is not None and isinstance(step, int) and 0 <= step < len(inside) else None

    def _key(self, node: Any, step: str | int) -> Any:
        inside = node[2] if type(node) is list else None
        return inside[step][0] if type(inside) is dict and step in inside else None

    def _inside(self, node: Any) -> Iterator[tuple[str | int, Any, Any]]:
        if type(node) is not list:
            return
        if type(node[2]) is dict:
            for step, (key, inner) in node[2].items():
                yield step, key, inner
        else:
            for index, inner in enumerate(node[2]):
                yield index, None, inner

    def _scalar(self, node: Any) -> str | None:
        return str(node.value) if type(node) is yaml.ScalarEvent else None

    def _span(self, node: Any) -> Span | None:
        if type(node) is not list:
            return span_of(self.path, node)
        return None if node[1] is None else span_of(self.path, node[0], node[1])


def span_of(path: str, start: yaml.Event, end: yaml.Event | None = None) -> Span:
    """The stretch of the file *path* from the event *start* to the end of *end*."""
    first, last = start.start_mark, (end or start).end_mark
    if first is None or last is None:  # libyaml always gives marks; its types do not say so
        return Span(path)
    return Span(path, first.line + 1, first.column + 1, last.line + 1, last.column + 1)
