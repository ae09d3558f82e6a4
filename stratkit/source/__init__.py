"""A folder of files -> bytes -> values, every value with its place."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stratkit.source.git import GitRepository, GitTree
    from stratkit.source.parsed import Parsed
    from stratkit.source.positions import Locator
    from stratkit.source.reader import parse
    from stratkit.source.tree import FolderTree, Tree

__all__ = ["FolderTree", "GitRepository", "GitTree", "Locator", "Parsed", "Tree", "parse"]

_MODULES = {
    "GitRepository": "git", "GitTree": "git", "Locator": "positions", "Parsed": "parsed", "parse": "reader",
    "FolderTree": "tree", "Tree": "tree",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Each part is loaded when somebody asks for it: who reads a folder needs nothing of git."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
