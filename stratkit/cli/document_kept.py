"""Documents kept from one run to the next: a region that did not change is neither loaded nor checked again."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from stratkit.document.stored import decoded, encoded
from stratkit.source.cache import Digests, digest_of, file_name
from stratkit.source.home import by_region
from stratkit.source.program import program_digest
from stratkit.source.tree import FolderTree

if TYPE_CHECKING:
    from stratkit.cli.app import App
    from stratkit.document.view import DocumentView
    from stratkit.source.cache import CacheFolder

_ROOMS = ("diagnostics", "source", "model", "load", "lint", "document")


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
        self.files = Digests(tree, by_region(tree), cache)

    def read(self) -> DocumentView | None:
        """The document, if it is there."""
        if self.region not in self.files.folders:
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
        return digest_of(
            program_digest(*_ROOMS),
            self.files.digest(""),
            self.files.digest(self.region),
            self.moment.isoformat() if self.moment else "",
            *(repr(one) for one in self.tree.findings),
        )
