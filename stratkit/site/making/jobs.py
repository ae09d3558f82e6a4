"""What one process does for one region: read it, and draw its part of the website.

Orders and answers are plain values that can be sent to another process or another machine; files are
written by whoever draws them, into a folder that all of them see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.document.build import build_document
from stratkit.immutable import immutable
from stratkit.lint.parts import Part, as_json, part_of
from stratkit.load import Frame, Known, RegionLoad, load_frame, load_region
from stratkit.site.context import FEW, Around, RegionContext, around
from stratkit.site.drawing.render import Renderer
from stratkit.site.drawing.traces import Tracer, Traces
from stratkit.site.editions.chain import edition_views
from stratkit.site.editions.views import RegionEditions
from stratkit.site.file import SiteFile
from stratkit.site.inputs import region_digest
from stratkit.site.machine.files import download_files, entity_files
from stratkit.site.making.checking import judge_region
from stratkit.site.making.memory import Memory
from stratkit.site.making.parts import Brief, brief, region_part, renderer_of, search_file, shared_part
from stratkit.site.making.parts import Part as SitePart
from stratkit.site.making.record import Drawn, Record, brief_json, brief_of, json_line, packed
from stratkit.site.making.redraw import Canvas
from stratkit.site.options import SiteOptions
from stratkit.site.pages.shared import Shared
from stratkit.site.writing.listing import Chapter, chapter_of, files_in, lines_of
from stratkit.site.writing.write import put
from stratkit.source import FolderTree, GitRepository, GitTree, Locator
from stratkit.source.cache import content_digest, digest_of
from stratkit.source.collector import collect_much, uncollected
from stratkit.source.home import SETTINGS, paths_of
from stratkit.source.plain_json import plain_json
from stratkit.source.tree import Tree

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


@dataclass(frozen=True)
class Reading:
    """What was found in a region; what few ask for is kept as JSON.

    Args:
        region: id.
        read: digest of what was read.
        brief_json: what the part above the regions needs to know; empty if there is no strategy to show.
        told: digest of that.
        judged_json: what has to be known of it to find all errors.
        shown: what its pages say is wrong with it.
        found: how many findings that are.
    """

    region: str
    read: str
    brief_json: bytes
    told: str
    judged_json: bytes
    shown: bytes
    found: int

    @classmethod
    def of(cls, record: Record) -> Reading:
        """What was found in the region of *record*."""
        return cls(record.region, record.read, record.brief, record.told, record.judged, record.shown, record.found)

    @property
    def linked(self) -> bool:
        """There is a strategy to show."""
        return bool(self.brief_json)

    @cached_property
    def brief(self) -> Brief | None:
        """What the part above the regions needs to know; None if there is no strategy to show."""
        return brief_of(self.brief_json)

    @cached_property
    def judged(self) -> Part:
        """What has to be known of it to find all errors."""
        return part_of(plain_json(self.judged_json))


@immutable
class Order:
    """The part of a region is to be drawn.

    Args:
        place: where it is made from.
        region: id.
        read: digest of what was read of it.
        shown: what its pages say is wrong with it.
        others: what it shows of the other regions.
        folder: where the edition grows.
        standing: the files of this part that stand there, as lines.
        memory: knows how the part was drawn before, if it was.
        scratch: beginning of the names of two files in which is written down what was drawn.
    """

    place: Place
    region: str
    read: str
    shown: bytes
    others: Around
    folder: Path
    standing: bytes
    memory: Memory
    scratch: Path


@immutable
class Drawing:
    """The part of a region as it was drawn.

    Args:
        region: id.
        pages: paths of its pages in the first language, packed.
        chapter: its files.
        scratch: beginning of the names of the files in which the rest stands.
    """

    region: str
    pages: bytes
    chapter: Chapter
    scratch: Path

    def lines(self) -> bytes:
        """The lines of the chapter."""
        return _lines_place(self.scratch).read_bytes()

    def drawn(self) -> bytes:
        """The part as JSON."""
        return _drawn_place(self.scratch).read_bytes()


@dataclass
class Desk:
    """What a process holds of a build.

    Args:
        place: where the website is made from.
        tree: its files.
        frame: what all regions stand on.
        known: what files were found to be in another state of the tree; is filled.
        loads: regions that were read, with their editions.
        renderer: draws the pages.
        ahead: gives files that another process makes meanwhile, by their paths.
    """

    place: Place
    tree: Tree
    frame: Frame
    known: Known | None = None
    loads: dict[str, tuple[RegionLoad, RegionEditions | None]] = field(default_factory=dict)
    renderer: Renderer | None = None
    ahead: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    @property
    def locator(self) -> Locator:
        """Finds lines and columns."""
        return Locator(self.tree.read)

    @property
    def neighbours(self) -> bool:
        """The regions are so few that they show each other."""
        return len(self.frame.regions) <= FEW

    @property
    def title(self) -> str:
        """The title of the workspace; empty if its settings could not be read."""
        return self.frame.settings.title if SETTINGS not in self.frame.unread else ""

    def read(self, region: str) -> Reading:
        """Read and judge a region."""
        load, editions = self._load(region)
        judged, shown = judge_region(self.frame, load, self.locator)
        told = None
        if load.strategy is not None and editions is not None:
            told = brief(load.strategy, self.frame.settings, self.place.options, editions)
        said = brief_json(told)
        return Reading(
            region=region,
            read=self._digest(region),
            brief_json=said,
            told=digest_of(said.decode()),
            judged_json=json_line(as_json(judged)),
            shown=json_line(as_json(shown)),
            found=len(shown.found),
        )

    def part(self, one: Reading | Order, others: Around) -> SitePart:
        """The part of a region.

        Raises:
            OutputError: its files changed since they were read.
        """
        load, editions = self._load(one.region)
        if self._digest(one.region) != one.read or load.strategy is None or editions is None:
            raise changed_meanwhile(one.region)
        frame, documents = self.frame, self.place.options.documents
        found = part_of(plain_json(one.shown)).found
        context = RegionContext(frame.catalog, frame.settings.site, documents, found, others, editions)
        part = region_part(load.strategy, context, self.draws())
        if not self.ahead:
            return part
        return replace(part, files=tuple(replace(one, make=self.ahead.get(one.path, one.make)) for one in part.files))

    def loaded(self, region: str) -> bool:
        """Read a region; whether it has a strategy."""
        return self._load(region)[0].strategy is not None

    def plain_files(self, region: str) -> Iterator[SiteFile]:
        """The files of a region that has a strategy which show nothing but that and are no pages."""
        strategy, catalog = self._load(region)[0].strategy, self.frame.catalog
        if strategy is not None:
            document = cache(partial(build_document, strategy))
            yield from download_files(strategy, catalog, self.place.options.documents, document)
            yield from entity_files(strategy, catalog)
            yield search_file(strategy)

    def others(self, readings: Mapping[str, Reading], region: str) -> Around:
        """What *region* shows of the other regions, which need be known only where they are few."""
        if not self.neighbours:
            return Around()
        return around([one.brief.facts for one in readings.values() if one.brief is not None], region)

    def drawn(self, order: Order) -> Drawn:
        """Draw the part of a region.

        Raises:
            OutputError: its files changed since they were read.
        """
        part = self.part(order, order.others)
        load, _editions = self._load(order.region)
        standing = files_in(order.standing)
        former = order.memory.drawn(order.region) if standing else None
        tracer = Tracer(former.traces if former is not None else Traces(), load.strategy, order.others.regions)
        canvas = self.canvas(standing, lambda path, data: put(order.folder, path, data, standing.get(path)))
        # Of what it was drawn is written with what was drawn: a build may have come to an end between two notes.
        same_data = former is not None and former.made_of == order.read
        return replace(canvas.draw(part, former, tracer, same_data=same_data), made_of=order.read)

    def canvas(self, standing: Mapping[str, str], place: Callable[[str, bytes], str]) -> Canvas:
        """Where a part is drawn of which *standing* stands there; *place* lets bytes stand at a path."""
        return Canvas(self.place.frame, self.draws(), standing, place)

    def above(self, readings: Mapping[str, Reading]) -> SitePart:
        """What stands above the regions *readings*."""
        briefs = {name: one.brief for name, one in readings.items() if one.brief is not None}
        shared = Shared(
            title=self.title,
            catalog=self.frame.catalog,
            regions=[one.facts for one in briefs.values()],
            found={name: one.found for name, one in readings.items()},
            files={name: one.files for name, one in briefs.items()},
            news={name: one.news for name, one in briefs.items()},
        )
        return shared_part(shared, self.draws())

    def draws(self) -> Renderer:
        """What draws the pages; its templates are compiled once."""
        if self.renderer is None:
            frame = self.frame
            self.renderer = renderer_of(frame.settings, self.title, frame.catalog, self.place.options)
        return self.renderer

    def _load(self, region: str) -> tuple[RegionLoad, RegionEditions | None]:
        if region not in self.loads:
            if len(self.loads) >= _KEPT:
                while len(self.loads) >= _KEPT:
                    del self.loads[next(iter(self.loads))]
                collect_much()
            load = load_region(self.tree, self.frame, region, self.known)
            strategy = load.strategy
            editions = edition_views(strategy, self.frame.catalog, self.tree) if strategy is not None else None
            self.loads[region] = (load, editions)
        return self.loads[region]

    def _digest(self, region: str) -> str:
        """The digest of what was read of a region, and of what it stands on."""
        return region_digest(self.place.frame, content_digest(paths_of(self.tree, region), self.tree.read))


_desks: dict[Place, Desk] = {}


def desk(place: Place) -> Desk:
    """What this process holds of the build of *place*; that of another build is forgotten."""
    if place not in _desks:
        root, revision = place.root, place.revision
        tree: Tree = FolderTree(root) if revision is None else GitTree(GitRepository(root), revision)
        take(Desk(place, tree, load_frame(tree)))
    return _desks[place]


def take(own: Desk) -> None:
    """Let *own* be what this process, and those that are copied from it, hold of its build."""
    _desks.clear()
    _desks[own.place] = own


def read_region(place: Place, region: str) -> Reading:
    """Read and judge one region."""
    with uncollected():
        return desk(place).read(region)


def draw_region(order: Order) -> Drawing:
    """Draw the part of one region.

    Raises:
        OutputError: its files changed since they were read.
    """
    with uncollected():
        drawn = desk(order.place).drawn(order)
        lines = lines_of(drawn.files)
        _lines_place(order.scratch).write_bytes(lines)
        _drawn_place(order.scratch).write_bytes(drawn.to_json())
        chapter = chapter_of(order.region, drawn.files, lines, folders_of(order.region, order.place.options))
        return Drawing(order.region, packed(drawn.pages), chapter, order.scratch)


def folders_of(region: str, options: SiteOptions) -> list[str]:
    """The folders of a region, in all languages: no other part of the website has files in them."""
    return [prefix + region for prefix in options.prefixes.values()]


def _lines_place(scratch: Path) -> Path:
    return scratch.with_suffix(".files")


def _drawn_place(scratch: Path) -> Path:
    return scratch.with_suffix(".drawn")


def changed_meanwhile(region: str) -> OutputError:
    """What to raise where the files of *region* are no longer those that were read first."""
    return OutputError(
        say("files of '{region}' changed while the website was built", region=region), say("build again")
    )
