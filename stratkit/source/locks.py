"""Locks on files and folders, held for as long as their process lives: how remains of dead programs are told from work."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    return _locked(os.open(place, os.O_RDONLY), time.monotonic() + patience)


@contextmanager
def locked_by_file(place: Path, patience: float) -> Iterator[None]:
    """Nobody else is in here with the same *place* meanwhile: an empty file there bears the lock, and goes afterwards.

    Raises:
        BlockingIOError: another process is in, for longer than *patience* seconds.
        OSError: the file cannot be made.
    """
    if sys.platform == "win32":
        yield
        return
    end = time.monotonic() + patience
    while True:
        descriptor = _opened(place)
        if _locked(descriptor, end) is None:  # no locks here
            descriptor = _opened(place)
            break
        if _stands(descriptor, place):
            break
        os.close(descriptor)  # whoever was in took the file away
    try:
        yield
    finally:
        found = os.fstat(descriptor)
        if stat.S_ISREG(found.st_mode) and found.st_size == 0:  # else it was somebody's before, and stays
            with suppress(OSError):  # of another user: it stays, and can be locked as well as a new one
                place.unlink()
        os.close(descriptor)


def _opened(place: Path) -> int:
    """The file at *place*, made if there is none; a pipe there does not make anybody wait."""
    found = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    while True:
        with suppress(FileNotFoundError):  # it is made
            return os.open(place, found)
        with suppress(FileExistsError):  # somebody else was faster
            return os.open(place, found | os.O_CREAT | os.O_EXCL, 0o644)


def _stands(descriptor: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), place.lstat())
    except FileNotFoundError:
        return False


def _locked(descriptor: int, end: float) -> int | None:
    """*descriptor*, locked; closed and None where there are no locks."""
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
