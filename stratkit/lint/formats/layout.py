"""A list of JSON in pieces, laid out as ``json.dumps`` lays out the whole with an indent of two."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

BETWEEN = ",\n"
"""What stands between the pieces of a list."""
_STEP = "  "


def entries(values: Iterable[Any], depth: int = 1) -> str:
    """*values* as entries of a list, without its brackets.

    Args:
        values: the entries.
        depth: in how many lists and mappings they stand.
    """
    # No text in JSON holds a line break: each one stands between values.
    further = "\n" + depth * _STEP
    lines = (json.dumps(value, ensure_ascii=False, indent=2).replace("\n", further) for value in values)
    return BETWEEN.join(f"{depth * _STEP}{one}" for one in lines)


def list_of(pieces: Iterable[bytes], depth: int = 1) -> bytes:
    """The list of the entries in all *pieces*, each of which holds at least one."""
    body = BETWEEN.encode().join(pieces)
    return b"[\n%b\n%b]" % (body, (depth - 1) * _STEP.encode()) if body else b"[]"
