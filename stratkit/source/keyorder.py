"""The order of keys that a JSON Schema gives: the order of its ``properties``, at every depth."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


class KeyOrder:
    """The order of keys for one part of a file.

    Args:
        root: the whole schema, for its references.
        part: the part of it that describes the value; the whole schema by default.
    """

    def __init__(self, root: Mapping[str, Any], part: Mapping[str, Any] | None = None) -> None:
        self._root = root
        self._part = root if part is None else part

    def sorted(self, keys: Collection[str]) -> list[str]:
        """*keys* as they ought to stand; those that the schema does not know come last, as they were."""
        known = list(self._mapping(keys).get("properties", {}))
        ranks = {key: rank for rank, key in enumerate(known)}
        return sorted(keys, key=lambda key: ranks.get(key, len(ranks)))

    def value(self, key: str, keys: Collection[str]) -> KeyOrder:
        """The order within the value of *key* of a mapping that has *keys*."""
        part = self._mapping(keys)
        inner = part.get("properties", {}).get(key, part.get("additionalProperties"))
        return KeyOrder(self._root, inner if isinstance(inner, dict) else {})

    def item(self) -> KeyOrder:
        """The order within the items of a list."""
        lists = (branch["items"] for branch in self._branches(self._part) if isinstance(branch.get("items"), dict))
        return KeyOrder(self._root, next(lists, {}))

    def _mapping(self, keys: Collection[str]) -> Mapping[str, Any]:
        """Of all forms that the schema allows, the one that knows most of *keys*."""

        def known(branch: Mapping[str, Any]) -> int:
            return sum(key in branch.get("properties", {}) for key in keys)

        forms = self._branches(self._part)
        return forms[0] if len(forms) == 1 else max(forms, key=known, default={})

    def _branches(self, part: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        while "$ref" in part:
            target: Any = self._root
            for step in part["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            part = target
        alternatives = part.get("anyOf") or part.get("oneOf")
        return [inner for one in alternatives for inner in self._branches(one)] if alternatives else [part]
