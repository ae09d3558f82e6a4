"""A process that goes ahead: it loads the rules while this one looks through the files, then judges the region that changed.

After an edit in a large workspace that takes longest; meanwhile this process reads what is known of the other regions.
What rules across regions have to know is said first, so that they run beside the rules of the region.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stratkit.diagnostics.pattern import Pattern
from stratkit.immutable import immutable
from stratkit.lint.formats.style import Style
from stratkit.lint.tasks import Done, Glimpse, Task
from stratkit.source.beside import Beside, beside
from stratkit.source.cache import CacheFolder
from stratkit.source.home import CATALOG
from stratkit.source.tree import FolderTree

PLENTY = 20
"""Regions from which on looking through their files takes longer than to start a process."""

_ROOM = "stratkit.lint."
"""How modules are called in which the patterns of rules stand."""


class ScoutLostError(Exception):
    """The process came to an early end; what kept it from its work shows when this one does it."""


@immutable
class Order:
    """What is to be judged.

    Args:
        tree: the files of the region and those on which all regions stand.
        basis: the digest of everything else on which it depends.
        task: the region.
    """

    tree: FolderTree
    basis: str
    task: Task


@immutable
class Ground:
    """What is known before the files are looked through.

    Args:
        root: the folder of strategies.
        select: only these rules.
        ignore: not these rules.
        cache: where what was found is kept.
        style: how it is shown; None: nobody has to know.
    """

    root: Path
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    cache: CacheFolder
    style: Style | None


@immutable
class Scout:
    """The process ahead.

    Args:
        answers: where it is heard.
        orders: where it is told what to do.
    """

    answers: Beside
    orders: int

    def send(self, order: Order) -> None:
        """Let it judge a region."""
        with suppress(BrokenPipeError), open(self.orders, "wb", closefd=False) as orders:
            pickle.dump(order, orders)  # if nobody listens any more nothing will be heard

    def heard(self) -> Glimpse | Done:
        """What it says next: what others have to know of the region, if that is news, else what was found.

        Raises:
            ScoutLostError: it came to an early end.
        """
        try:
            said: Glimpse | Done = next(self.answers)
        except Exception as error:
            raise ScoutLostError from error
        return said

    def found(self) -> Done:
        """What was found in the region, of which a glimpse was had.

        Raises:
            ScoutLostError: it came to an early end.
        """
        said = self.heard()
        if not isinstance(said, Done):
            raise ScoutLostError
        return said


@contextmanager
def scouting(ground: Ground) -> Iterator[Scout]:
    """Send a process ahead; at the end of the block it is no more."""
    orders, telling = os.pipe()

    def work() -> Iterator[Glimpse | Done]:
        os.close(telling)  # else it would wait for ever for an order of its own if the other process is killed
        return _work(ground, orders)

    try:
        with beside(work) as answers:
            yield Scout(answers, telling)
    finally:
        os.close(orders)
        os.close(telling)


def _work(ground: Ground, orders: int) -> Iterator[Glimpse | Done]:
    """In the process ahead: load what is needed in any case, then do what is told."""
    gc.disable()
    from stratkit.lint.selection import Selection
    from stratkit.lint.worker import Worker
    from stratkit.load.kept import kept_frame
    from stratkit.load.workspace import load_frame

    Selection(ground.select, ground.ignore).looking("region", "regions")
    common = FolderTree(ground.root, only=frozenset({CATALOG}))
    frame = kept_frame(common, ground.cache)
    _compile_until(orders)
    with open(orders, "rb") as told:
        order: Order = pickle.load(told)  # noqa: S301 - the other process wrote it just now
    if common.stamps.items() - order.tree.stamps.items():
        frame = load_frame(order.tree)  # it was changed between two looks at it
    selection = Selection.of(frame.settings.lint, ground.select, ground.ignore)
    worker = Worker(order.tree, frame, selection, ground.cache, order.basis, ground.style)
    yield from worker.steps(order.task, early=True)


def _compile_until(orders: int) -> None:
    """Compile patterns that are loaded until something is told: else it takes a fifth of the time of the rules of a region."""
    rooms = [module for name, module in sys.modules.items() if name.startswith(_ROOM)]
    for pattern in (one for room in rooms for one in vars(room).values() if isinstance(one, Pattern)):
        if select.select([orders], [], [], 0)[0]:
            return
        pattern.compile()
