"""Who does the work of a build: this process, several of this machine, or a cluster.

Whoever has work for them need not know which: all but this process are executors in the sense of :mod:`concurrent.futures`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import MissingExtra, WorkError
from stratkit.immutable import immutable
from stratkit.source.beside import Beside, EarlyEndError, beside
from stratkit.source.processes import can_copy, cores, load_nothing_from_here, process_context

if TYPE_CHECKING:
    from concurrent.futures import Future

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Step = Callable[[int], object]
"""Called with the number of things that are done."""
_TWO = 2


class Promise(Protocol[R_co]):
    """What stands for a result that is to come."""

    def result(self) -> R_co:
        """The result; raises what kept it from coming."""

    def add_done_callback(self, call: Callable[[Any], object], /) -> None:
        """Have *call* called when it is there."""


class Workforce(Protocol):
    """Who does things: an executor, or :class:`OneByOne`."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Promise[R]:
        """Have it done."""


class Done(Generic[R]):
    """A result that is there.

    Args:
        found: the result, if nothing kept it from coming.
        error: what did.
    """

    def __init__(self, found: R | None = None, error: Exception | None = None) -> None:
        self._found = found
        self._error = error

    def result(self) -> R:
        """The result; raises what kept it from coming."""
        if self._error is not None:
            raise self._error
        return cast("R", self._found)

    def add_done_callback(self, call: Callable[[Any], object], /) -> None:
        """Call *call*."""
        call(self)


class OneByOne:
    """Does each thing at once, in this process.

    It is no executor: after most edits there is one thing to do, and to load what makes executors would take longer.
    """

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Done[R]:
        """Do it now."""
        try:
            return Done(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            return Done(error=error)


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
    def hired(self, tasks: int) -> Iterator[Workforce]:
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
        if jobs <= 1:
            yield OneByOne()
            return
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        # What a process has from this one is no garbage: nobody need look through it.
        pool = ProcessPoolExecutor(jobs, process_context(), gc.freeze)
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
def attended(workers: Workforce) -> Iterator[None]:
    """When an error leaves the block nobody is at work any more: what they write to can be taken away."""
    try:
        yield
    except BaseException:
        if not isinstance(workers, OneByOne):
            _dismiss(workers)
        raise


def _dismiss(workers: Any) -> None:
    from concurrent.futures import ProcessPoolExecutor

    if isinstance(workers, ProcessPoolExecutor):
        workers.shutdown(wait=True, cancel_futures=True)
    else:
        workers.shutdown(wait=True)


def _died() -> WorkError:
    """What to raise where a process has died."""
    return WorkError(
        say("a process that built a part of the website died"),
        say("it may have run out of memory: build with --jobs 1"),
    )


def results(promises: Iterable[Promise[R]]) -> Iterator[R]:
    """The results as they come."""
    waiting: list[Future[R]] = []
    for one in promises:
        if isinstance(one, Done):
            yield one.result()
        else:
            waiting.append(cast("Future[R]", one))
    if waiting:
        from concurrent.futures import as_completed

        for future in as_completed(waiting):
            yield future.result()


@contextmanager
def _cluster(scheduler: str, jobs: int | None) -> Iterator[Workforce]:
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
