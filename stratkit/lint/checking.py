"""Checking the files of a workspace region by region: what did not change is not judged again.

A region depends on its own files, on what all regions stand on, on this program and on what was selected; the digest
of these is the key under which what was found is kept. Only small parts of the regions are ever held together.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from stratkit.diagnostics import Diagnostic, Origin, Span
from stratkit.lint.engine import Asked, Verdict, found_across, part_of_frame, verdict
from stratkit.lint.parts import Part, decoded, encoded, places_as_json, places_of
from stratkit.lint.pool import Task, Worker, name_of, processes, worked
from stratkit.lint.running import RuleRunner
from stratkit.lint.selection import Selection
from stratkit.load.pair import load_pair
from stratkit.load.workspace import Frame, load_frame, paths_of, regions
from stratkit.source.cache import CacheFolder, Digests, code_digest, content_digest, digest_of, file_name, installed
from stratkit.source.home import CATALOG
from stratkit.source.plain_json import plain_json
from stratkit.source.positions import Locator
from stratkit.source.shipped import shipped
from stratkit.source.tree import FolderTree, Tree

_ROOMS = ("diagnostics", "source", "model", "load", "lint")
_LIBRARIES = ("pydantic", "pydantic_core", "pyyaml", "jsonschema_rs")
_FRAME, _ACROSS = "frame", "across"
Kept = dict[str, tuple[str, Part]]
"""Parts with the keys for which they are good, by name."""


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
    """

    cache: CacheFolder | None = None
    kept: Kept | None = None
    jobs: int = 1
    progress: Callable[[int], Callable[[int], object]] | None = None
    seconds: dict[str, float] = field(default_factory=dict)


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
        self.names = regions(tree)
        self.locator = Locator(tree.read)
        self.digests: dict[str, str] = {}

    @cached_property
    def frame(self) -> Frame:
        """What all regions stand on."""
        return load_frame(self.tree)

    @cached_property
    def selection(self) -> Selection:
        """Which rules count."""
        selection = Selection.of(self.frame.settings.lint, self.request.select, self.request.ignore)
        selection.check_regions(self.names)
        return selection

    @cached_property
    def runner(self) -> RuleRunner:
        """Runs the rules."""
        return self._runner_with(self.locator)

    def _runner_with(self, locator: Locator) -> RuleRunner:
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
        history = load_pair(self.request.base, self.tree) if self.request.base is not None else None
        asked = Asked(frozenset(self.request.regions), linked, self.request.today, history)
        across = self._across(parts, asked)
        return verdict(parts.values(), across, asked, self.locator, lambda: self.runner)

    # ---- what was found before ----

    @cached_property
    def _remembers(self) -> bool:
        return self.means.cache is not None or self.means.kept is not None

    @cached_property
    def _files(self) -> Digests | None:
        """What is known of the files without reading them."""
        if not self._remembers or not isinstance(self.tree, FolderTree):
            return None
        folders = {name: paths_of(self.tree, name) for name in self.names}
        return Digests(self.tree, {"": self._own, **folders}, self.means.cache)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        """The files of no region."""
        top = (path for path in self.tree.paths if "/" not in path)
        return tuple(sorted([*top, *paths_of(self.tree, CATALOG)]))

    def _digest(self, folder: str) -> str:
        """The digest of the files of a region, or of those of none; they are read only if nobody knows it."""
        if folder not in self.digests:
            sure = self._files.sure(folder) if self._files is not None else None
            self._found(folder, sure or content_digest(self._paths(folder), self.tree.read), fresh=sure is None)
        return self.digests[folder]

    def _found(self, folder: str, digest: str, *, fresh: bool) -> None:
        self.digests[folder] = digest
        if fresh and self._files is not None:
            self._files.found(folder, digest)

    def _paths(self, folder: str) -> tuple[str, ...]:
        return paths_of(self.tree, folder) if folder else self._own

    @cached_property
    def _basis(self) -> str:
        """The digest of everything on which what is found depends, but for the files of the regions."""
        program = Path(__file__).parent.parent
        folders = [*(program / room for room in _ROOMS), shipped("schema")]
        versions = {"python": sys.version, "libraries": installed(_LIBRARIES)}
        request = [self.request.select, self.request.ignore]
        passed_over = [repr(one) for one in self.tree.findings]
        parts = [code_digest(folders, versions), self._digest(""), request, passed_over]
        return digest_of(json.dumps(parts))

    def _recall(self, name: str, key: str) -> Part | None:
        kept = self.means.kept.get(name) if self.means.kept is not None else None
        if kept is not None and kept[0] == key:
            return kept[1]
        body = self.means.cache.get(file_name(name), key) if self.means.cache is not None else None
        part = decoded(body) if body is not None else None
        if part is not None:
            self._keep(name, key, part)
        return part

    def _keep(self, name: str, key: str, part: Part) -> None:
        if self.means.kept is not None:
            self.means.kept[name] = (key, part)

    # ---- the parts ----

    def _frame_part(self) -> Part:
        if not self._remembers:
            return part_of_frame(self.runner, self.frame)
        key = digest_of(self._basis)
        part = self._recall(_FRAME, key)
        if part is None:
            part = part_of_frame(self.runner, self.frame)
            self._keep(_FRAME, key, part)
            if self.means.cache is not None:
                self.means.cache.put(file_name(_FRAME), key, encoded(part))
        return part

    def _regions(self) -> dict[str, Part]:
        """The parts of all regions, of which only those are judged that changed."""
        parts: dict[str, Part] = {}
        tasks: list[Task] = []
        for region in self.names:
            part = self._recalled(region)
            if part is None:
                whole = self._remembers or not self.request.regions or region in self.request.regions
                tasks.append(Task(region, self._paths(region), whole))
            else:
                parts[region] = part
        if tasks:
            self._judge(tasks, parts)
        return parts

    def _recalled(self, region: str) -> Part | None:
        if not self._remembers:
            return None
        if self._files is not None and self._files.sure(region) is None and self.means.cache is not None:
            return None  # read by the process that judges it
        return self._recall(name_of(region), digest_of(self._basis, region, self._digest(region)))

    def _judge(self, tasks: list[Task], parts: dict[str, Part]) -> None:
        worker = Worker(
            self.tree, self.frame, self.selection, self.means.cache, self._basis if self._remembers else None
        )
        step = self.means.progress(len(tasks)) if self.means.progress is not None else lambda _steps: None
        for done in worked(worker, tasks, processes(tasks, self.means.jobs)):
            for code, seconds in done.seconds.items():
                self.means.seconds[code] = self.means.seconds.get(code, 0.0) + seconds
            parts[done.region] = done.part
            if done.digest is not None:
                self._found(done.region, done.digest, fresh=True)
                self._keep(name_of(done.region), digest_of(self._basis, done.region, done.digest), done.part)
            step(1)

    # ---- across regions ----

    def _across(self, parts: Mapping[str, Part], asked: Asked) -> tuple[Diagnostic, ...]:
        """What no part shows alone."""
        if not self._remembers or asked.history is not None:
            return tuple(self._judge_across(parts, asked, {}))
        key = digest_of(self._basis, *(f"{region}\0{self._digest(region)}" for region in self.names))
        part = self._recall(_ACROSS, key)
        if part is None:
            digests = {name or CATALOG: digest for name, digest in self.digests.items()}
            places = self._known_places(digests)
            part = Part(tuple(self._judge_across(parts, asked, places)))
            self._keep(_ACROSS, key, part)
            if self.means.cache is not None:
                self.means.cache.put(file_name(_ACROSS), key, encoded(part))
                self.means.cache.put(
                    file_name("places"),
                    _ACROSS,
                    json.dumps(places_as_json(places, digests), ensure_ascii=False).encode("utf-8", "surrogatepass"),
                )
        return part.found

    def _known_places(self, digests: Mapping[str, str]) -> dict[Origin, Span]:
        body = self.means.cache.get(file_name("places"), _ACROSS) if self.means.cache is not None else None
        if body is None:
            return {}
        try:
            return places_of(plain_json(body), digests)
        except ValueError:
            return {}  # written by something else

    def _judge_across(
        self, parts: Mapping[str, Part], asked: Asked, places: dict[Origin, Span]
    ) -> Iterator[Diagnostic]:
        """What no part shows alone; *places* are those known, and become those needed."""
        wanting: dict[str, Origin] = {}
        for part in parts.values():
            wanting = {**part.wanting, **wanting}
        found = [*self.frame.missing(wanting), *found_across(self.runner, parts, asked.history)]
        named = (place for one in found for place in (one.place, *(where for where, _ in one.related)))
        origins = {place for place in named if isinstance(place, Origin)}
        known = Locator(self.tree.read, dict(places))
        places.clear()
        # File by file: the positions in a file are worked out once.
        places.update((place, known.span(place)) for place in sorted(origins, key=lambda one: one.path))
        return iter(self._runner_with(Locator(self.tree.read, places)).diagnosed(found))
