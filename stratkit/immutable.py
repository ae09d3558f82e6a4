"""Classes of values that do not change, without a line of code written and compiled for each of them.

:mod:`dataclasses` writes six methods for a class as text and compiles them, which takes half a millisecond. A command
loads up to 170 such classes, so it would spend a tenth of a second before it begins. Here the classes share their
methods; what is known of the fields is gathered by :mod:`dataclasses`, whose ``fields`` and ``replace`` serve these
objects as any others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(cls: type[T]) -> type[T]:
    """Let objects of *cls* be made of the values that it names, stay as they are, and be compared by these values.

    An object takes a microsecond longer to make than one of a class with methods of its own: classes of which each
    region has many hundreds of objects are :func:`numerous`. What a ``cached_property`` works out is remembered beside
    the values.
    """
    remembers = any(isinstance(one, cached_property) for one in vars(cls).values())
    made: Any = dataclass(init=False, repr=False, eq=False, slots=not remembers)(cls)
    listed = fields(made)
    _give(made, "_values", staticmethod(_reader([one.name for one in listed])))
    _give(made, "__init__", _maker(made, listed))
    for name, method in _SHARED.items():
        _give(made, name, method)
    found: type[T] = made
    return found


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def numerous(*, order: bool = False) -> Callable[[type[T]], type[T]]:
    """The same for classes of which each region has many hundreds of objects: a constructor of its own for each.

    It is that of ``dataclass(frozen=True, slots=True)``, but puts each value where it stands without asking how: an
    object is made in three fifths of the time.

    Args:
        order: objects are sorted by their values.
    """

    def make(cls: type[T]) -> type[T]:
        made: Any = dataclass(init=False, frozen=True, slots=True, order=order)(cls)
        _give(made, "__init__", _quick_maker(made, fields(made)))
        found: type[T] = made
        return found

    return make


def _quick_maker(cls: type, listed: Sequence[Field[Any]]) -> Callable[..., None]:
    """The constructor of *cls*, written and compiled as :mod:`dataclasses` does."""
    known: dict[str, Any] = {"missing": MISSING}
    taken, lines = [], []
    for one in listed:
        name = one.name
        known[f"put_{name}"] = getattr(cls, name).__set__
        known[f"default_{name}"] = one.default
        taken.append(name if _default(one) is None else f"{name}=default_{name}")
        value = name
        if one.default_factory is not MISSING:
            known[f"new_{name}"] = one.default_factory
            value = f"new_{name}() if {name} is missing else {name}"
        lines.append(f"    put_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    exec("\n".join([f"def __init__(self, {', '.join(taken)}):", *lines]), known)  # noqa: S102 - names of fields, nothing from outside
    found: Callable[..., None] = known["__init__"]
    return found


def _give(cls: type, name: str, method: object) -> None:
    """Let *cls* have a method, unless it has one of its own."""
    if name not in cls.__dict__:
        setattr(cls, name, method)


def _reader(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives the values of an object in order."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _maker(cls: type, listed: Sequence[Field[Any]]) -> Callable[..., None]:
    """The constructor of *cls*."""
    names = [one.name for one in listed]
    places = [_place(cls, name) for name in names]
    defaults = {one.name: default for one in listed if (default := _default(one)) is not None}
    settle = getattr(cls, "__post_init__", None)

    def make(self: Any, *given: Any, **named: Any) -> None:
        if named or len(given) != len(names):
            try:
                rest = [named.pop(name) if name in named else defaults[name]() for name in names[len(given) :]]
            except KeyError as error:
                raise TypeError(f"{cls.__name__} needs {error}") from None
            given += tuple(rest)
            if named or len(given) != len(names):
                raise TypeError(f"{cls.__name__} is made of {names} and not of {given} and {named}")
        for put, value in zip(places, given, strict=True):
            put(self, value)
        if settle is not None:
            settle(self)

    return make


def _place(cls: type, name: str) -> Callable[[Any, Any], object]:
    """Puts a value of an object of *cls* where it is kept: in a place of its own, or among what the object remembers."""
    slot = getattr(cls, name, None)
    return (
        slot.__set__
        if isinstance(slot, MemberDescriptorType)
        else lambda one, value: one.__dict__.__setitem__(name, value)
    )


def _default(one: Field[Any]) -> Callable[[], Any] | None:
    """What gives the value where it is left out; None if it must not be."""
    if one.default is not MISSING:
        return lambda: one.default
    return one.default_factory if one.default_factory is not MISSING else None


def _same(self: Any, other: Any) -> Any:
    return self._values(self) == self._values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


@recursive_repr()
def _shown(self: Any) -> str:
    values = zip(fields(self), self._values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{one.name}={value!r}' for one, value in values)})"


def _refuse(self: Any, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} does not change")


def _again(self: Any) -> tuple[type, tuple[Any, ...]]:
    """How a copy is made, in another process too."""
    return type(self), self._values(self)


_SHARED: Mapping[str, Callable[..., Any]] = {
    "__eq__": _same,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _again,
}
