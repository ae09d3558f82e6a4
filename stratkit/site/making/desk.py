"""What a process holds of a build: the files, what all regions stand on, and the regions that it read.

Knows neither the rules nor what draws: each process loads of that what it does itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.immutable import immutable
from stratkit.load import Frame, Known, RegionLoad, load_frame, load_region
from stratkit.load.kept import kept_frame
from stratkit.site.file import Elsewhere
from stratkit.site.inputs import region_digest
from stratkit.site.options import SiteOptions
from stratkit.source import FolderTree, GitRepository, GitTree, Locator
from stratkit.source.cache import CacheFolder, content_digest
from stratkit.source.collector import collect_much
from stratkit.source.home import SETTINGS, paths_of
from stratkit.source.tree import Tree

if TYPE_CHECKING:
    from stratkit.lint.told import Told
    from stratkit.site.drawing.render import Renderer
    from stratkit.site.editions.views import RegionEditions
    from stratkit.site.making.sketch import Sketch

_KEPT = 2
"""Regions that a process remembers between reading and drawing."""


@immutable
class Place:
    """Where a website is made from, in one build.

    Args:
        root: the folder of the workspace.
        revision: of git; None: the files as they are.
        options: how to build.
        build: tells this build from every other: nothing is remembered from one to the next.
        frame: digest of what all regions stand on.
    """

    root: Path
    revision: str | None
    options: SiteOptions
    build: str
    frame: str


@dataclass(eq=False, repr=False)
class Desk:
    """What a process holds of a build.

    Args:
        place: where the website is made from.
        tree: its files.
        frame: what all regions stand on.
        known: what files were found to be in another state of the tree; is filled.
        loads: regions that were read.
        editions: what pages show of their editions.
        renderer: draws the pages, once there is one.
        elsewhere: gives files that another process makes meanwhile.
        told: what is said of rules that found something, by their codes.
        sketches: parts of regions as they were drawn while these were being judged.
    """

    place: Place
    tree: Tree
    frame: Frame
    known: Known | None = None
    loads: dict[str, RegionLoad] = field(default_factory=dict)
    editions: dict[str, RegionEditions] = field(default_factory=dict)
    renderer: Renderer | None = None
    elsewhere: Elsewhere = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    sketches: dict[str, Sketch] = field(default_factory=dict)

    @property
    def locator(self) -> Locator:
        """Finds lines and columns."""
        return Locator(self.tree.read)

    @property
    def title(self) -> str:
        """The title of the workspace; empty if its settings could not be read."""
        return self.frame.settings.title if SETTINGS not in self.frame.unread else ""

    def load(self, region: str) -> RegionLoad:
        """Read a region, unless that was done a moment ago."""
        if region not in self.loads:
            if len(self.loads) >= _KEPT:
                while len(self.loads) >= _KEPT:
                    gone = next(iter(self.loads))
                    del self.loads[gone]
                    self.editions.pop(gone, None)
                collect_much()
            self.loads[region] = load_region(self.tree, self.frame, region, self.known)
        return self.loads[region]

    def digest(self, region: str) -> str:
        """The digest of what was read of a region, and of what it stands on."""
        return region_digest(self.place.frame, content_digest(paths_of(self.tree, region), self.tree.read))


_desks: dict[Place, Desk] = {}


def desk(place: Place, cache: CacheFolder | None = None) -> Desk:
    """What this process holds of the build of *place*; that of another build is forgotten.

    Args:
        place: where the website is made from.
        cache: keeps what all regions stand on, if nothing is wrong with it.
    """
    if place not in _desks:
        root, revision = place.root, place.revision
        tree: Tree = FolderTree(root) if revision is None else GitTree(GitRepository(root), revision)
        _desks.clear()
        _desks[place] = Desk(place, tree, kept_frame(tree, cache) if cache is not None else load_frame(tree))
    return _desks[place]


def folders_of(region: str, options: SiteOptions) -> list[str]:
    """The folders of a region, in all languages: no other part of the website has files in them."""
    return [prefix + region for prefix in options.prefixes.values()]


def changed_meanwhile(region: str) -> OutputError:
    """What to raise where the files of *region* are no longer those that were read first."""
    return OutputError(
        say("files of '{region}' changed while the website was built", region=region), say("build again")
    )
