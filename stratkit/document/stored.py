"""A document as bytes and back: to be kept from one run to the next. Reading runs nothing."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from stratkit.document.view import Cell, DocumentView, Heading, Layout, Note, Paragraphs, Part, Row, Table, Text
from stratkit.source.plain_json import plain_json

_CLASSES: dict[str, type] = {
    one.__name__: one for one in (Cell, DocumentView, Heading, Layout, Note, Paragraphs, Part, Row, Table, Text)
}
_NAMES = {one: [field.name for field in fields(one)] for one in _CLASSES.values()}


def encoded(view: DocumentView) -> bytes:
    """*view* as JSON: an object for each value of a class, a list for each tuple."""
    return json.dumps(_plain(view), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> DocumentView | None:
    """The document in *data*; None if it was written by something else."""
    try:
        view = plain_json(data, _made)
    except (ValueError, TypeError, KeyError):
        return None
    return view if isinstance(view, DocumentView) else None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return {"datetime": [value.isoformat()]}
    names = _NAMES.get(type(value))
    return value if names is None else {type(value).__name__: [_plain(getattr(value, name)) for name in names]}


def _made(found: dict[str, Any]) -> Any:
    """The value of a class from the one pair of its JSON object."""
    ((name, values),) = found.items()
    if name == "datetime":
        return datetime.fromisoformat(*values)
    return _CLASSES[name](*(_tuple(one) for one in values))


def _tuple(value: Any) -> Any:
    return tuple(_tuple(one) for one in value) if isinstance(value, list) else value
