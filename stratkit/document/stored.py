"""A document as bytes and back: to be kept from one run to the next. Reading runs nothing."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from stratkit.document.view import Cell, DocumentView, Heading, Layout, Note, Paragraphs, Part, Row, Table, Text
from stratkit.source.plain_json import plain_json

_CLASSES: dict[str, type] = {
    one.__name__: one for one in (Cell, DocumentView, Heading, Layout, Note, Paragraphs, Part, Row, Table, Text)
}
_VALUES = {one: attrgetter(*(field.name for field in fields(one))) for one in _CLASSES.values()}


def encoded(view: DocumentView) -> bytes:
    """*view* as JSON: an object for each value of a class, a list for each tuple."""
    made = json.dumps(view, ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain)
    return made.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> DocumentView | None:
    """The document in *data*; None if it was written by something else."""
    try:
        view = plain_json(data, _made)
    except (ValueError, TypeError, KeyError):
        return None
    return view if isinstance(view, DocumentView) else None


def _plain(value: Any) -> dict[str, tuple[Any, ...]]:
    """The one pair that stands for a value of a class: its name and the values of its fields.

    Raises:
        KeyError: no document holds values of this class.
    """
    if isinstance(value, datetime):
        return {"datetime": (value.isoformat(),)}
    return {type(value).__name__: _VALUES[type(value)](value)}


def _made(found: dict[str, Any]) -> Any:
    """The value of a class from the one pair of its JSON object."""
    ((name, values),) = found.items()
    if name == "datetime":
        return datetime.fromisoformat(*values)
    return _CLASSES[name](*(_tuple(one) for one in values))


def _tuple(value: Any) -> Any:
    return tuple(_tuple(one) for one in value) if isinstance(value, list) else value
