"""All that a website is made of, as digests: the same digest, the same bytes.

Imports little: a website that is up to date is found to be so without loading what could build it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stratkit.source.cache import CacheFolder, Digests, code_digest, content_digest, digest_of, installed
from stratkit.source.home import CATALOG
from stratkit.source.shipped import shipped
from stratkit.source.tree import FolderTree, Tree

_LIBRARIES = (
    "jinja2", "markdown_it_py", "markupsafe", "pydantic", "pyyaml", "snowballstemmer", "xlsxwriter",
    "typst", "fontpkg_pt_serif",
)  # fmt: skip
"""Libraries whose version may show in the bytes of a page or a file."""

_PACKAGE = Path(__file__).parent.parent
_FRAME = ""


@dataclass(frozen=True, slots=True)
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
    folders: dict[str, list[str]] = {_FRAME: []}
    for path in tree.paths:
        top, slash, _rest = path.partition("/")
        folders.setdefault(top if slash and top != CATALOG else _FRAME, []).append(path)
    known = Digests(tree, folders, kept) if kept is not None and isinstance(tree, FolderTree) else None
    found: dict[str, str] = {}
    for name, paths in folders.items():
        sure = known.sure(name) if known is not None else None
        found[name] = sure or content_digest(paths, tree.read)
        if known is not None and sure is None:
            known.found(name, found[name])
    if known is not None:
        known.remember()
    regions = sorted(folders.keys() - {_FRAME})
    said = (options, toolkit_digest(), *(str(one) for one in tree.findings), *regions, *_commits(tree, regions))
    frame = digest_of(found[_FRAME], *said)
    return Inputs(frame, {name: region_digest(frame, found[name]) for name in regions})


def region_digest(frame: str, contents: str) -> str:
    """The digest of a region: of its files, *contents*, and of what it stands on."""
    return digest_of(frame, contents)


@cache
def toolkit_digest() -> str:
    """The digest of stratkit, its templates and the libraries whose version may show."""
    templates = shipped("site_templates")
    versions = {"python": sys.version, "libraries": installed(_LIBRARIES)}
    drawn = [path.read_bytes() for path in sorted(templates.rglob("*")) if path.is_file()]
    sums = [hashlib.sha256(data).hexdigest() for data in drawn]
    return digest_of(code_digest((_PACKAGE, shipped("schema")), versions), *sums)


def _commits(tree: Tree, regions: Iterable[str]) -> tuple[str, ...]:
    """The commits that editions name: with others the pages of former editions say something else."""
    frames = (f"{name}/strategy.yaml" for name in regions)
    if not any(b"revision" in tree.read(path) for path in frames):
        return ()
    from stratkit.site.editions.chain import revisions  # loads much; most workspaces name no revision

    return revisions(tree)
