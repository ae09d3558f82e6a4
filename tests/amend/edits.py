"""Edits written down as YAML: where in a file, and what to set, remove or add there."""

from __future__ import annotations

from typing import Any


def make_edit(data: Any, edit: dict[str, Any]) -> None:
    """Make one edit in the values of a file."""
    *way, last = edit["at"]
    place = data
    for step in way:
        place = place[_key(place, step)]
    _change(place, last, edit)


def _change(place: Any, last: Any, edit: dict[str, Any]) -> None:
    if "set" in edit:
        place[_key(place, last, new=True)] = edit["set"]
    elif "remove" in edit:
        del place[_key(place, last)]
    else:
        items = place[_key(place, last)]
        items.insert(_key(items, edit["after"]) + 1 if "after" in edit else len(items), edit["add"])


def _key(place: Any, step: Any, *, new: bool = False) -> Any:
    """The key of a mapping; in a list the entry with this id or number, or at this place, counted from 1."""
    if isinstance(place, dict):
        assert new or step in place, step
        return step
    for index, one in enumerate(place):
        if isinstance(one, dict) and (one.get("id") == step or str(one.get("number")) == str(step)):
            return index
    assert isinstance(step, int), step
    return step - 1
