"""Judging regions in several processes."""

from __future__ import annotations

import gc
import json
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import WorkError
from stratkit.lint.engine import part_of_region
from stratkit.lint.parts import Part, decoded, encoded, part_of
from stratkit.lint.running import RuleRunner
from stratkit.lint.selection import Selection
from stratkit.load.workspace import Frame, load_region
from stratkit.source.cache import CacheFolder, content_digest, digest_of, file_name
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
    """

    region: str
    paths: tuple[str, ...]
    whole: bool

    @property
    def name(self) -> str:
        """Under which the region is kept."""
        return name_of(self.region)


def name_of(region: str) -> str:
    """Under which what was found in a region is kept."""
    return f"region/{region}"


@dataclass(frozen=True, slots=True)
class Done:
    """A region that was judged.

    Args:
        region: its folder.
        part: what was found.
        digest: of its files as they were read; None if nobody has to remember.
        seconds: the time that each rule took.
        body: the part as bytes, where they were needed.
    """

    region: str
    part: Part
    digest: str | None
    seconds: dict[str, float]
    body: bytes | None = None


@dataclass(frozen=True)
class Worker:
    """Judges regions one after the other.

    Args:
        tree: the files.
        frame: what all regions stand on.
        selection: which rules count.
        cache: where what was found is looked up and kept.
        basis: the digest of everything else on which it depends; None: nobody has to remember.
    """

    tree: Tree
    frame: Frame
    selection: Selection
    cache: CacheFolder | None
    basis: str | None

    def do(self, task: Task) -> Done:
        """Judge a region, or find that its files were judged before."""
        seconds: dict[str, float] = {}
        if self.basis is None:
            done = Done(task.region, self._judged(task, seconds), None, seconds)
        else:
            done = self._looked_up(task, self.basis, seconds)
        if isinstance(self.tree, FolderTree):
            self.tree.forget(task.paths)
        return done

    def _looked_up(self, task: Task, basis: str, seconds: dict[str, float]) -> Done:
        digest = content_digest(task.paths, self.tree.read)
        if self.cache is None:
            return Done(task.region, self._judged(task, seconds), digest, seconds)
        name, key = file_name(task.name), digest_of(basis, task.region, digest)
        body = self.cache.get(name, key)
        part = decoded(body) if body is not None else None
        if part is None:
            part = self._judged(task, seconds)
            body = encoded(part)
            self.cache.put(name, key, body)
        return Done(task.region, part, digest, seconds, body)

    def _judged(self, task: Task, seconds: dict[str, float]) -> Part:
        frame = self.frame
        places: dict[str, Positions] = {}
        load = load_region(self.tree, frame, task.region, places=places)
        locator = Locator(self.tree.read, places=places)
        runner = RuleRunner(locator, self.selection, frame.settings, frame.catalog, seconds)
        return part_of_region(runner, load, whole=task.whole)


def processes(tasks: Sequence[Task], jobs: int) -> int:
    """How many processes are worth their start."""
    files = sum(len(task.paths) for task in tasks)
    return max(1, min(jobs, len(tasks), files // _ENOUGH))


def worked(worker: Worker, tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    """The regions of *tasks*, judged, in this order.

    Raises:
        WorkError: a process came to an early end.
    """
    if jobs == 1:
        yield from map(worker.do, tasks)
        return
    with ProcessPoolExecutor(jobs, process_context(), _begin, (worker,)) as pool:
        try:
            for task, (body, digest, seconds) in zip(tasks, pool.map(_do, tasks), strict=True):
                yield Done(task.region, part_of(json.loads(body)), digest, seconds, body)
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


def _do(task: Task) -> tuple[bytes, str | None, dict[str, float]]:
    done = _workers[0].do(task)
    return done.body or encoded(done.part), done.digest, done.seconds
