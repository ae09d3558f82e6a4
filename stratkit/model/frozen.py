"""Objects that do not change and are made of named values, without a line of code written for each class.

What :mod:`dataclasses` writes and compiles for a class takes half a millisecond at each start. These classes hold a
hundred of those back, and share one constructor. Types of keys are read when the program runs, so here and in the models
they are no texts (no ``annotations`` from the future), each of which would have to be compiled.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar, dataclass_transform

REQUIRED = object()
"""The default of a key that must be there."""


class Key:
    """What is said of a key, or of a type wherever it stands.

    Args:
        default: the value where the key is left out.
        description: for the schema.
        written: the key in the file, where Python knows the word as one of its own.
        strip: blanks around the text are not part of it, and there must be something else.
        check: gives the fault of a value that the schema allows, if it has one.
        bounds: what else the schema says, by pydantic's names.
    """

    __slots__ = ("bounds", "check", "default", "description", "strip", "written")

    def __init__(
        self,
        *,
        default: Any,
        description: str,
        written: str,
        strip: bool,
        check: Callable[[Any], str | None] | None,
        bounds: Mapping[str, Any],
    ) -> None:
        self.default = default
        self.description = description
        self.written = written
        self.strip = strip
        self.check = check
        self.bounds = bounds


def Field(  # noqa: N802 - stands where pydantic's function of this name would
    *,
    default: Any = REQUIRED,
    description: str = "",
    written: str = "",
    strip: bool = False,
    check: Callable[[Any], str | None] | None = None,
    **bounds: Any,
) -> Any:
    """Say something of a key, or within ``Annotated`` of a type; the arguments are those of :class:`Key`."""
    return Key(default=default, description=description, written=written, strip=strip, check=check, bounds=bounds)


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(Field,))
class Frozen:
    """What is made of its values by name and then stays as it is; compared by identity.

    An object holds what it was given; what was left out stands at its class.
    """

    keys: ClassVar[Mapping[str, Key]] = {}
    """What is said of each value, by name; those of the last base come first, as they do in files."""

    required: ClassVar[frozenset[str]] = frozenset()
    """The names of the values that have no default."""

    fitting: ClassVar[set[tuple[str, ...]]] = set()
    """The names of which objects were made so far: each place in the program gives the same ones again and again."""

    def __init_subclass__(cls) -> None:
        found: dict[str, Key] = {}
        for base in reversed(cls.__mro__[1:]):
            if issubclass(base, Frozen):
                found.update(base.keys)
        for name in inspect.get_annotations(cls):
            key = cls.__dict__.get(name, REQUIRED)
            if not isinstance(key, Key):
                key = Field(default=key)
            found[name] = key
            if key.default is not REQUIRED:
                setattr(cls, name, key.default)
            elif name in cls.__dict__:
                delattr(cls, name)
        cls.keys = found
        cls.fitting = set()
        cls.required = frozenset(name for name, key in found.items() if key.default is REQUIRED)

    def __init__(self, **given: Any) -> None:
        names = tuple(given)
        if names not in self.fitting:
            if not self.required <= given.keys() <= self.keys.keys():
                lacking, odd = sorted(self.required - given.keys()), sorted(given.keys() - self.keys.keys())
                raise TypeError(f"{type(self).__name__} lacks {lacking} and knows nothing of {odd}")
            self.fitting.add(names)
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.keys)})"


F = TypeVar("F", bound=Frozen)


def replaced(one: F, **values: Any) -> F:
    """The same as *one* with other *values*."""
    own = {name: value for name, value in vars(one).items() if name in one.keys}
    return type(one)(**{**own, **values})
