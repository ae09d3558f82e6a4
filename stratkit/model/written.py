"""What a model holds, as a file of JSON that people can read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from json.encoder import encode_basestring as quoted
from typing import Any

from stratkit.model.node import Node

_number = json.JSONEncoder(ensure_ascii=False).encode
"""A number, true or false; one encoder for all of them."""


def as_json(value: Any) -> bytes:
    """*value* as a file of JSON: nodes by the keys of files, all that anything holds on lines of their own.

    As :func:`json.dumps` with ``indent=2`` writes what is made of plain values, in a third of its time: with an indent
    that leaves the code in C and looks at each value several times.
    """
    pieces: list[str] = []
    _write(value, "\n", pieces.append)
    return "".join([*pieces, "\n"]).encode()


def _write(value: Any, margin: str, put: Callable[[str], object]) -> None:
    """Write *value*, the last line of which begins like *margin*, piece by piece."""
    kind = type(value)
    if kind is str:
        put(quoted(value))
    elif value is None:
        put("null")
    elif kind is tuple or kind is list:
        _write_all("[", [("", part) for part in value], "]", margin, put)
    elif kind is dict:
        _write_all("{", [(f"{quoted(str(key))}: ", part) for key, part in value.items()], "}", margin, put)
    elif isinstance(value, Node):
        _write_all("{", [(key, getattr(value, name)) for key, name in _keys(kind)], "}", margin, put)
    else:
        put(_number(value))


def _write_all(
    opened: str, held: Iterable[tuple[str, Any]], closed: str, margin: str, put: Callable[[str], object]
) -> None:
    """Write values, each with what stands before it."""
    inner = f"{margin}  "
    before = opened
    for key, part in held:
        put(f"{before}{inner}{key}")
        _write(part, inner, put)
        before = ","
    put(opened + closed if before is opened else margin + closed)


_KEYS: dict[type[Node], list[tuple[str, str]]] = {}
"""Of each class the beginnings of lines, and the names of the values that follow them."""


def _keys(kind: type[Node]) -> list[tuple[str, str]]:
    found = _KEYS.get(kind)
    if found is None:
        found = _KEYS[kind] = [(f"{quoted(key.written or name)}: ", name) for name, key in kind.keys.items()]
    return found
