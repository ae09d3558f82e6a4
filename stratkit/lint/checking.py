"""Checking the files of a workspace region by region: what did not change is not judged again.

A region depends on its own files, on what all regions stand on, on this program and on what was selected; the digest
of these is the key under which what was found is kept. Only small parts of the regions are ever held together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from stratkit.diagnostics import Diagnostic, Origin
from stratkit.lint.chapters import Chapters, Shown, by_chapter, marks_by_chapter, marks_of
from stratkit.lint.found import Sheet, chapter_of, joined
from stratkit.lint.parts import Part
from stratkit.lint.places import keep_places, places_kept
from stratkit.lint.remembering import Memory, drawn_key, drawn_name, inside_name, part_name
from stratkit.lint.request import Means, Request
from stratkit.lint.scout import Order, Scout, ScoutLostError
from stratkit.lint.sealed import Inside, SealedPart, sealed, unsealed
from stratkit.lint.tasks import Done, Task
from stratkit.lint.verdict import Asked, Verdict, verdict
from stratkit.source.cache import Digests, content_digest, digest_of, file_name
from stratkit.source.home import CATALOG, by_region
from stratkit.source.positions import Locator, Spot
from stratkit.source.program import program_digest
from stratkit.source.tree import FolderTree, Tree

if TYPE_CHECKING:
    from stratkit.lint.formats.style import Style
    from stratkit.lint.running import RuleRunner
    from stratkit.lint.selection import Selection
    from stratkit.lint.worker import Worker
    from stratkit.load.pair import Pair
    from stratkit.load.workspace import Frame

_ROOMS = ("diagnostics", "source", "model", "load", "lint")
_PLENTY = 20
"""Regions that are known: to look them up takes longer than to start a process for those that changed."""
_FRAME, _ACROSS = file_name("frame"), file_name("across")
_ALL = "/"
"""What is said across regions, among what is said of each: no region bears that name."""


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
    means = means or Means()
    try:
        return _Check(tree, request, means).verdict()
    except ScoutLostError:
        return _Check(tree, request, replace(means, scout=None)).verdict()


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
        self.ahead: dict[str, Scout] = {}
        """The region that another process judges, until it is heard what was found."""

    @cached_property
    def frame(self) -> Frame:
        """What all regions stand on."""
        from stratkit.load.kept import kept_frame
        from stratkit.load.workspace import load_frame

        return load_frame(self.tree) if self.means.cache is None else kept_frame(self.tree, self.means.cache)

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
        shown: dict[str, Shown] = {}
        for region, scout in self.ahead.items():
            if isinstance(across, SealedPart) and self.means.style is not None:
                shown = self._chapters(self.means.style, {**parts, _ALL: across}).shown()  # while it has to be waited
            parts[region] = self._part(scout.found())
        if isinstance(across, SealedPart) and self.means.style is not None:
            everyone = {**parts, _ALL: across}
            chapters = self._chapters(self.means.style, everyone, shown)
            return by_chapter(chapters, everyone, asked, partial(self._by_file, parts, asked), self.means.jobs)
        return self._by_file(parts, asked, [*(part.sheets for part in parts.values()), across.sheets])

    def _chapters(
        self, style: Style, parts: Mapping[str, SealedPart], shown: Mapping[str, Shown] | None = None
    ) -> Chapters:
        return Chapters(self._memory, style, self.locator.line, marks_by_chapter(self._basis, parts), shown or {})

    def _by_file(
        self,
        parts: Mapping[str, SealedPart],
        asked: Asked,
        sheets: Iterable[Mapping[str, Sheet]],
        join: Callable[[Sequence[Sheet]], Sheet] = joined,
        chosen: Collection[str] | None = None,
    ) -> Verdict:
        """What follows from *sheets*; of the *chosen* chapters alone, if any are."""
        waived = [path for part in parts.values() for path in part.waived]
        heard = [path for path in waived if chosen is None or chapter_of(path) in chosen]
        unread = [path for part in parts.values() for path in part.unread]
        return verdict(sheets, heard, asked, self.locator, lambda: self.runner, join, unread)

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
        part = unsealed(body, key) if body is not None else None
        if part is not None:
            return part
        from stratkit.lint.engine import part_of_frame

        judged = part_of_frame(self.runner, self.frame)
        both = sealed(judged, {chapter_of(path) for path in judged.sheets})
        if self._remembers:
            self._memory.put(_FRAME, key, both.together())
        return SealedPart(both.outside, lambda: Inside(both.inside, None, key), key)

    def _regions(self) -> dict[str, SealedPart]:
        """The parts of all regions, of which only those are judged that changed."""
        parts: dict[str, SealedPart] = {}
        fresh = [region for region in self.names if self._changed(region)]
        others = [region for region in self.names if region not in fresh]

        def recall() -> None:
            parts.update((region, part) for region in others if (part := self._recalled(region)) is not None)

        scout = self.means.scout
        plenty = self.means.jobs > 1 and len(others) >= _PLENTY
        if scout is not None and len(fresh) == 1 and isinstance(self.tree, FolderTree):
            parts[fresh[0]] = self._with_scout(scout, self.tree, fresh[0], recall)
        elif fresh and plenty:
            self._judge(fresh, parts, recall)
        else:
            recall()
        left = [region for region in self.names if region not in parts]
        if left:
            self._judge(left, parts)
        return parts

    def _with_scout(self, scout: Scout, tree: FolderTree, region: str, recall: Callable[[], None]) -> SealedPart:
        """What the process ahead says of *region*: in the end, or what others have to know of it before that."""
        step = self.means.progress(1) if self.means.progress is not None else lambda _steps: None
        scout.send(Order(tree.within([*self.folders[""], *self.folders[region]]), self._basis, self._task(region)))
        recall()
        self.runner.selection.looking("regions")  # loaded while it has to be waited
        heard = scout.heard()
        step(1)
        if isinstance(heard, Done) or heard.digest is None:
            return self._part(heard if isinstance(heard, Done) else scout.found())
        self._note(region, heard.digest)
        self.ahead[region] = scout
        return SealedPart(heard.outside, lambda: Inside(b""))

    def _changed(self, region: str) -> bool:
        """Whether files of *region* are not as they were: they are read by the process that judges it."""
        return self._files is not None and self._files.sure(region) is None and self.means.cache is not None

    def _recalled(self, region: str) -> SealedPart | None:
        if not self._remembers or self._changed(region):
            return None
        key = digest_of(self._basis, region, self._digest(region))
        outside = self._memory.get(part_name(region), key)
        style = self.means.style
        known = outside is not None and self._memory.holds(inside_name(region), key)
        if style is not None:
            known = known and self._memory.holds(drawn_name(region, style), drawn_key(key, style))
        if outside is None or not known:
            return None
        try:
            return SealedPart(outside, lambda: self._inside(region, key), key)
        except ValueError:
            return None  # written by something else

    def _inside(self, region: str, key: str) -> Inside:
        """What was found in a region; it is judged anew if what was kept of it turns out to be damaged."""
        body, drawn = self._memory.get(inside_name(region), key), None
        style = self.means.style
        if style is not None:
            drawn = self._memory.get(drawn_name(region, style), drawn_key(key, style))
        if body is not None and (drawn is None) == (style is None):
            try:
                return Inside(body, drawn, key)
            except ValueError:
                pass  # written by something else
        done = self._worker.do(self._task(region, sent=True))
        return Inside(done.inside or b"", done.drawn, key)

    @cached_property
    def _worker(self) -> Worker:
        from stratkit.lint.worker import Worker

        basis = self._basis if self._remembers else None
        return Worker(self.tree, self.frame, self.selection, self.means.cache, basis, self.means.style)

    def _task(self, region: str, *, sent: bool = False) -> Task:
        asked = self.request.regions
        return Task(region, self.folders[region], self._remembers or not asked or region in asked, sent)

    def _judge(
        self, left: list[str], parts: dict[str, SealedPart], meanwhile: Callable[[], None] | None = None
    ) -> None:
        from stratkit.lint.pool import processes, worked

        # The largest first: else one process works on it while the others have nothing left to do.
        tasks = sorted([self._task(one) for one in left], key=lambda task: len(task.paths), reverse=True)
        step = self.means.progress(len(tasks)) if self.means.progress is not None else lambda _steps: None
        for done in worked(self._worker, tasks, processes(tasks, self.means.jobs), meanwhile):
            for code, seconds in done.seconds.items():
                self.means.seconds[code] = self.means.seconds.get(code, 0.0) + seconds
            parts[done.region] = self._part(done)
            step(1)

    def _part(self, done: Done) -> SealedPart:
        """The part of a region that was judged; if its files are known it is remembered what they are."""
        body, drawn = done.inside, done.drawn
        if done.digest is None:
            return SealedPart(done.outside, lambda: Inside(body or b"", drawn))
        region, style = done.region, self.means.style
        self._note(region, done.digest)
        key = digest_of(self._basis, region, done.digest)
        self._memory.keep(part_name(region), key, done.outside)
        if body is not None:
            self._memory.keep(inside_name(region), key, body)
        if style is not None and drawn is not None:
            self._memory.keep(drawn_name(region, style), drawn_key(key, style), drawn)
        if body is not None and (drawn is None) == (style is None):
            return SealedPart(done.outside, lambda: Inside(body, drawn, key), key)
        return SealedPart(done.outside, lambda: self._inside(region, key), key)

    def _note(self, region: str, digest: str) -> None:
        self.digests[region] = digest
        if self._files is not None:
            self._files.found(region, digest)

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
        places = places_kept(self.means.cache, digests)
        found = Part(tuple(self._judge_across(parts, asked, places)))
        both = sealed(found, marks=marks_of(found.sheets, self.digests))
        self._memory.put(_ACROSS, key, both.together())
        keep_places(self.means.cache, places, digests)
        return SealedPart(both.outside, lambda: Inside(both.inside))

    def _judge_across(
        self, parts: Mapping[str, SealedPart], asked: Asked, places: dict[Origin, Spot]
    ) -> Iterator[Diagnostic]:
        """What no part shows alone; *places* are those known, and become those needed."""
        from stratkit.lint.engine import FRAME, found_across
        from stratkit.load.workspace import idle_patterns

        wanting: dict[str, Origin] = {}
        for part in parts.values():
            wanting = {**part.wanting, **wanting}
        gathered = {region: part.gathered for region, part in parts.items() if part.linked}
        lost = any(path.endswith(FRAME) for part in parts.values() for path in part.unread)
        found = [
            *self.frame.missing(wanting),
            *idle_patterns(self.frame.settings, self.tree.paths),
            *found_across(self.runner, gathered, asked.history, lost=lost),
        ]
        named = (place for one in found for place in (one.place, *(where for where, _ in one.related)))
        origins = {place for place in named if isinstance(place, Origin)}
        for folder in {chapter_of(place.path) for place in origins.difference(places)}.intersection(parts):
            places.update(parts[folder].places)
        known = Locator(self.tree.read, dict(places))
        places.clear()
        # File by file: the positions in a file are worked out once.
        places.update((place, known.spot(place)) for place in sorted(origins, key=lambda one: one.path))
        return iter(self._runner_with(Locator(self.tree.read, places)).diagnosed(found))
