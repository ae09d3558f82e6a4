"""JSON that somebody else may have written."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def plain_json(data: bytes | str, made: Callable[[dict[str, Any]], Any] | None = None) -> Any:
    """The value in *data*.

    Args:
        data: the text.
        made: what becomes of each object.

    Raises:
        ValueError: it is no JSON, or nested more deeply than anything that is written here.
    """
    try:
        return json.loads(data, object_hook=made)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
