"""Checking the files of a workspace region by region: what did not change is not judged again.

A region depends on its own files, on what all regions stand on, on this program and on what was selected; the digest
of these is the key under which what was found is kept. Only small parts of the regions are ever held together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from stratkit.diagnostics import Diagnostic, Origin
from stratkit.lint.found import joined
from stratkit.lint.joining import Joiner, marks_of
from stratkit.lint.parts import Part
from stratkit.lint.places import places_as_json, places_of
from stratkit.lint.remembering import Kept, Memory, drawn_key, drawn_name, part_name
from stratkit.lint.sealed import SealedPart, sealed, unsealed
from stratkit.lint.verdict import Asked, Verdict, verdict
from stratkit.source.cache import CacheFolder, Digests, content_digest, digest_of, file_name, program_digest
from stratkit.source.home import CATALOG, by_region
from stratkit.source.plain_json import plain_json
from stratkit.source.positions import Locator, Spot
from stratkit.source.tree import FolderTree, Tree

if TYPE_CHECKING:
    from stratkit.lint.formats.style import Style
    from stratkit.lint.pool import Done
    from stratkit.lint.running import RuleRunner
    from stratkit.lint.selection import Selection
    from stratkit.load.pair import Pair
    from stratkit.load.workspace import Frame

_ROOMS = ("diagnostics", "source", "model", "load", "lint")
_PLENTY = 20
"""Regions that are known: to look them up takes longer than to start a process for those that changed."""
_FRAME, _ACROSS, _PLACES = file_name("frame"), file_name("across"), file_name("places")


@dataclass(frozen=True)
class Request:
    """What is asked of a check.

    Args:
        regions: only these; findings of the catalogue are always shown.
        select: only these rules.
        ignore: not these rules.
        today: the day on which suppressions are judged; None: they hold for good.
        base: a former state; without it the rules about history do not run.
    """

    regions: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    base: Tree | None = None


@dataclass(frozen=True)
class Means:
    """With what a check works.

    Args:
        cache: keeps what was found from one run to the next.
        kept: keeps it from one check to the next; is filled.
        jobs: how many processes may work at a time.
        progress: is told how many regions have to be judged, and gives what is called after each.
        seconds: is filled with the time that each rule took.
        style: how the findings are going to be shown: they are drawn where they are found, and as seldom.
    """

    cache: CacheFolder | None = None
    kept: Kept | None = None
    jobs: int = 1
    progress: Callable[[int], Callable[[int], object]] | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    style: Style | None = None


def check(tree: Tree, request: Request, means: Means | None = None) -> Verdict:
    """Everything that is wrong with the workspace in *tree*.

    Args:
        tree: the files.
        request: what is asked.
        means: with what to work; by default alone and without a memory.

    Raises:
        SourceError: the tree is no workspace at all.
        ConfigError: the settings or the request name rules or regions that do not exist.
        WorkError: a process that judged regions came to an early end.
    """
    return _Check(tree, request, means or Means()).verdict()


class _Check:
    """One check."""

    def __init__(self, tree: Tree, request: Request, means: Means) -> None:
        self.tree = tree
        self.request = request
        self.means = means
        self.folders = by_region(tree)
        self.names = [name for name in self.folders if name]
        self.locator = Locator(tree.read)
        self.digests: dict[str, str] = {}

    @cached_property
    def frame(self) -> Frame:
        """What all regions stand on."""
        from stratkit.load.workspace import load_frame

        return load_frame(self.tree)

    @cached_property
    def selection(self) -> Selection:
        """Which rules count."""
        from stratkit.lint.selection import Selection

        selection = Selection.of(self.frame.settings.lint, self.request.select, self.request.ignore)
        selection.check_regions(self.names)
        return selection

    @cached_property
    def runner(self) -> RuleRunner:
        """Runs the rules."""
        return self._runner_with(self.locator)

    def _runner_with(self, locator: Locator) -> RuleRunner:
        from stratkit.lint.running import RuleRunner

        frame = self.frame
        return RuleRunner(locator, self.selection, frame.settings, frame.catalog, self.means.seconds)

    def verdict(self) -> Verdict:
        """What follows from all parts."""
        parts = {"": self._frame_part()}
        judged = self._regions()
        parts.update((region, judged[region]) for region in self.names)
        if self._files is not None:
            self._files.remember()
        linked = frozenset(region for region in self.names if parts[region].linked)
        asked = Asked(frozenset(self.request.regions), linked, self.request.today, self._history())
        across = self._across(parts, asked)
        waived = [path for part in parts.values() for path in part.waived]
        sheets = [*(part.sheets for part in parts.values()), across.sheets]
        joiner = self._joiner()
        unread = [path for part in parts.values() for path in part.unread]
        result = verdict(sheets, waived, asked, self.locator, lambda: self.runner, joiner or joined, unread)
        if joiner is not None:
            joiner.remember()
        return result

    def _joiner(self) -> Joiner | None:
        style = self.means.style
        return Joiner(self._memory, style, self.locator.line) if style is not None and self._remembers else None

    def _history(self) -> Pair | None:
        if self.request.base is None:
            return None
        from stratkit.load.pair import load_pair

        return load_pair(self.request.base, self.tree)

    # ---- what was found before ----

    @cached_property
    def _remembers(self) -> bool:
        return self.means.cache is not None or self.means.kept is not None

    @cached_property
    def _files(self) -> Digests | None:
        """What is known of the files without reading them."""
        if not self._remembers or not isinstance(self.tree, FolderTree):
            return None
        return Digests(self.tree, self.folders, self.means.cache)

    def _digest(self, folder: str) -> str:
        """The digest of the files of a region, or of those of none; they are read only if nobody knows it."""
        if folder not in self.digests:
            self.digests[folder] = (
                self._files.digest(folder)
                if self._files is not None
                else content_digest(self.folders[folder], self.tree.read)
            )
        return self.digests[folder]

    @cached_property
    def _basis(self) -> str:
        """The digest of everything on which what is found depends, but for the files of the regions."""
        request = [self.request.select, self.request.ignore]
        passed_over = [repr(one) for one in self.tree.findings]
        parts = [program_digest(*_ROOMS), self._digest(""), request, passed_over]
        return digest_of(json.dumps(parts))

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.means.cache, self.means.kept)

    # ---- the parts ----

    def _frame_part(self) -> SealedPart:
        key = digest_of(self._basis) if self._remembers else ""
        body = self._memory.get(_FRAME, key) if self._remembers else None
        part = unsealed(body, mark=key) if body is not None else None
        if part is not None:
            return part
        from stratkit.lint.engine import part_of_frame

        body = sealed(part_of_frame(self.runner, self.frame))
        if self._remembers:
            self._memory.put(_FRAME, key, body)
        return SealedPart(body, mark=key)

    def _regions(self) -> dict[str, SealedPart]:
        """The parts of all regions, of which only those are judged that changed."""
        parts: dict[str, SealedPart] = {}
        fresh = [region for region in self.names if self._changed(region)]
        others = [region for region in self.names if region not in fresh]

        def recall() -> None:
            parts.update((region, part) for region in others if (part := self._recalled(region)) is not None)

        plenty = self.means.jobs > 1 and len(others) >= _PLENTY
        if fresh and plenty:
            self._judge(fresh, parts, recall)
        else:
            recall()
        left = [region for region in self.names if region not in parts]
        if left:
            self._judge(left, parts)
        return parts

    def _changed(self, region: str) -> bool:
        """Whether files of *region* are not as they were: they are read by the process that judges it."""
        return self._files is not None and self._files.sure(region) is None and self.means.cache is not None

    def _recalled(self, region: str) -> SealedPart | None:
        if not self._remembers or self._changed(region):
            return None
        key = digest_of(self._basis, region, self._digest(region))
        body, drawn = self._memory.get(part_name(region), key), None
        if self.means.style is not None:
            drawn = self._memory.get(drawn_name(region, self.means.style), drawn_key(key, self.means.style))
            if drawn is None:
                return None
        return unsealed(body, drawn, key) if body is not None else None

    def _judge(
        self, left: list[str], parts: dict[str, SealedPart], meanwhile: Callable[[], None] | None = None
    ) -> None:
        from stratkit.lint.pool import Task, Worker, processes, worked

        asked, basis = self.request.regions, self._basis if self._remembers else None
        tasks = [Task(one, self.folders[one], self._remembers or not asked or one in asked) for one in left]
        worker = Worker(self.tree, self.frame, self.selection, self.means.cache, basis, self.means.style)
        step = self.means.progress(len(tasks)) if self.means.progress is not None else lambda _steps: None
        for done in worked(worker, tasks, processes(tasks, self.means.jobs), meanwhile):
            for code, seconds in done.seconds.items():
                self.means.seconds[code] = self.means.seconds.get(code, 0.0) + seconds
            key = self._note(done, done.digest) if done.digest is not None else ""
            parts[done.region] = SealedPart(done.body, done.drawn, key)
            step(1)

    def _note(self, done: Done, digest: str) -> str:
        """Remember what a region is now that it was judged; the key for which it is good."""
        self.digests[done.region] = digest
        if self._files is not None:
            self._files.found(done.region, digest)
        key = digest_of(self._basis, done.region, digest)
        self._memory.keep(part_name(done.region), key, done.body)
        if self.means.style is not None and done.drawn is not None:
            style = self.means.style
            self._memory.keep(drawn_name(done.region, style), drawn_key(key, style), done.drawn)
        return key

    # ---- across regions ----

    def _across(self, parts: Mapping[str, SealedPart], asked: Asked) -> Part | SealedPart:
        """What no part shows alone."""
        if not self._remembers or asked.history is not None:
            return Part(tuple(self._judge_across(parts, asked, {})))
        key = digest_of(self._basis, *(f"{region}\0{self._digest(region)}" for region in self.names))
        body = self._memory.get(_ACROSS, key)
        part = unsealed(body) if body is not None else None
        if part is not None:
            return part
        digests = {name or CATALOG: digest for name, digest in self.digests.items()}
        places = self._known_places(digests)
        found = Part(tuple(self._judge_across(parts, asked, places)))
        body = sealed(found, marks_of(found.sheets, self.digests))
        self._memory.put(_ACROSS, key, body)
        if self.means.cache is not None:
            written = json.dumps(places_as_json(places, digests), ensure_ascii=False)
            self.means.cache.put(_PLACES, _PLACES, written.encode("utf-8", "surrogatepass"))
        return SealedPart(body)

    def _known_places(self, digests: Mapping[str, str]) -> dict[Origin, Spot]:
        body = self.means.cache.get(_PLACES, _PLACES) if self.means.cache is not None else None
        if body is None:
            return {}
        try:
            return places_of(plain_json(body), digests)
        except ValueError:
            return {}  # written by something else

    def _judge_across(
        self, parts: Mapping[str, SealedPart], asked: Asked, places: dict[Origin, Spot]
    ) -> Iterator[Diagnostic]:
        """What no part shows alone; *places* are those known, and become those needed."""
        from stratkit.lint.engine import found_across

        wanting: dict[str, Origin] = {}
        for part in parts.values():
            wanting = {**part.wanting, **wanting}
        gathered = {region: part.gathered for region, part in parts.items() if part.linked}
        found = [*self.frame.missing(wanting), *found_across(self.runner, gathered, asked.history)]
        named = (place for one in found for place in (one.place, *(where for where, _ in one.related)))
        origins = {place for place in named if isinstance(place, Origin)}
        known = Locator(self.tree.read, dict(places))
        places.clear()
        # File by file: the positions in a file are worked out once.
        places.update((place, known.spot(place)) for place in sorted(origins, key=lambda one: one.path))
        return iter(self._runner_with(Locator(self.tree.read, places)).diagnosed(found))
