"""What would change in a file, for a person who decides about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """What would change, as a unified diff; signs that do not show are written out."""
    old, new = (data.decode("utf-8").replace("\ufeff", "\\ufeff").replace("\r", "\\r") for data in (before, after))
    for line in difflib.unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *ended, last = text.split("\n")
    return [f"{line}\n" for line in ended] + ([last] if last else [])
