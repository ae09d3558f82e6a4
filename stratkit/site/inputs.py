"""All that a website is made of, as digests: the same digest, the same bytes.

Imports little: a website that is up to date is found to be so without loading what could build it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from stratkit.immutable import immutable
from stratkit.source.cache import CacheFolder, Digests, content_digest, digest_of
from stratkit.source.home import by_region
from stratkit.source.program import code_digest, program_digest
from stratkit.source.shipped import shipped
from stratkit.source.tree import FolderTree, Tree


@immutable
class Inputs:
    """Digests of all that a website is made of.

    Args:
        frame: of what all regions stand on: stratkit, options, settings, catalogue.
        regions: of each region with what it stands on, by its folder.
    """

    frame: str
    regions: Mapping[str, str]

    @property
    def whole(self) -> str:
        """Of everything."""
        return digest_of(self.frame, *(f"{name} {one}" for name, one in self.regions.items()))


def inputs_of(tree: Tree, options: str, kept: CacheFolder | None = None) -> Inputs:
    """The digests of the workspace in *tree*, built with *options*; *kept* saves reading what did not change."""
    folders = by_region(tree)
    if kept is not None and isinstance(tree, FolderTree):
        known = Digests(tree, folders, kept)
        found = {name: known.digest(name) for name in folders}
        known.remember()
    else:
        found = {name: content_digest(paths, tree.read) for name, paths in folders.items()}
    own = found.pop("")
    said = (options, toolkit_digest(), *(str(one) for one in tree.findings), *found, *_commits(tree, found))
    frame = digest_of(own, *said)
    return Inputs(frame, {name: region_digest(frame, contents) for name, contents in found.items()})


def region_digest(frame: str, contents: str) -> str:
    """The digest of a region: of its files, *contents*, and of what it stands on."""
    return digest_of(frame, contents)


@cache
def toolkit_digest() -> str:
    """The digest of stratkit, its templates and the libraries whose version may show."""
    return digest_of(program_digest(), code_digest(shipped("site_templates")))


def _commits(tree: Tree, regions: Iterable[str]) -> tuple[str, ...]:
    """The commits that editions name: with others the pages of former editions say something else."""
    frames = (f"{name}/strategy.yaml" for name in regions)
    if not any(b"revision" in tree.read(path) for path in frames):
        return ()
    from stratkit.site.editions.chain import revisions  # loads much; most workspaces name no revision

    return revisions(tree)
