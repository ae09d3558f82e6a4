"""Which changes of the data stand behind a change of the act, and so: why it is made."""

from __future__ import annotations

from collections.abc import Iterable

from stratkit.amend.operation import Operation
from stratkit.diff import Change

_ROWS = "rows"
"""Addresses of values begin so: then project, indicator, year."""


def reasons_of(operation: Operation, changes: Iterable[Change]) -> tuple[str, ...]:
    """The reasons written down for what *operation* changes, each once."""
    found = (one.reason for one in changes if one.reason and any(_concerns(key, one) for key in operation.keys))
    return tuple(dict.fromkeys(reason for reason in found if reason))


def _concerns(key: str, change: Change) -> bool:
    """Whether the part of the document with the address *key* shows what *change* changed."""
    parts = key.split("/")
    subjects = parts[2:] if parts[0] == _ROWS else parts[1:]
    field = change.field.rpartition(".")[2]
    if parts[-1].isdigit() and len(parts[-1]) == len(field) and field.isdigit() and field != parts[-1]:
        return False
    return change.id.rpartition("/")[2] in subjects
