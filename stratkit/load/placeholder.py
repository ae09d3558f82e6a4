"""The word that stands where an editor has yet to fill something in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from stratkit.diagnostics import Finding, Origin, say
from stratkit.source.parsed import Pointer
from stratkit.source.reader import parse

CODE = "NEW001"
_FILE = Path(__file__).with_name("placeholder.yaml")


@cache
def placeholder() -> str:
    """The word, as ``stratkit new`` writes it."""
    return str(parse(_FILE.read_bytes(), _FILE.name).value["placeholder"])


@cache
def _written() -> bytes:
    return placeholder().encode()


def placeholder_findings(value: Any, data: bytes, path: str) -> list[Finding]:
    """One finding for each text of the file *path* that still holds the placeholder."""
    if _written() not in data:
        return []
    hint = say(
        "write the text in place of '{word}'; 'stratkit explain {code}' says more", word=placeholder(), code=CODE
    )
    return [
        Finding(Origin(path, pointer), say("'{key}' is not filled in yet", key=_key(pointer)), hint, code=CODE)
        for pointer in unfilled(value)
    ]


def unfilled(value: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Where the placeholder stands in a value made of mappings, lists and texts."""
    if isinstance(value, str):
        if placeholder() in value:
            yield pointer
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from unfilled(inner, (*pointer, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from unfilled(inner, (*pointer, index))


def _key(pointer: Pointer) -> str:
    """The last key on the way."""
    return next((step for step in reversed(pointer) if isinstance(step, str)), "")
