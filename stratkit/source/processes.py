"""How many processes may work at a time, and how they are started."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def load_nothing_from_here() -> None:
    """Let processes that this one starts load no program from the folder where they run: it may be a stranger's."""
    for name in ("PYTHONSAFEPATH", "NoDefaultCurrentDirectoryInExePath"):
        os.environ.setdefault(name, "1")


def process_context() -> BaseContext:
    """How the processes of a pool are started.

    A copy of this process starts at once and has read everything; beside other threads it would not be safe.
    """
    import multiprocessing  # who asks only for the number of cores starts sooner

    load_nothing_from_here()
    return multiprocessing.get_context("fork" if can_copy() else "spawn")


def can_copy() -> bool:
    """Whether another process can begin as a copy of this one: beside other threads that is not safe."""
    return hasattr(os, "fork") and threading.active_count() == 1
