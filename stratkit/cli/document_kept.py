"""Documents kept from one run to the next: a region that did not change is neither loaded nor checked again."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.document.stored import decoded, encoded
from stratkit.source.cache import Digests, code_digest, content_digest, file_name, installed
from stratkit.source.home import CATALOG
from stratkit.source.shipped import shipped
from stratkit.source.tree import FolderTree

if TYPE_CHECKING:
    from stratkit.cli.app import App
    from stratkit.document.view import DocumentView
    from stratkit.source.cache import CacheFolder

_ROOMS = ("diagnostics", "source", "model", "load", "lint", "document")
_LIBRARIES = ("pydantic", "pydantic_core", "pyyaml", "jsonschema_rs", "markdown_it_py")


def kept_document(app: App, region: str, moment: datetime | None) -> KeptDocument | None:
    """Where the whole document of *region* is kept; None where nothing is, as for a revision of the repository."""
    tree = app.tree
    return KeptDocument(tree, app.cache, region, moment) if isinstance(tree, FolderTree) and app.cache else None


class KeptDocument:
    """The document of one region whose data had no error, good for the very files and programs it was made from."""

    def __init__(self, tree: FolderTree, cache: CacheFolder, region: str, moment: datetime | None) -> None:
        self.tree = tree
        self.cache = cache
        self.region = region
        self.moment = moment
        self.files = Digests(tree, self._folders, cache)

    def read(self) -> DocumentView | None:
        """The document, if it is there."""
        if self.region not in self._folders:
            return None
        body = self.cache.get(self._name, self._key)
        self.files.remember()
        return decoded(body) if body is not None else None

    def write(self, view: DocumentView) -> None:
        """Keep *view*, whose data were found to have no error."""
        if not view.warnings:
            self.cache.put(self._name, self._key, encoded(view))

    @cached_property
    def _name(self) -> str:
        return file_name(f"document\0{self.region}")

    @cached_property
    def _key(self) -> str:
        """A digest of everything on which the document depends."""
        program = Path(__file__).parent.parent
        folders = [*(program / room for room in _ROOMS), shipped("schema")]
        parts = [
            code_digest(folders, {"python": sys.version, "libraries": installed(_LIBRARIES)}),
            self._digest(""), self._digest(self.region), [repr(one) for one in self.tree.findings],
            self.moment.isoformat() if self.moment else "",
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _digest(self, folder: str) -> str:
        sure = self.files.sure(folder)
        if sure is not None:
            return sure
        digest = content_digest(self._folders[folder], self.tree.read)
        self.files.found(folder, digest)
        return digest

    @cached_property
    def _folders(self) -> Mapping[str, tuple[str, ...]]:
        """The files of each region; those of no region under the empty name."""
        found: dict[str, list[str]] = {"": []}
        for path in self.tree.paths:
            top, inside, _ = path.partition("/")
            found.setdefault(top if inside and top != CATALOG else "", []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}
