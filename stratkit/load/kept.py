"""What all regions stand on as it was read, kept as JSON: it need not be taken apart and checked again, only given its shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from stratkit.load.documents import Document, Known
from stratkit.load.workspace import Frame, load_frame
from stratkit.model.kinds import kind_of
from stratkit.model.node import Unfit, plain
from stratkit.source.cache import CacheFolder, content_digest, digest_of, file_name
from stratkit.source.home import common_paths
from stratkit.source.plain_json import plain_json
from stratkit.source.program import program_digest
from stratkit.source.tree import Tree

_NAME = file_name("catalogue")
_ROOMS = ("diagnostics", "source", "model", "load")
"""What has a say in what is read."""


def kept_frame(tree: Tree, cache: CacheFolder) -> Frame:
    """What :func:`~stratkit.load.workspace.load_frame` gives; kept in *cache* if nothing is wrong with the files.

    Raises:
        SourceError: the tree is no workspace at all.
    """
    key = digest_of(program_digest(*_ROOMS), content_digest(common_paths(tree), tree.read))
    kept = cache.get(_NAME, key)
    known = known_from(kept, tree.read) if kept is not None else {}
    frame = load_frame(tree, known)
    if kept is None and not frame.reading and not frame.unread:
        cache.put(_NAME, key, as_json(one for one, _found in known.values() if one is not None))
    return frame


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
