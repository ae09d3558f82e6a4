"""What one process does for one region: read it, and draw its part of the website.

Orders and answers are plain values that can be sent to another process or another machine; files are
written by whoever draws them, into a folder that all of them see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.lint.parts import Part, part_of
from stratkit.load import Frame, RegionLoad, load_frame, load_region
from stratkit.load.workspace import paths_of
from stratkit.model.linked import Strategy
from stratkit.site.checking import judge_region
from stratkit.site.collector import uncollected
from stratkit.site.context import FEW, Around, RegionContext
from stratkit.site.edition_views import RegionEditions
from stratkit.site.editions import edition_views
from stratkit.site.file import checked
from stratkit.site.inputs import region_digest
from stratkit.site.options import SiteOptions
from stratkit.site.parts import Brief, brief, region_part, renderer_of
from stratkit.site.record import Record
from stratkit.site.render import Renderer
from stratkit.site.write import put
from stratkit.source import FolderTree, GitRepository, GitTree, Locator
from stratkit.source.cache import content_digest
from stratkit.source.home import SETTINGS
from stratkit.source.tree import Tree

_KEPT = 2
"""Regions that a process remembers between reading and drawing."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a region.

    Args:
        region: id.
        read: digest of what was read.
        brief: what the part above the regions needs to know; None if there is no strategy to show.
        judged: what lint has to know of it.
        shown: what its pages say is wrong with it.
    """

    region: str
    read: str
    brief: Brief | None
    judged: Part
    shown: Part

    @classmethod
    def of(cls, record: Record) -> Reading:
        """What was found in the region of *record*."""
        return cls(record.region, record.read, record.brief, part_of(record.judged), part_of(record.shown))


@dataclass(frozen=True, slots=True)
class Order:
    """The part of a region is to be drawn.

    Args:
        place: where it is made from.
        reading: what was found in the region.
        others: what it shows of the other regions.
        folder: where the edition grows.
        standing: hash of each file of this part that stands there, by its path.
    """

    place: Place
    reading: Reading
    others: Around
    folder: Path
    standing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The part of a region as it was drawn: paths of its pages in the first language, hashes of all its files."""

    region: str
    pages: tuple[str, ...]
    files: Mapping[str, str]


@dataclass
class Desk:
    """What a process holds of a build."""

    place: Place
    tree: Tree
    frame: Frame
    loads: dict[str, RegionLoad] = field(default_factory=dict)
    chains: dict[str, RegionEditions] = field(default_factory=dict)
    renderer: Renderer | None = None

    @property
    def locator(self) -> Locator:
        """Finds lines and columns."""
        return Locator(self.tree.read)

    @property
    def neighbours(self) -> bool:
        """The regions are so few that they show each other."""
        return len(self.frame.regions) <= FEW

    def load(self, region: str) -> RegionLoad:
        """A region."""
        if region not in self.loads:
            while len(self.loads) >= _KEPT:
                oldest = next(iter(self.loads))
                del self.loads[oldest]
                self.chains.pop(oldest, None)
            self.loads[region] = load_region(self.tree, self.frame, region)
        return self.loads[region]

    def digest(self, region: str) -> str:
        """The digest of what was read of a region, and of what it stands on."""
        return region_digest(self.place.frame, content_digest(paths_of(self.tree, region), self.tree.read))

    def editions(self, strategy: Strategy) -> RegionEditions:
        """The editions of a region."""
        if strategy.id not in self.chains:
            self.chains[strategy.id] = edition_views(strategy, self.frame.catalog, self.tree)
        return self.chains[strategy.id]

    def draws(self) -> Renderer:
        """What draws the pages; its templates are compiled once."""
        if self.renderer is None:
            frame = self.frame
            self.renderer = renderer_of(frame.settings, title_of(frame), frame.catalog, self.place.options)
        return self.renderer


_desks: dict[Place, Desk] = {}


def desk(place: Place) -> Desk:
    """What this process holds of the build of *place*; that of another build is forgotten."""
    if place not in _desks:
        tree: Tree
        if place.revision is None:
            tree = FolderTree(place.root)
        else:
            tree = GitTree(GitRepository(place.root), place.revision)
        frame = load_frame(tree)
        _desks.clear()
        _desks[place] = Desk(place, tree, frame)
    return _desks[place]


def title_of(frame: Frame) -> str:
    """The title of the workspace; empty if its settings could not be read."""
    return frame.settings.title if SETTINGS not in frame.unread else ""


def read_region(place: Place, region: str) -> Reading:
    """Read and judge one region."""
    with uncollected():
        own = desk(place)
        load = own.load(region)
        judged, shown = judge_region(own.frame, load, own.locator)
        strategy, settings = load.strategy, own.frame.settings
        told = brief(strategy, settings, place.options, own.editions(strategy)) if strategy is not None else None
        return Reading(region, own.digest(region), told, judged, shown)


def draw_region(order: Order) -> Drawing:
    """Draw the part of one region.

    Raises:
        OutputError: its files changed since they were read.
    """
    with uncollected():
        own = desk(order.place)
        reading = order.reading
        load = own.load(reading.region)
        if own.digest(reading.region) != reading.read or load.strategy is None:
            raise changed_meanwhile(reading.region)
        frame, options = own.frame, order.place.options
        found = reading.shown.found
        editions = own.editions(load.strategy)
        context = RegionContext(frame.catalog, frame.settings.site, options.documents, found, order.others, editions)
        part = region_part(load.strategy, context, own.draws())
        files = {
            file.path: put(order.folder, file.path, file.make(), order.standing.get(file.path))
            for file in checked(part.files)
        }
        return Drawing(reading.region, part.pages, files)


def changed_meanwhile(region: str) -> OutputError:
    """What to raise where the files of *region* are no longer those that were read first."""
    return OutputError(
        say("files of '{region}' changed while the website was built", region=region), say("build again")
    )
