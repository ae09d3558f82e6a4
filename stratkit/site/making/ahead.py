"""Files of a region that are no pages, made by a process beside this one while it judges the region and draws its pages.

Those for download, the JSON of entities and the search index show nothing but the strategy, so they need not wait for
what lint says of it. It is worth it where just one region changed, as after most edits: with more of them each process
has a region of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial

from stratkit.site.making.jobs import Desk, Place, desk
from stratkit.site.making.workers import Workers


@contextmanager
def files_ahead(own: Desk, region: str, workers: Workers) -> Iterator[None]:
    """Have the files of *region* that show nothing but its strategy made meanwhile, if there is a process for it.

    Raises:
        OutputError: the files of the region changed since they were read.
        WorkError: the process came to an early end.
    """
    with workers.beside() as executor:
        if executor is not None and own.loaded(region):
            own.ahead = _begun(own, region, executor)
        yield


def _begun(own: Desk, region: str, executor: Executor) -> Mapping[str, Callable[[], bytes]]:
    making = executor.submit(_made, own.place, region)
    return {file.path: partial(_one_of, making, file.path) for file in own.plain_files(region)}


def _made(place: Place, region: str) -> dict[str, bytes]:
    """In the process beside: it is a copy of one that has read the region."""
    return {file.path: file.make() for file in desk(place).plain_files(region)}


def _one_of(making: Future[dict[str, bytes]], path: str) -> bytes:
    return making.result()[path]
