"""What judging one region gives: enough to judge the workspace without having the region at hand.

A part can be written down as JSON and read back; what does not fit the form is no part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stratkit.diagnostics import Diagnostic, Edit, Fix, Message, Origin, Related, Severity, Span
from stratkit.source.plain_json import plain_json

_PLAIN = (str, int, float, bool, type(None))
_SEVERITIES = {int(one): one for one in Severity}


@dataclass(frozen=True, slots=True)
class Part:
    """What judging one region, or what all regions stand on, gives.

    Args:
        found: what is wrong, sorted by place.
        waived: files that may hold suppressions of findings.
        linked: there is a strategy.
        gathered: what rules across regions have to know, by code.
        wanting: the first reference into each absent list of the catalogue.
    """

    found: tuple[Diagnostic, ...]
    waived: tuple[str, ...] = ()
    linked: bool = False
    gathered: Mapping[str, Any] = field(default_factory=dict)
    wanting: Mapping[str, Origin] = field(default_factory=dict)


def as_json(part: Part) -> Any:
    """*part* as values of JSON."""
    tables = _Tables()
    found = [tables.diagnostic(one) for one in part.found]
    return {
        "texts": list(tables.texts),
        "found": found,
        "waived": list(part.waived),
        "linked": part.linked,
        "gathered": dict(part.gathered),
        "wanting": {name: [origin.path, *origin.pointer] for name, origin in part.wanting.items()},
    }


def part_of(value: Any) -> Part:
    """The part that :func:`as_json` wrote down.

    Raises:
        ValueError: it is none.
    """
    try:
        read = _Reader([_text(one) for one in value["texts"]]).diagnostic
        return Part(
            found=tuple([read(row) for row in value["found"]]),
            waived=tuple(value["waived"]),
            linked=value["linked"],
            gathered=value["gathered"],
            wanting={name: Origin(path, tuple(pointer)) for name, (path, *pointer) in value["wanting"].items()},
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(str(error)) from error


def encoded(part: Part) -> bytes:
    """*part* as bytes, as short as can be."""
    return json.dumps(as_json(part), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(body: bytes) -> Part | None:
    """The part that :func:`encoded` made bytes of; None if these are none."""
    try:
        return part_of(plain_json(body))
    except ValueError:
        return None  # written by something else


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(value)
    return value


class _Tables:
    """Writes diagnostics as rows; a text that comes again is written once."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}

    def diagnostic(self, one: Diagnostic) -> list[Any]:
        row = [
            self._text(one.code), int(one.severity), self._message(one.message), self._span(one.span),
            None if one.hint is None else self._message(one.hint), self._text(one.subject), self._text(one.rule),
            one.pointer,
        ]  # fmt: skip
        if one.related or one.fix is not None:
            row.append([[self._span(each.span), self._message(each.message)] for each in one.related])
        if one.fix is not None:
            row.append([one.fix.safe, [[self._span(edit.span), edit.text] for edit in one.fix.edits]])
        return row

    def _text(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def _span(self, span: Span) -> list[int]:
        return [self._text(span.path), span.line, span.column, span.end_line, span.end_column]

    def _message(self, message: Message) -> list[Any]:
        if not message.values:
            return [self._text(message.text)]
        return [self._text(message.text), {name: self._value(value) for name, value in message.values.items()}]

    def _value(self, value: object) -> Any:
        if isinstance(value, Message):
            return self._message(value)
        # Anything else would be shown by its text anyway.
        return value if type(value) in _PLAIN else str(value)


class _Reader:
    """Reads the rows of :class:`_Tables`."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def diagnostic(self, row: list[Any]) -> Diagnostic:
        code, severity, message, span, hint, subject, rule, pointer, *more = row
        texts = self.texts
        return Diagnostic(
            texts[code],
            _SEVERITIES[severity],
            self._message(message),
            Span(texts[span[0]], *span[1:]),
            None if hint is None else self._message(hint),
            tuple([self._related(one) for one in more[0]]) if more else (),
            texts[subject],
            texts[rule],
            pointer,
            self._fix(more[1]) if len(more) > 1 else None,
        )

    def _message(self, row: list[Any]) -> Message:
        if len(row) == 1:
            return Message(self.texts[row[0]])
        values = {name: self._message(one) if type(one) is list else one for name, one in row[1].items()}
        return Message(self.texts[row[0]], values)

    def _span(self, row: list[int]) -> Span:
        return Span(self.texts[row[0]], *row[1:])

    def _related(self, row: list[Any]) -> Related:
        span, message = row
        return Related(self._span(span), self._message(message))

    def _fix(self, row: list[Any]) -> Fix:
        safe, edits = row
        return Fix(tuple(Edit(self._span(span), text) for span, text in edits), safe)


Places = Mapping[Origin, Span]
"""Where places by meaning stand."""


def places_as_json(places: Places, digests: Mapping[str, str]) -> Any:
    """*places* by folder, each folder with the digest of its files."""
    by_folder: dict[str, tuple[str, list[Any]]] = {}
    for origin, span in places.items():
        folder = origin.path.partition("/")[0]
        if folder in digests:
            row = [
                origin.path,
                list(origin.pointer),
                origin.key,
                span.line,
                span.column,
                span.end_line,
                span.end_column,
            ]
            by_folder.setdefault(folder, (digests[folder], []))[1].append(row)
    return by_folder


def places_of(value: Any, digests: Mapping[str, str]) -> dict[Origin, Span]:
    """The places that :func:`places_as_json` wrote down and that are still right: their folder is as it was.

    Raises:
        ValueError: it wrote something else.
    """
    places: dict[Origin, Span] = {}
    try:
        for folder, (digest, rows) in value.items():
            if digests.get(folder) == digest:
                for path, pointer, key, *numbers in rows:
                    places[Origin(path, tuple(pointer), key)] = Span(path, *numbers)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return places
