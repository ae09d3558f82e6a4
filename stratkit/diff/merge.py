"""Three versions of a file -> one: lists are merged by entity, mappings by key.

The merged value exists twice: once with our side and once with their side wherever both changed the
same field. The two are equal if and only if there is no conflict.
"""

from __future__ import annotations

import copy
import json
from collections.abc import MutableMapping, MutableSequence
from typing import Any

from stratkit.source.parsed import ITEM_NAMES

ABSENT: Any = object()
"""Stands for a value that a version does not have."""


def merge(base: Any, ours: Any, theirs: Any) -> tuple[Any, Any]:
    """The merged value with our side, and with their side, where both changed the same field."""
    if same(ours, theirs) or same(base, theirs):
        return ours, ours
    if same(base, ours):
        return theirs, theirs
    if isinstance(ours, MutableMapping) and isinstance(theirs, MutableMapping):
        return _mappings(base if isinstance(base, MutableMapping) else {}, ours, theirs)
    if isinstance(ours, MutableSequence) and isinstance(theirs, MutableSequence):
        named = item_names(base, ours, theirs)
        if named is not None:
            before, mine, other = (
                dict(zip(keys, items, strict=True))
                for keys, items in zip(named, ([] if base is ABSENT else base, ours, theirs), strict=True)
            )
            return _lists(before, mine, other, ours)
    return ours, theirs


def same(one: Any, other: Any) -> bool:
    """Equal as they would be written: Python takes 1, 1.0 and True for equal."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return json.dumps(one, default=str, sort_keys=True) == json.dumps(other, default=str, sort_keys=True)


def item_names(base: Any, ours: Any, theirs: Any) -> tuple[list[str], list[str], list[str]] | None:
    """What the items of three lists are called, so that they can be matched; None if they cannot.

    Items without ids are matched by their places, as long as nobody added or removed one.
    """
    lists = [] if base is ABSENT else base, ours, theirs
    if not isinstance(lists[0], MutableSequence):
        return None
    named = [[name_of(one) for one in items] for items in lists]
    if all(None not in names and len(set(names)) == len(names) for names in named):
        before, mine, other = ([str(name) for name in names] for names in named)
        return before, mine, other
    if len(lists[0]) == len(ours) == len(theirs):
        places = [f"#{index}" for index in range(len(ours))]
        return places, places, places
    return None


def name_of(one: Any) -> str | None:
    """What identifies an item of a list: its id, or a single value itself; None: nothing does."""
    if isinstance(one, MutableMapping):
        key = next((key for key in ITEM_NAMES if key in one), None)
        return f"{key}={one[key]}" if key is not None else None
    return None if isinstance(one, MutableSequence) else f"={one}"


def _mappings(base: Any, ours: Any, theirs: Any) -> tuple[Any, Any]:
    results = ours, copy.deepcopy(ours)
    for key in [*ours, *(one for one in theirs if one not in ours)]:
        values = (one.get(key, ABSENT) for one in (base, ours, theirs))
        for result, value in zip(results, merge(*values), strict=True):
            if value is ABSENT:
                result.pop(key, None)
            elif key in result:
                result[key] = value
            else:
                _insert(result, key, value, theirs)
    return results


def _insert(result: Any, key: str, value: Any, theirs: Any) -> None:
    """Put a key that *theirs* has behind the one that it follows there."""
    keys = list(theirs)
    before = next((one for one in reversed(keys[: keys.index(key)]) if one in result), None)
    place = list(result).index(before) + 1 if before is not None else 0
    if hasattr(result, "insert"):
        result.insert(place, key, value)
    else:
        result[key] = value


def _lists(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], shape: Any) -> tuple[Any, Any]:
    """Items by name: each is merged by itself."""
    merged = [
        merge(base.get(name, ABSENT), ours.get(name, ABSENT), theirs.get(name, ABSENT))
        for name in merged_order(list(base), list(ours), list(theirs))
    ]
    return _filled(shape, [one for one, _ in merged]), _filled(shape, [one for _, one in merged])


def merged_order(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """The names of both sides: new ones stand behind the one that they followed.

    The order of our side holds, unless only their side changed it.
    """
    first, second = (
        (ours, theirs)
        if _rank(ours, base) != _rank(base, ours) or _rank(theirs, base) == _rank(base, theirs)
        else (theirs, ours)
    )
    order = list(first)
    for index, name in enumerate(second):
        if name not in order:
            before = next((one for one in reversed(second[:index]) if one in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, name)
    return order


def _rank(names: list[str], among: list[str]) -> list[str]:
    return [one for one in names if one in among]


def _filled(shape: Any, items: list[Any]) -> Any:
    """A list with the looks of *shape* and these items."""
    kept = [one for one in items if one is not ABSENT]
    if len(kept) == len(shape) and all(one is other for one, other in zip(kept, shape, strict=True)):
        return shape
    result = copy.copy(shape)
    result[:] = kept
    return result
