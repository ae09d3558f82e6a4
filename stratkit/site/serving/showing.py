"""A website in memory: nothing is settled or drawn before somebody looks at it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from stratkit.diagnostics import Diagnostic
from stratkit.load import Known, load_frame
from stratkit.site.context import Around
from stratkit.site.file import SiteFile, checked
from stratkit.site.inputs import inputs_of
from stratkit.site.making.checking import errors_in, judged
from stratkit.site.making.desk import Desk, Place
from stratkit.site.making.jobs import others_of, part_above, part_of_region, reading_of, renderer
from stratkit.site.making.parts import Part, top_files
from stratkit.site.making.reading import Reading
from stratkit.site.options import SiteOptions
from stratkit.source.cache import CacheFolder
from stratkit.source.home import CATALOG, SETTINGS
from stratkit.source.tree import Tree


class Edition:
    """Files, each of which is made once, when it is first asked for.

    Args:
        files: all of them.
        lock: is held while one is made: the templates draw one page at a time.

    Raises:
        OutputError: two of them would share a place.
    """

    def __init__(self, files: Iterable[SiteFile] = (), lock: threading.Lock | None = None) -> None:
        self.files = {file.path: file for file in checked(files)}
        self.made: dict[str, bytes] = {}
        self._lock = lock or threading.Lock()

    def __contains__(self, path: str) -> bool:
        return path in self.files

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            KeyError: there is no such file.
        """
        with self._lock:
            if path not in self.made:
                self.made[path] = self.files[path].make()
            return self.made[path]


@dataclass
class RegionShown:
    """The part of a region; what stands on its pages is settled when the first of them is asked for."""

    desk: Desk
    reading: Reading
    others: Around
    lock: threading.Lock

    @cached_property
    def part(self) -> Part:
        """Its pages and files."""
        return part_of_region(self.desk, self.reading, self.others)

    @cached_property
    def edition(self) -> Edition:
        """Its files, as they are asked for."""
        return Edition(self.part.files, self.lock)

    def same(self, reading: Reading, others: Around) -> bool:
        """It would be no other if it was made of these."""
        return self.reading.read == reading.read and self.others == others


@dataclass
class Showing:
    """The website of one state of the data.

    Args:
        desk: what it is made from.
        readings: what is known of each region, in order.
        former: parts of the website before, by region; those that would be the same are taken over.
        lock: is held while a page is drawn.
    """

    desk: Desk
    readings: Mapping[str, Reading]
    former: Mapping[str, RegionShown] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def regions(self) -> dict[str, RegionShown]:
        """The parts of the regions that have a strategy."""
        known = {name: one for name, one in self.readings.items() if one.linked}
        return {name: self._region(one, others_of(self.desk, known, name)) for name, one in known.items()}

    def _region(self, reading: Reading, others: Around) -> RegionShown:
        before = self.former.get(reading.region)
        if before is not None and before.same(reading, others):
            return before
        return RegionShown(self.desk, reading, others, self.lock)

    @cached_property
    def errors(self) -> list[Diagnostic]:
        """All errors in the data."""
        parts = {name: one.judged for name, one in self.readings.items()}
        return errors_in(self.desk.frame, self.desk.locator, parts)

    @cached_property
    def above(self) -> Part:
        """What stands above the regions."""
        return part_above(self.desk, self.readings)

    def read_since(self, before: Showing) -> frozenset[str]:
        """The regions that were read since the website was as *before*, and the top folders of what they stand on."""
        read = {name for name, one in self.readings.items() if before.readings.get(name) is not one}
        return frozenset(read if self.desk.frame is before.desk.frame else {*read, CATALOG, SETTINGS})

    def files(self) -> Iterator[SiteFile]:
        """All files; the same data give the same bytes."""
        for one in self.regions.values():
            yield from one.part.files
        yield from self.above.files
        yield from self._top()

    def _top(self) -> Iterator[SiteFile]:
        pages = [*self.above.pages, *(path for one in self.regions.values() for path in one.part.pages)]
        briefs = (one.brief for one in self.readings.values() if one.brief is not None)
        return top_files(pages, briefs, renderer(self.desk))

    # ---- one file ----

    def __contains__(self, path: str) -> bool:
        return path in self._edition_of(path)

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            KeyError: there is no such file.
        """
        return self._edition_of(path).read(path)

    @cached_property
    def _above(self) -> Edition:
        return Edition(self.above.files, self.lock)

    @cached_property
    def _rest(self) -> Edition:
        """What needs to know every page: maps for crawlers, registers of data."""
        return Edition((*self._top(), *self._apart()), self.lock)

    def _apart(self) -> Iterator[SiteFile]:
        """Files of regions that stand in no folder of a region."""
        for name, one in self.regions.items():
            yield from (file for file in one.part.files if self._owner(file.path) != name)

    def _edition_of(self, path: str) -> Edition:
        owner = self._owner(path)
        if owner is not None:
            return self.regions[owner].edition
        return self._above if path in self._above else self._rest

    def _owner(self, path: str) -> str | None:
        """The region in whose folder, in one of the languages, *path* stands."""
        for prefix in self.desk.place.options.prefixes.values():
            region = path.removeprefix(prefix).partition("/")[0]
            if path.startswith(prefix) and region in self.regions:
                return region
        return None


def show(
    tree: Tree,
    options: SiteOptions,
    last: Showing | None = None,
    *,
    known: Known | None = None,
    cache: CacheFolder | None = None,
) -> Showing:
    """The website of the files in *tree*.

    Args:
        tree: the files.
        options: how to build.
        last: the website of the state before; what did not change since is taken over.
        known: what files were found to be in another state; is filled.
        cache: saves reading what did not change.

    Raises:
        SourceError: the tree is no workspace at all.
    """
    inputs = inputs_of(tree, repr(options), cache)
    place = Place(Path(), None, options, "", inputs.frame)
    if last is not None and last.desk.place.frame == inputs.frame:
        own = Desk(place, tree, last.desk.frame, known, renderer=last.desk.renderer)
        before, former, lock = last.readings, last.regions, last.lock
    else:
        own = Desk(place, tree, load_frame(tree, known), known)
        before, former, lock = {}, {}, threading.Lock()
    kept = {name: one for name, one in before.items() if inputs.regions.get(name) == one.read}
    readings = {
        name: kept[name] if name in kept else reading_of(own, name, partial(judged, own, name))
        for name in own.frame.regions
    }
    return Showing(own, readings, former, lock)
