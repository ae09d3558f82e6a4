"""A process that goes ahead: it loads the rules while this one looks through the files, then judges the region that changed.

After an edit in a large workspace that takes longest; meanwhile this process reads what is known of the other regions.
What rules across regions have to know is said first, so that they run beside the rules of the region.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from stratkit.lint.formats.style import Style
from stratkit.lint.tasks import Done, Glimpse, Task
from stratkit.source.cache import CacheFolder
from stratkit.source.home import CATALOG
from stratkit.source.processes import can_copy
from stratkit.source.tree import FolderTree

PLENTY = 20
"""Regions from which on looking through them takes longer than to start a process."""


class ScoutLostError(Exception):
    """The process came to an early end; what kept it from its work shows when this one does it."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True)
class Scout:
    """The process ahead.

    Args:
        process: its number.
        orders: where it is told what to do.
        answers: where it is heard.
    """

    process: int
    orders: IO[bytes]
    answers: IO[bytes]

    def send(self, order: Order) -> None:
        """Let it judge a region.

        Raises:
            ScoutLostError: it came to an early end.
        """
        try:
            pickle.dump(order, self.orders)
            self.orders.flush()
        except OSError as error:
            raise ScoutLostError from error

    def heard(self) -> Glimpse | Done:
        """What it says next: what others have to know of the region, if that is news, else what was found.

        Raises:
            ScoutLostError: it came to an early end.
        """
        try:
            said: Glimpse | Done = pickle.load(self.answers)  # noqa: S301 - a copy of this program wrote it just now
        except (EOFError, pickle.UnpicklingError) as error:
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

    def dismiss(self) -> None:
        """Wait until it ends, which it does when nobody tells it anything any more."""
        self.answers.close()
        with suppress(OSError):  # it ended before it read all
            self.orders.close()
        os.waitpid(self.process, 0)


def scout(
    root: Path, select: tuple[str, ...], ignore: tuple[str, ...], cache: CacheFolder, style: Style | None
) -> Scout | None:
    """Send a process ahead; None where it could not begin as a copy of this one.

    Args:
        root: the folder of strategies.
        select: only these rules.
        ignore: not these rules.
        cache: where what was found is kept.
        style: how it is shown.
    """
    if not can_copy():
        return None
    orders, telling = os.pipe()
    hearing, answers = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(telling)
            os.close(hearing)
            with open(orders, "rb") as told, open(answers, "wb") as mouth:  # noqa: PTH123 - no path leads there
                _work(told, mouth, root, select, ignore, cache, style)
        finally:
            os._exit(0)  # whoever waits for it hears nothing more, and does the work
    os.close(orders)
    os.close(answers)
    return Scout(process, open(telling, "wb"), open(hearing, "rb"))  # noqa: PTH123 - closed when dismissed


def _work(
    orders: IO[bytes],
    answers: IO[bytes],
    root: Path,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    cache: CacheFolder,
    style: Style | None,
) -> None:
    """In the process ahead: load what is needed in any case, then do what is told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    gc.disable()
    from stratkit.lint.selection import Selection
    from stratkit.lint.worker import Worker
    from stratkit.load.workspace import load_frame

    Selection(select, ignore).looking("region", "regions")
    common = FolderTree(root, only=frozenset({CATALOG}))
    frame = load_frame(common)
    order: Order = pickle.load(orders)  # noqa: S301 - a copy of this program wrote it just now
    if common.stamps.items() - order.tree.stamps.items():
        frame = load_frame(order.tree)  # it was changed between two looks at it
    selection = Selection.of(frame.settings.lint, select, ignore)
    worker = Worker(order.tree, frame, selection, cache, order.basis, style)

    def say(what: Any) -> None:
        pickle.dump(what, answers)
        answers.flush()

    say(worker.do(order.task, say))
