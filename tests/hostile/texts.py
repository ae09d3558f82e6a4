"""Every text field of every kind of file, found by walking the models: a new field is covered by itself."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import yaml

from stratkit.model.frozen import REQUIRED, Key
from stratkit.model.kinds import KINDS, kind_of
from stratkit.model.node import Node, hints

Fill = Callable[[str], str]


def is_text(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """Whether a field may hold any text: a string that no pattern and no list of words bounds."""
    found = [one for one in _flat(annotation, metadata) if one[0] is str]
    return any(not any(isinstance(rule, Key) and "pattern" in rule.bounds for rule in rules) for _, rules in found)


def _flat(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The types of which *annotation* is a union, each with what bounds it."""
    origin = get_origin(annotation)
    if hasattr(annotation, "__metadata__"):
        inner, *more = get_args(annotation)
        yield from _flat(inner, (*metadata, *more))
    elif origin in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _flat(one, metadata)
    else:
        yield annotation, metadata


def filled(model: type[Node], value: Any, fill: Fill, path: str = "") -> Any:
    """*value*, which is of *model*, with every text field replaced, also where it was left out."""
    result = dict(value)
    for name, field in model.keys.items():
        key, annotation = field.written or name, hints(model)[name]
        where = f"{path}.{key}".strip(".")
        if is_text(annotation, (field,)):
            if key in result or field.default is not REQUIRED:
                result[key] = fill(where)
        elif result.get(key) is not None:
            result[key] = _inner(annotation, result[key], fill, where)
    return result


def _inner(annotation: Any, value: Any, fill: Fill, path: str) -> Any:
    for one, _rules in _flat(annotation):
        arguments = get_args(one)
        if isinstance(one, type) and issubclass(one, Node) and isinstance(value, dict):
            return filled(one, value, fill, path)
        if get_origin(one) in (tuple, list) and isinstance(value, list):
            return [fill(path) if is_text(arguments[0]) else _inner(arguments[0], item, fill, path) for item in value]
        if get_origin(one) is dict and isinstance(value, dict):
            return {
                key: fill(path) if is_text(arguments[1]) else _inner(arguments[1], item, fill, path)
                for key, item in value.items()
            }
    return value


def fields() -> set[str]:
    """The names of all text fields, as ``kind.path``."""
    found: set[str] = set()
    for kind in KINDS.values():
        _names(kind.model, kind.name, found, ())
    return found


def _names(model: type[Node], path: str, found: set[str], above: tuple[type, ...]) -> None:
    if model in above:
        return
    for name, field in model.keys.items():
        annotation = hints(model)[name]
        where = f"{path}.{field.written or name}"
        if is_text(annotation, (field,)):
            found.add(where)
        _within(annotation, where, found, (*above, model))


def _within(annotation: Any, path: str, found: set[str], above: tuple[type, ...]) -> None:
    for one, _rules in _flat(annotation):
        if isinstance(one, type) and issubclass(one, Node):
            _names(one, path, found, above)
            continue
        for inner in get_args(one):
            if is_text(inner):
                found.add(path)
            _within(inner, path, found, above)


def poison(folder: Path, fill: Fill, keep: frozenset[str] = frozenset()) -> set[str]:
    """Replace every text of the workspace *folder*; the names of the fields that were filled.

    Args:
        folder: the files; they are rewritten.
        fill: gives the text for a field.
        keep: fields that stay as they are.
    """
    seen: set[str] = set()
    for file in sorted(folder.rglob("*.yaml")):
        value = yaml.safe_load(file.read_text())
        kind, _version = kind_of(value["stratkit"])
        assert kind is not None

        def text(where: str, kind_name: str = kind.name, value: Any = value) -> str:
            seen.add(f"{kind_name}.{where}")
            return fill(f"{kind_name}.{where}")

        changed = filled(kind.model, value, text)
        for name in keep:
            top, _, key = name.partition(".")
            if top == kind.name and key in value:
                changed[key] = value[key]
            elif top == kind.name:
                changed.pop(key, None)
        file.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False))
    return seen
