"""Where just one region changed, as after most edits, two processes make its part of the website together.

With more of them each process has a region of its own. A copy of this process, made as soon as the region is read,
judges it and then makes its files for download. Meanwhile this one loads what draws, and makes other files that show
nothing but the strategy until it hears what was found; then it draws the pages, which show that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from stratkit.site.making.desk import Desk
from stratkit.site.making.reading import Judged, Reading
from stratkit.site.making.workers import Workers
from stratkit.source.beside import Beside

if TYPE_CHECKING:
    from stratkit.diagnostics import Diagnostic


@dataclass
class Ahead:
    """The work of both processes at one region.

    Args:
        own: what this process holds of the build.
        region: the region that changed.
        other: tells what the other process did.
        errors: all errors in the workspace, once the region is read.
    """

    own: Desk
    region: str
    other: Beside
    errors: Sequence[Diagnostic] = ()

    def reading(self) -> Reading:
        """What was found in the region; from then on files are at hand that were made before their turn.

        Raises:
            WorkError: the other process came to an early end.
        """
        from stratkit.site.making.jobs import reading_of
        from stratkit.site.making.plain import large_files, small_files

        made: dict[str, Callable[[], bytes]] = {}

        def judged() -> Judged:
            for file in small_files(self.own, self.region):
                if self.other.ready():
                    break
                made[file.path] = partial(bytes, file.make())
            found: Judged
            found, self.errors = next(self.other)
            return found

        reading = reading_of(self.own, self.region, judged)
        large = cache(partial(next, self.other))
        for file in large_files(self.own, self.region):
            made[file.path] = partial(_one_of, large, file.path)
        self.own.ahead = made
        return reading


@contextmanager
def working_ahead(own: Desk, region: str, others: Mapping[str, bytes], workers: Workers) -> Iterator[Ahead | None]:
    """Have *region* judged and some of its files made by another process; None if there is no process for it.

    Args:
        own: what this process holds of the build.
        region: the region that changed.
        others: what has to be known of each other region to find all errors, as JSON.
        workers: say how many processes there may be.

    Raises:
        WorkError: the other process came to an early end.
    """
    if not workers.spare or own.load(region).strategy is None:
        yield None
        return
    with workers.beside(partial(_work, own, region, others)) as other:
        yield Ahead(own, region, other)


def _work(own: Desk, region: str, others: Mapping[str, bytes]) -> Iterator[Any]:
    """What the other process does."""
    from stratkit.site.making.checking import all_errors, judged

    found = judged(own, region)
    yield found, all_errors(own, {**others, region: found.judged})

    from stratkit.site.making.plain import large_files

    yield {file.path: file.make() for file in large_files(own, region)}


def _one_of(files: Callable[[], Mapping[str, bytes]], path: str) -> bytes:
    return files()[path]
