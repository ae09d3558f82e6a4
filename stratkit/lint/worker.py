"""Judging one region after the other, with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stratkit.lint.engine import gathered_part, part_of_region
from stratkit.lint.formats.style import Style
from stratkit.lint.found import Sheet
from stratkit.lint.remembering import drawn_key, drawn_name, inside_name, part_name
from stratkit.lint.rule import places_in
from stratkit.lint.running import RuleRunner
from stratkit.lint.sealed import Inside, Sealed, SealedPart, drawn_as_bytes, sealed
from stratkit.lint.selection import Selection
from stratkit.lint.tasks import Done, Glimpse, Task
from stratkit.load.workspace import Frame, RegionLoad, load_region
from stratkit.source.cache import CacheFolder, content_digest, digest_of
from stratkit.source.parsed import Positions
from stratkit.source.positions import Locator
from stratkit.source.tree import FolderTree, Tree


@dataclass(frozen=True)
class Worker:
    """Judges regions one after the other.

    Args:
        tree: the files.
        frame: what all regions stand on.
        selection: which rules count.
        cache: where what was found is looked up and kept.
        basis: the digest of everything else on which it depends; None: nobody has to remember.
        style: how it is shown; None: nobody has to know.
    """

    tree: Tree
    frame: Frame
    selection: Selection
    cache: CacheFolder | None
    basis: str | None
    style: Style | None

    def do(self, task: Task) -> Done:
        """Judge a region, or find that its files were judged before."""
        *_, done = self.steps(task)
        if not isinstance(done, Done):
            raise TypeError(done)
        return done

    def steps(self, task: Task, *, early: bool = False) -> Iterator[Glimpse | Done]:
        """Judge a region.

        Args:
            task: the region.
            early: what others have to know of it is wanted before its own rules run, if they have to.
        """
        seconds: dict[str, float] = {}
        digest = content_digest(task.paths, self.tree.read) if self.basis is not None else None
        key = digest_of(self.basis or "", task.region, digest or "")
        found, kept = self._known(task.region, key), True
        if found is None:
            runner, load = self._loaded(task, seconds)
            gathered = gathered_part(runner, load)
            places = {one: runner.locator.spot(one) for one in places_in(gathered.gathered)}
            if early:
                yield Glimpse(task.region, sealed(gathered, places=places).outside, digest)
            part = part_of_region(runner, load, gathered, whole=task.whole)
            both, sheets = sealed(part, {task.region}, places=places), tuple(part.sheets.values())
            kept = self._put(inside_name(task.region), key, both.inside)
            kept = self._put(part_name(task.region), key, both.outside) and kept
        else:
            both, sheets = found
        drawn, known = self._drawn(task.region, key, sheets)
        if isinstance(self.tree, FolderTree):
            self.tree.forget(task.paths)
        yield Done(
            task.region,
            both.outside,
            both.inside if task.sent or not kept else None,
            drawn if task.sent or not known else None,
            digest,
            seconds,
        )

    def _known(self, region: str, key: str) -> tuple[Sealed, tuple[Sheet, ...]] | None:
        """What was found in a region before, and its sheets; None if something of it is not there or damaged."""
        outside, inside = self._get(part_name(region), key), self._get(inside_name(region), key)
        if outside is None or inside is None:
            return None
        try:
            opened = Inside(inside)
            SealedPart(outside, lambda: opened)
        except ValueError:
            return None  # written by something else
        return Sealed(outside, inside), tuple(opened.sheets.values())

    def _drawn(self, region: str, key: str, sheets: Iterable[Sheet]) -> tuple[bytes | None, bool]:
        """How what was found in a region is shown, and whether it is kept."""
        if self.style is None:
            return None, False
        name, key = drawn_name(region, self.style), drawn_key(key, self.style)
        drawn = self._get(name, key)
        if drawn is not None:
            return drawn, True
        drawn = drawn_as_bytes(self.style.drawn(sheets, Locator(self.tree.read).line))
        return drawn, self._put(name, key, drawn)

    def _loaded(self, task: Task, seconds: dict[str, float]) -> tuple[RuleRunner, RegionLoad]:
        frame = self.frame
        places: dict[str, Positions] = {}
        load = load_region(self.tree, frame, task.region, places=places)
        locator = Locator(self.tree.read, places=places)
        return RuleRunner(locator, self.selection, frame.settings, frame.catalog, seconds), load

    def _get(self, name: str, key: str) -> bytes | None:
        return self.cache.get(name, key) if self.cache is not None and self.basis is not None else None

    def _put(self, name: str, key: str, body: bytes) -> bool:
        return self.cache is not None and self.basis is not None and self.cache.put(name, key, body)
