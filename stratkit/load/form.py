"""The form of a file apart from what it says: order of keys, its name, blanks at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from stratkit.diagnostics import Finding, Origin, Severity, Span, say
from stratkit.load.schemas import schema
from stratkit.model.kinds import Kind
from stratkit.model.node import Node, may_hold_mappings
from stratkit.source.keyorder import KeyOrder

Pointer = tuple[str | int, ...]

NAMED_BY = {
    "project": "id",
    "profile": "id",
    "industry": "industry",
    "indicators": "industry",
    "federal-projects": "industry",
    "common-indicators": "industry",
}
"""The key of each kind of file that gives the file its name."""

_HOLDERS = (dict, list)
_TRAILING = re.compile(rb"(?<![ \t])[ \t]++(?=\r?\n|\Z)")


def form_findings(kind: Kind, value: dict[str, Any], model: Node | None, data: bytes, path: str) -> list[Finding]:
    """What is wrong with the form of a file whose content is sound.

    Args:
        kind: of the file.
        value: what it holds.
        model: what was read from that; None if something did not fit.
        data: its bytes.
        path: where it is.
    """
    return [*_trailing_blanks(data, path), *_name(kind, value, path), *_order(kind, value, model, path)]


@lru_cache(maxsize=64)
def _root(schema_name: str) -> KeyOrder:
    return KeyOrder(schema(schema_name))


# Files of one kind have the same few sets of keys: each set is looked up in the schema once.
@lru_cache(maxsize=4096)
def _layout(order: KeyOrder, keys: tuple[str, ...]) -> tuple[str | None, tuple[KeyOrder, ...]]:
    """The first of *keys* that does not stand where it should, and the order within the value of each."""
    moved = (key for key, right in zip(keys, order.sorted(keys), strict=True) if key != right)
    return next(moved, None), tuple(order.value(key, keys) for key in keys)


@lru_cache(maxsize=4096)
def _item(order: KeyOrder) -> KeyOrder:
    return order.item()


def misplaced_keys(order: KeyOrder, value: Any, pointer: Pointer = ()) -> list[tuple[Pointer, str]]:
    """The first key of each mapping within *value* that does not stand where it should."""
    found: list[tuple[Pointer, str]] = []
    if type(value) is dict:
        wrong, inner = _layout(order, tuple(value))
        if wrong is not None:
            found.append(((*pointer, wrong), wrong))
        for (key, held), within in zip(value.items(), inner, strict=True):
            if type(held) is dict or (type(held) is list and held and type(held[0]) is not str):
                found += misplaced_keys(within, held, (*pointer, key))
    elif type(value) is list and value and type(value[0]) in _HOLDERS:
        within = _item(order)
        for index, item in enumerate(value):
            found += misplaced_keys(within, item, (*pointer, index))
    return found


# The same few sets of keys, again: whether they are in order and where mappings stand is worked out once for each.
@lru_cache(maxsize=4096)
def _inside(node: type[Node], names: tuple[str, ...]) -> tuple[str, ...] | None:
    """Those of *names* whose values may hold mappings; None if *names* are not in the order of the model."""
    if names != tuple(name for name in node.keys if name in names):
        return None
    holders = may_hold_mappings(node)
    return tuple(name for name in names if name in holders)


def in_order(part: Any) -> bool:
    """Whether every mapping from which *part* of a model was read has its keys in the order of the model."""
    if isinstance(part, Node):
        held, kind = vars(part), cast("Any", type(part))  # a class of values has a hash of its own, whatever they have
        inside = _inside(kind, tuple(held))
        if not inside:
            return inside is not None
        part = [held[name] for name in inside]
    elif type(part) is dict:
        part = part.values()
    elif type(part) is not tuple:
        return True
    return all(map(in_order, part))


def _order(kind: Kind, value: dict[str, Any], model: Node | None, path: str) -> Iterator[Finding]:
    if model is not None and in_order(model):
        return
    found = misplaced_keys(_root(kind.schema), value)
    if found:
        pointer, key = found[0]
        yield Finding(
            Origin(path, pointer, key=True),
            say(
                "keys are not in the usual order from '{key}' on; entries concerned: {count}", key=key, count=len(found)),
            say("run 'stratkit fmt'"),
            severity=Severity.INFO,
            code="FRM001",
        )  # fmt: skip


def _name(kind: Kind, value: dict[str, Any], path: str) -> Iterator[Finding]:
    key = NAMED_BY.get(kind.name)
    if key is None:
        return
    *folders, name = path.rsplit(".", 1)[0].split("/")
    if value.get(key) != name:
        message = say("'{key}' is '{value}', the file is called '{name}'", key=key, value=value.get(key), name=name)
        yield Finding(Origin(path, (key,)), message, say("give both one name"), code="FRM002")
    elif kind.name == "project" and value.get("industry") != folders[-1]:
        message = say(
            "'industry' is '{value}', the folder is called '{name}'", value=value.get("industry"), name=folders[-1]
        )
        yield Finding(
            Origin(path, ("industry",)), message, say("move the file, or correct the industry"), code="FRM002"
        )


def _trailing_blanks(data: bytes, path: str) -> Iterator[Finding]:
    # Single signs are found much faster than two, and hardly a file has them.
    if b"\t" not in data and b"\r" not in data and b" \n" not in data and not data.endswith(b" "):
        return
    found = list(_TRAILING.finditer(data))
    if found:
        first = found[0]
        line = data.count(b"\n", 0, first.start()) + 1
        start = data.rfind(b"\n", 0, first.start()) + 1
        column = len(data[start : first.start()].decode("utf-8", "replace")) + 1
        yield Finding(
            Span(path, line, column, line, column + len(first.group())),
            say("blanks stand at the end of lines: {count}", count=len(found)),
            say("run 'stratkit fmt', or remove them"),
            severity=Severity.INFO,
            code="FRM003",
        )
