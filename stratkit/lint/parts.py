"""What judging one region gives: enough to judge the workspace without having the region at hand.

A part can be written down as JSON and read back; what does not fit the form is no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from stratkit.diagnostics import Diagnostic, Edit, Fix, Message, Origin, Related, Severity, Span
from stratkit.immutable import immutable
from stratkit.lint.found import Sheet, sheets_of

_PLAIN = (str, int, float, bool, type(None))
_SEVERITIES = {int(one): one for one in Severity}


@immutable
class Part:
    """What judging one region, or what all regions stand on, gives.

    Args:
        found: what is wrong, sorted by place.
        waived: files that may hold suppressions of findings.
        unread: files of which nothing could be used: no rule looked at what they say.
        linked: there is a strategy.
        gathered: what rules across regions have to know, by code.
        wanting: the first reference into each absent list of the catalogue.
    """

    found: tuple[Diagnostic, ...]
    waived: tuple[str, ...] = ()
    linked: bool = False
    gathered: Mapping[str, Any] = field(default_factory=dict)
    wanting: Mapping[str, Origin] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """What is wrong, file by file."""
        return sheets_of(self.found)


def as_json(part: Part) -> Any:
    """*part* as values of JSON."""
    tables = RowWriter()
    found = [tables.row(one) for one in part.found]
    return {
        "texts": list(tables.texts),
        "found": found,
        "waived": list(part.waived),
        "linked": part.linked,
        "gathered": dict(part.gathered),
        "wanting": wanting_as_json(part.wanting),
        "unread": list(part.unread),
    }


def part_of(value: Any) -> Part:
    """The part that :func:`as_json` wrote down.

    Raises:
        ValueError: it is none.
    """
    try:
        read = RowReader(value["texts"]).diagnostic
        return Part(
            found=tuple([read(row) for row in value["found"]]),
            waived=tuple(value["waived"]),
            linked=value["linked"],
            gathered=value["gathered"],
            wanting=wanting_of(value["wanting"]),
            unread=tuple(value["unread"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(str(error)) from error


def wanting_as_json(wanting: Mapping[str, Origin]) -> dict[str, Any]:
    """The references into absent lists as values of JSON."""
    return {name: [origin.path, *origin.pointer] for name, origin in wanting.items()}


def wanting_of(value: Mapping[str, Any]) -> dict[str, Origin]:
    """The references that :func:`wanting_as_json` wrote down."""
    return {name: Origin(path, tuple(pointer)) for name, (path, *pointer) in value.items()}


class _Numbers(dict[str, int]):
    """Texts, each with its number in the order in which they were first asked for."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class RowWriter:
    """Writes diagnostics as rows; a text that comes again is written once, in ``texts``."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = _Numbers()

    def row(self, one: Diagnostic) -> list[Any]:
        """A diagnostic as values of JSON."""
        number = self.texts
        row = [
            number[one.code], int(one.severity), self._message(one.message), self._span(one.span),
            None if one.hint is None else self._message(one.hint), number[one.subject], number[one.rule],
            one.pointer if one.place == one.pointer and not one.twin else [one.pointer, number[one.place], one.twin],
        ]  # fmt: skip
        if one.related or one.fix is not None:
            row.append([[self._span(each.span), self._message(each.message)] for each in one.related])
        if one.fix is not None:
            row.append([one.fix.safe, [[self._span(edit.span), edit.text] for edit in one.fix.edits]])
        return row

    def _span(self, span: Span) -> list[int]:
        return [self.texts[span.path], span.line, span.column, span.end_line, span.end_column]

    def _message(self, message: Message) -> list[Any]:
        if not message.values:
            return [self.texts[message.text]]
        values = {
            name: value if type(value) in _PLAIN else self._value(value) for name, value in message.values.items()
        }
        return [self.texts[message.text], values]

    def _value(self, value: object) -> Any:
        # Anything else would be shown by its text anyway.
        return self._message(value) if isinstance(value, Message) else str(value)


class RowReader:
    """Reads the rows of :class:`RowWriter`.

    Args:
        texts: its texts.

    Raises:
        TypeError: these are none.
    """

    def __init__(self, texts: Iterable[Any]) -> None:
        self.texts = list(texts)
        if not {str}.issuperset(map(type, self.texts)):
            raise TypeError(self.texts)

    def diagnostic(self, row: list[Any]) -> Diagnostic:
        """The diagnostic that became this row."""
        code, severity, message, span, hint, subject, rule, where, *more = row
        texts = self.texts
        if type(where) is list:
            pointer, place, twin = where[0], texts[where[1]], where[2]
        else:
            pointer, place, twin = where, where, 0
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
            place,
            twin,
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
