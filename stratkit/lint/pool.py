"""Judging regions in several processes."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import WorkError
from stratkit.lint.engine import part_of_region
from stratkit.lint.formats.style import Style
from stratkit.lint.found import Sheet
from stratkit.lint.parts import Part
from stratkit.lint.remembering import drawn_key, drawn_name, inside_name, part_name
from stratkit.lint.running import RuleRunner
from stratkit.lint.sealed import Inside, Sealed, SealedPart, drawn_as_bytes, sealed
from stratkit.lint.selection import Selection
from stratkit.load.workspace import Frame, load_region
from stratkit.source.cache import CacheFolder, content_digest, digest_of
from stratkit.source.positions import Locator
from stratkit.source.processes import process_context
from stratkit.source.reader import Positions
from stratkit.source.tree import FolderTree, Tree

_ENOUGH = 300
"""Files below which another process costs more than it brings."""


@dataclass(frozen=True, slots=True)
class Task:
    """A region to be judged.

    Args:
        region: its folder.
        paths: its files.
        whole: False: only what the rules across regions have to know is wanted of it.
        sent: what was found is sent back even if it is kept.
    """

    region: str
    paths: tuple[str, ...]
    whole: bool
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A region that was judged.

    Args:
        region: its folder.
        outside: what its part says of itself.
        inside: what was found; None if it can be had from the cache.
        drawn: how its files are shown; None if nobody has to know, or it can be had from the cache.
        digest: of its files as they were read; None if nobody has to remember.
        seconds: the time that each rule took.
    """

    region: str
    outside: bytes
    inside: bytes | None
    drawn: bytes | None
    digest: str | None
    seconds: dict[str, float]


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
        seconds: dict[str, float] = {}
        digest = content_digest(task.paths, self.tree.read) if self.basis is not None else None
        key = digest_of(self.basis or "", task.region, digest or "")
        found, kept = self._known(task.region, key), True
        if found is None:
            part = self._judged(task, seconds)
            both, sheets = sealed(part, {task.region}), tuple(part.sheets.values())
            kept = self._put(inside_name(task.region), key, both.inside)
            kept = self._put(part_name(task.region), key, both.outside) and kept
        else:
            both, sheets = found
        drawn, known = self._drawn(task.region, key, sheets)
        if isinstance(self.tree, FolderTree):
            self.tree.forget(task.paths)
        return Done(
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

    def _judged(self, task: Task, seconds: dict[str, float]) -> Part:
        frame = self.frame
        places: dict[str, Positions] = {}
        load = load_region(self.tree, frame, task.region, places=places)
        locator = Locator(self.tree.read, places=places)
        runner = RuleRunner(locator, self.selection, frame.settings, frame.catalog, seconds)
        return part_of_region(runner, load, whole=task.whole)

    def _get(self, name: str, key: str) -> bytes | None:
        return self.cache.get(name, key) if self.cache is not None and self.basis is not None else None

    def _put(self, name: str, key: str, body: bytes) -> bool:
        return self.cache is not None and self.basis is not None and self.cache.put(name, key, body)


def processes(tasks: Sequence[Task], jobs: int) -> int:
    """How many processes are worth their start."""
    files = sum(len(task.paths) for task in tasks)
    return max(1, min(jobs, len(tasks), files // _ENOUGH))


def worked(
    worker: Worker, tasks: Sequence[Task], jobs: int, meanwhile: Callable[[], object] | None = None
) -> Iterator[Done]:
    """The regions of *tasks*, judged, in this order.

    Args:
        worker: judges them, here or in other processes.
        tasks: the regions.
        jobs: how many processes are worth their start.
        meanwhile: other work of so many milliseconds that a process for the regions is worth its start in any case, if
            it can be had as a copy of this one.

    Raises:
        WorkError: a process came to an early end.
    """
    context = process_context() if jobs > 1 or meanwhile is not None else None
    if context is None or (jobs == 1 and context.get_start_method() != "fork"):
        if meanwhile is not None:
            meanwhile()
        yield from map(worker.do, tasks)
        return
    if jobs > 1:
        worker.selection.looking("region", "regions")  # loaded once, for all who are copied from this one
    with ProcessPoolExecutor(jobs, context, _begin, (worker,)) as pool:
        try:
            judged = pool.map(_do, tasks)
            if meanwhile is not None:
                meanwhile()
            yield from judged
        except BrokenProcessPool as error:
            raise WorkError(
                say("a process that checked the regions came to an early end"),
                say("try again with --jobs 1; perhaps there was not enough memory"),
            ) from error
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


_workers: list[Worker] = []
"""In a process of the pool: what it works with."""


def _begin(worker: Worker) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    gc.disable()  # what a region leaves behind holds no circles
    _workers[:] = [worker]


def _do(task: Task) -> Done:
    return _workers[0].do(task)
