"""Locks on files and folders, held for as long as their process lives: how remains of dead programs are told from work."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PAUSE = 0.02


def lock(place: Path, patience: float = 0.0) -> int | None:
    """Lock *place* until the descriptor is closed or the process ends; None on a file system without locks.

    Raises:
        BlockingIOError: another process holds the lock, for longer than *patience* seconds.
        OSError: the place cannot be opened.
    """
    if sys.platform == "win32":
        return None
    descriptor = os.open(place, os.O_RDONLY)
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                os.close(descriptor)
                raise
            time.sleep(_PAUSE)
        except OSError:
            os.close(descriptor)
            return None
        else:
            return descriptor
