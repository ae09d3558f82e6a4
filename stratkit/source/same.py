"""Whether two files say the same, whatever they look like."""

from __future__ import annotations

import json

from stratkit.source.reader import parse


def same_data(before: bytes, after: bytes) -> bool:
    """Whether both files hold the same keys and values; the order of keys does not matter."""
    return _canonical(before) == _canonical(after)


def _canonical(data: bytes) -> str:
    # As JSON, because Python takes 1, 1.0 and True for equal.
    return json.dumps(parse(data, "").value, sort_keys=True)
