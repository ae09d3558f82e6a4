"""Values of the program as JSON and back: what was written down for the next run and may have been changed since.

Whatever stands in a file, an object is made of it only if everything fits the types of its class.
"""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from stratkit.source.plain_json import plain_json

T = TypeVar("T")
Read = Callable[[Any], Any]
"""What makes of a value of JSON the value that was written; raises :class:`MisfitError` if it is another."""

_SCALARS: dict[Any, frozenset[type]] = {
    str: frozenset({str}), int: frozenset({int}), float: frozenset({int, float}), bool: frozenset({bool}),
    type(None): frozenset({type(None)}), None: frozenset({type(None)}),
}  # fmt: skip
"""As what the values of plain types are read from JSON."""


class MisfitError(ValueError):
    """A value is not what was written."""


class JsonForm(Generic[T]):
    """The form in which the objects of a class are written down.

    Args:
        kind: a dataclass of plain values, dates, tuples, mappings and further dataclasses.
    """

    def __init__(self, kind: type[T]) -> None:
        self._read = _reader(kind)

    def dump(self, value: T) -> bytes:
        """*value* as JSON."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
        return text.encode("utf-8", "surrogatepass")

    def load(self, data: bytes) -> T:
        """The value in *data*.

        Raises:
            ValueError: there is none, or it is another.
        """
        found: T = self._read(plain_json(data))
        return found


def _plain(value: Any) -> Any:
    """What stands in JSON for a value that it does not know."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _reader(kind: Any) -> Read:
    """What reads values of the type *kind*."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return lambda value: value
    if kind in _SCALARS:
        return _of_types(_SCALARS[kind])
    if origin is Literal:
        return _of_words(arguments)
    if origin in (Union, types.UnionType):
        return _of_either(arguments)
    if origin is tuple:
        return _list(arguments[0]) if arguments[-1] is ... else _row(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*arguments)
    if kind is datetime.date:
        return _date
    if is_dataclass(kind):
        return _object(kind)
    raise TypeError(f"{kind} has no form in JSON")


def _of_types(allowed: frozenset[type]) -> Read:
    def read(value: Any) -> Any:
        if type(value) not in allowed:
            raise MisfitError
        return value

    return read


def _of_words(words: tuple[Any, ...]) -> Read:
    def read(value: Any) -> Any:
        if value not in words:
            raise MisfitError
        return value

    return read


def _of_either(kinds: tuple[Any, ...]) -> Read:
    plain = frozenset[type]().union(*(_SCALARS.get(kind, ()) for kind in kinds))
    others = [_reader(kind) for kind in kinds if kind not in _SCALARS]

    def read(value: Any) -> Any:
        if type(value) in plain:
            return value
        for other in others[:-1]:
            try:
                return other(value)
            except MisfitError:
                continue
        if not others:
            raise MisfitError
        return others[-1](value)

    return read


def _list(kind: Any) -> Read:
    inner, plain = _reader(kind), _SCALARS.get(kind)

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise MisfitError
        if plain is None:
            return tuple([inner(one) for one in value])
        if not plain.issuperset(map(type, value)):
            raise MisfitError
        return tuple(value)

    return read


def _row(kinds: tuple[Any, ...]) -> Read:
    inner = [_reader(kind) for kind in kinds]

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(inner):
            raise MisfitError
        return tuple([one(part) for one, part in zip(inner, value, strict=True)])

    return read


def _mapping(key: Any, kind: Any) -> Read:
    inner, plain = _reader(kind), _SCALARS.get(kind)

    def read(value: Any) -> dict[Any, Any]:
        if type(value) is not dict:
            raise MisfitError
        if plain is None:
            value = {name: inner(one) for name, one in value.items()}
        elif not plain.issuperset(map(type, value.values())):
            raise MisfitError
        return value if key is str else {_number(name): one for name, one in value.items()}

    return read


def _number(key: str) -> int:
    """The key of a mapping by numbers, which JSON writes as a text."""
    try:
        return int(key)
    except ValueError as error:
        raise MisfitError from error


def _date(value: Any) -> datetime.date:
    if type(value) is not str:
        raise MisfitError
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise MisfitError from error


def _object(kind: Any) -> Read:
    hints = get_type_hints(kind)
    listed = fields(kind)
    inner = {one.name: _reader(hints[one.name]) for one in listed}
    needed = {one.name for one in listed if one.default is MISSING and one.default_factory is MISSING}

    def read(value: Any) -> Any:
        if type(value) is not dict or not needed <= value.keys() <= inner.keys():
            raise MisfitError
        return kind(**{name: inner[name](part) for name, part in value.items()})

    return read
