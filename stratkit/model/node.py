"""Mappings of files as objects: classes that name the keys of a mapping, each with what may stand there.

They are declared as models of pydantic are, and pydantic gives their JSON Schemas (:mod:`stratkit.model.schema`); but
nothing is built for them when they are loaded, so that commands start at once. What a file holds is checked by its
schema first. :meth:`Node.read` only gives it its shape, and finds the little that no schema can say; tests hold it
against pydantic.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Annotated, Any, Self, Union, get_args, get_origin, get_type_hints

from stratkit.model.frozen import Frozen, Key

Pointer = tuple[str | int, ...]
Read = Callable[[Any], Any]
"""What makes of a value as it is written what the model holds; nothing (null) stays what it is and is not asked about."""

EMPTY = "empty"
"""The fault of a text that is nothing but blanks."""


class Unfit(Exception):  # noqa: N818 - it is caught by who reads a file and never seen outside
    """Values that do not fit although their schema allows them.

    Args:
        faults: place, kind of fault and value of each.
    """

    def __init__(self, faults: list[tuple[Pointer, str, Any]]) -> None:
        super().__init__(faults)
        self.faults = faults

    def within(self, step: str | int) -> list[tuple[Pointer, str, Any]]:
        """The faults as they are seen from the value of which this one stands at *step*."""
        return [((step, *pointer), kind, value) for pointer, kind, value in self.faults]


class Node(Frozen):
    """A mapping in a file: closed (its schema allows no other key), unchanging and compared by what it holds.

    An object holds the keys that are written; what is left out stands at its class.
    """

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> Self:
        """The object that *value* writes, which the schema allows.

        Raises:
            Unfit: something does not fit all the same.
        """
        made = object.__new__(cls)
        held = made.__dict__
        readers = _READERS.get(cls) or _readers(cls)
        try:
            for key, part in value.items():
                name, read = readers[key]
                held[name] = part if read is None or part is None else read(part)
        except Unfit:
            parts = ((readers[key][1], key, part) for key, part in value.items())
            raise Unfit([fault for read, key, part in parts for fault in _faults(read, [(key, part)])]) from None
        return made

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__ or all(getattr(self, name) == getattr(other, name) for name in self.keys)

    def __hash__(self) -> int:
        return hash(_values(type(self))(self))


def plain(value: Any, *, written: bool = False, filled: bool = False) -> Any:
    """*value* as a file would hold it: objects as mappings, by the keys of files, tuples as lists.

    Args:
        value: of a model.
        written: only the keys that were written, not those left out.
        filled: only the keys that hold something.
    """
    if isinstance(value, Node):
        held = {name: getattr(value, name) for name in value.keys if not written or name in value.__dict__}
        return {
            value.keys[name].written or name: plain(part, written=written, filled=filled)
            for name, part in held.items()
            if not filled or part is not None
        }
    if isinstance(value, dict):
        return {key: plain(part, written=written, filled=filled) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part, written=written, filled=filled) for part in value]
    return value


def may_hold_mappings(node: type[Node]) -> frozenset[str]:
    """The names of the keys of *node* within whose values other nodes may stand."""
    kinds = hints(node)
    readers = _READERS.get(node) or _readers(node)
    return frozenset(name for name, read in readers.values() if read is not None and _may_hold(kinds[name]))


def _may_hold(kind: Any) -> bool:
    inner = get_args(kind)
    return any(map(_may_hold, inner)) if inner else isinstance(kind, type) and issubclass(kind, Node)


_HINTS: dict[type[Node], Mapping[str, Any]] = {}


def hints(node: type[Node]) -> Mapping[str, Any]:
    """The type of each key of *node*; worked out once."""
    found = _HINTS.get(node)
    return found if found is not None else _HINTS.setdefault(node, get_type_hints(node, include_extras=True))


def _values(node: type[Node]) -> Callable[[Any], object]:
    """Gives the values of all keys of an object of the class *node*."""
    found = _VALUES.get(node)
    if found is None:
        found = _VALUES[node] = attrgetter(*node.keys) if node.keys else lambda _: ()
    return found


_VALUES: dict[type[Node], Callable[[Any], object]] = {}

_READERS: dict[type[Node], dict[str, tuple[str, Read | None]]] = {}
"""By class and by key as it is written: its name in Python, and what reads its value; None: it is held as it is."""


def _readers(node: type[Node]) -> dict[str, tuple[str, Read | None]]:
    """What reads the keys of *node*, worked out when the first such mapping is met."""
    kinds = hints(node)
    found = {key.written or name: (name, _reader(kinds[name], key)) for name, key in node.keys.items()}
    return _READERS.setdefault(node, found)


def _reader(kind: Any, *keys: Key) -> Read | None:
    """What reads a value of the type *kind*, of which *keys* say more."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *more = get_args(kind)
        return _reader(inner, *keys, *more)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), keys)
    if origin is tuple:
        return _several(_reader(get_args(kind)[0]))
    if origin is dict:
        return _by_key(_reader(get_args(kind)[1]))
    if isinstance(kind, type) and issubclass(kind, Node):
        return kind.read
    read: Read | None = _text if any(key.strip for key in keys) else _NUMBERS.get(kind)
    for key in keys:
        if key.check is not None:
            read = _checked(key.check, read)
    return read


def _one_of(kinds: tuple[Any, ...], keys: tuple[Key, ...]) -> Read | None:
    """Reads a value by what it is: of which of *kinds* it is, no two of which look alike."""
    kinds = tuple(kind for kind in kinds if kind is not types.NoneType)
    if len(kinds) == 1:
        return _reader(kinds[0], *keys)
    nodes = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Node)]
    if len(nodes) > 1:
        name = next(key.bounds["discriminator"] for key in keys if "discriminator" in key.bounds)
        by_word = {word: node for node in nodes for word in get_args(hints(node)[name])}
        return lambda value: by_word[value[name]].read(value)
    readers: dict[type, Read] = {}
    for kind in kinds:
        one = _reader(kind, *keys)
        if one is not None:
            readers.update(dict.fromkeys(_written_as(kind), one))
    if int in map(_bare, kinds) and float in map(_bare, kinds):
        readers = {written: one for written, one in readers.items() if written not in (int, float)}
    if not readers:
        return None

    def read(value: Any) -> Any:
        found = readers.get(type(value))
        return value if found is None else found(value)

    return read


def _bare(kind: Any) -> Any:
    """*kind* without what is said of it."""
    return _bare(get_args(kind)[0]) if get_origin(kind) is Annotated else kind


def _written_as(kind: Any) -> tuple[type, ...]:
    """As what values of the type *kind* stand in a file."""
    bare = _bare(kind)
    if get_origin(bare) is tuple:
        return (list,)
    if get_origin(bare) is dict or (isinstance(bare, type) and issubclass(bare, Node)):
        return (dict,)
    return {int: (int, float), float: (int, float)}.get(bare, (bare,) if isinstance(bare, type) else (str,))


def _text(value: str) -> str:
    stripped = value.strip()
    if not stripped:
        raise Unfit([((), EMPTY, value)])
    return stripped


_NUMBERS: dict[Any, Read] = {int: int, float: float}  # a schema takes 1.0 for a whole number


def _checked(check: Callable[[Any], str | None], inner: Read | None) -> Read:
    def read(value: Any) -> Any:
        found = value if inner is None else inner(value)
        fault = check(found)
        if fault is not None:
            raise Unfit([((), fault, value)])
        return found

    return read


def _several(read: Read | None) -> Read:
    if read is None:
        return tuple

    def all_of(values: list[Any]) -> tuple[Any, ...]:
        try:
            return tuple([value if value is None else read(value) for value in values])
        except Unfit:
            raise Unfit(_faults(read, enumerate(values))) from None

    return all_of


def _by_key(read: Read | None) -> Read:
    if read is None:
        return dict

    def all_of(values: dict[str, Any]) -> dict[str, Any]:
        try:
            return {key: value if value is None else read(value) for key, value in values.items()}
        except Unfit:
            raise Unfit(_faults(read, values.items())) from None

    return all_of


def _faults(read: Read | None, values: Iterable[tuple[str | int, Any]]) -> list[tuple[Pointer, str, Any]]:
    """All that does not fit of several *values*, each with its step."""
    found: list[tuple[Pointer, str, Any]] = []
    for step, value in values:
        try:
            if read is not None and value is not None:
                read(value)
        except Unfit as error:
            found += error.within(step)
    return found
