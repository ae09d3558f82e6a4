"""Who does the work of a build: this process, several of this machine, or a cluster.

All of them are executors in the sense of :mod:`concurrent.futures`, so that nothing else has to know.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import MissingExtra, WorkError
from stratkit.immutable import immutable
from stratkit.source.beside import Beside, EarlyEndError, beside
from stratkit.source.processes import can_copy, cores, load_nothing_from_here, process_context

R = TypeVar("R")
Step = Callable[[int], object]
"""Called with the number of things that are done."""
_TWO = 2


class OneByOne(Executor):
    """Does each thing at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Do it now."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)
        return future


@immutable
class Workers:
    """Who does the work.

    Args:
        jobs: processes of this machine; 0: as many as it has cores.
        scheduler: address of a Dask scheduler that has the work done instead; empty: a new one on this machine.
            None: no cluster.
    """

    jobs: int = 0
    scheduler: str | None = None

    @contextmanager
    def hired(self, tasks: int) -> Iterator[Executor]:
        """An executor for about *tasks* tasks; what it has not begun when an error ends the block is not begun.

        Raises:
            MissingExtra: Dask is not installed.
            WorkError: a process came to an early end.
        """
        if self.scheduler is not None:
            with _cluster(self.scheduler, self.jobs or None) as executor:
                yield executor
            return
        jobs = min(self.jobs or cores(), tasks)
        # What a process has from this one is no garbage: nobody need look through it.
        pool = ProcessPoolExecutor(jobs, process_context(), gc.freeze) if jobs > 1 else OneByOne()
        try:
            yield pool
        except BrokenProcessPool as error:
            raise _died() from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    @property
    def spare(self) -> bool:
        """Another process may work beside this one, as a copy of it, and there is a core for it."""
        return self.scheduler is None and (self.jobs or cores()) >= _TWO and can_copy()

    @contextmanager
    def beside(self, work: Callable[[], Iterator[Any]]) -> Iterator[Beside]:
        """A copy of this process that does *work* meanwhile; gives what that gives, piece by piece.

        Raises:
            WorkError: it came to an early end.
        """
        try:
            with beside(work) as other:
                yield other
        except EarlyEndError as error:
            raise _died() from error


@contextmanager
def attended(executor: Executor) -> Iterator[None]:
    """When an error leaves the block nobody is at work any more: what they write to can be taken away."""
    try:
        yield
    except BaseException:
        if isinstance(executor, ProcessPoolExecutor):
            executor.shutdown(wait=True, cancel_futures=True)
        else:
            executor.shutdown(wait=True)
        raise


def _died() -> WorkError:
    """What to raise where a process has died."""
    return WorkError(
        say("a process that built a part of the website died"),
        say("it may have run out of memory: build with --jobs 1"),
    )


def results(futures: Iterable[Future[R]]) -> Iterator[R]:
    """The results as they come."""
    for future in as_completed(futures):
        yield future.result()


@contextmanager
def _cluster(scheduler: str, jobs: int | None) -> Iterator[Executor]:
    """A Dask cluster: what a dead worker had is done again by another."""
    try:
        from distributed import Client, LocalCluster
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise MissingExtra("dask") from error
    load_nothing_from_here()
    with ExitStack() as stack:
        place = scheduler or stack.enter_context(
            LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
        )
        client = stack.enter_context(Client(place))
        try:
            # Drawing the same region twice gives the same files, but it is never asked for twice.
            yield client.get_executor(pure=False)
        except KilledWorker as error:
            raise _died() from error
