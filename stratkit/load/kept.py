"""Files as they were read, kept as JSON: they need not be taken apart and checked again, only given their shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from stratkit.load.documents import Document, Known
from stratkit.model.kinds import kind_of
from stratkit.model.node import Unfit, plain
from stratkit.source.plain_json import plain_json


def as_json(documents: Iterable[Document]) -> bytes:
    """*documents*, in which nothing was found, as they are kept."""
    kept = {one.path: plain(one.model, written=True) for one in documents}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def known_from(data: bytes, read: Callable[[str], bytes]) -> Known:
    """What :func:`as_json` kept, as it is known to those who read files; nothing if it is something else.

    Args:
        data: as it was kept.
        read: gives the bytes of a file, which are those that were read then.
    """
    try:
        return {(path, read(path)): (_document(path, value), []) for path, value in plain_json(data).items()}
    except (ValueError, KeyError, TypeError, AttributeError, Unfit):
        return {}


def _document(path: str, value: dict[str, object]) -> Document:
    kind, _version = kind_of(value["stratkit"])
    if kind is None:
        raise ValueError("there is no such kind of file")
    return Document(path, kind, kind.model.read(value))
