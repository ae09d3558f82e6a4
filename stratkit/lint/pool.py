"""Judging regions in several processes."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from stratkit.lint.tasks import Done, Task, died
from stratkit.source.processes import process_context

if TYPE_CHECKING:
    from stratkit.lint.worker import Worker

_ENOUGH = 300
"""Files below which another process costs more than it brings."""


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
            raise died() from error
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
