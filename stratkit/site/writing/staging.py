"""The folder beside a website in which its next edition grows.

A build may be killed at any moment, and two may run at once. So the folder bears a lock while
its build lives; what is found without one is the remains of a dead build and goes.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.source.git import came_along
from stratkit.source.locks import lock, locked_by_file

_PATIENCE = 30.0
"""Seconds to wait for another build to put its website in place; that takes a fraction of one."""
_FOLDER_MODE = 0o755


def _never(_spare: Path) -> bool:
    return False


@contextmanager
def staging(target: Path, usable: Callable[[Path], bool] = _never) -> Iterator[Path]:
    """An empty folder beside *target*, on the same disk; it is gone afterwards, whatever happens.

    Args:
        target: where the website stands.
        usable: whether the former edition that was laid aside may be taken instead of an empty folder; if not, it goes.

    Raises:
        OSError: it cannot be made.
        OutputError: another build does not come to an end.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _emptied() as refuse, alone(target):
        _bring_back(target)
        refuse.extend(_remains(target))
        spare = _free_spare(target)
        if spare is not None and not usable(spare[0]):
            refuse.append((_renamed(spare[0], target), spare[1]))
            spare = None
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target)))
        if spare is not None:
            spare[0].rename(fresh)
        held = lock(fresh) if spare is None else spare[1]
    try:
        fresh.chmod(target.stat().st_mode & 0o7777 if target.exists() else _FOLDER_MODE)
        yield fresh
    finally:
        # After the switch this is the former edition; before it, the unfinished one.
        shutil.rmtree(fresh, ignore_errors=True)
        if held is not None:
            os.close(held)


@contextmanager
def alone(target: Path) -> Iterator[None]:
    """No other build changes what stands in the place of *target* meanwhile.

    Raises:
        OutputError: another build does not come to an end.
    """
    with ExitStack() as held:
        try:
            held.enter_context(locked_by_file(target.with_name(f"{_prefix(target)}lock"), _PATIENCE))
        except BlockingIOError as error:
            raise OutputError(
                say("another build is writing to '{path}'", path=str(target)),
                say("wait until it has ended, and build again"),
            ) from error
        yield


def aside(target: Path) -> Path:
    """Where the former edition waits while the new one is moved in, on systems that cannot swap two folders."""
    return target.with_name(f"{_prefix(target)}former")


def spare_place(target: Path) -> Path:
    """Where the former edition of a large website lies until the next build."""
    return target.with_name(f"{_prefix(target)}spare")


def _prefix(target: Path) -> str:
    return f".{target.name}.stratkit-"


def _bring_back(target: Path) -> None:
    """Let a former edition that a dead build had moved aside stand in its place again."""
    former = aside(target)
    if (
        former.is_dir()
        and not former.is_symlink()
        and not target.exists()
        and not came_along(former.parent, former.name)
    ):
        former.rename(target)


Held = tuple[Path, int | None]
"""A folder and its lock."""


def _remains(target: Path) -> Iterator[Held]:
    """What dead builds left behind, under other names."""
    remains = re.compile(re.escape(_prefix(target)) + r"(?:former|[a-z0-9_]{8})\Z")
    with os.scandir(target.parent) as entries:
        found = [Path(one.path) for one in entries if remains.match(one.name) and one.is_dir(follow_symlinks=False)]
    for folder in found:
        with suppress(BlockingIOError, FileNotFoundError):  # its build lives, or ends just now
            held = lock(folder)
            if held is not None:
                yield _renamed(folder, target), held


def _free_spare(target: Path) -> Held | None:
    """The former edition that was laid aside, unless somebody has not let go of it yet: he may wait for this build."""
    spare = spare_place(target)
    if spare.is_symlink() or not spare.is_dir():
        return None
    try:
        return spare, lock(spare)
    except OSError:  # held, or of another user
        return None


def _renamed(folder: Path, target: Path) -> Path:
    """Where *folder* is now: whoever knew it by its name, as a build that is about to lay it aside, finds it no more."""
    doomed = Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target)))
    try:
        return folder.rename(doomed)
    except OSError:  # of another user
        doomed.rmdir()
        return folder


@contextmanager
def _emptied() -> Iterator[list[Held]]:
    """Folders to take away at the end: a hundred thousand files take longer than another build waits for its turn."""
    refuse: list[Held] = []
    try:
        yield refuse
        for folder, _held in refuse:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        for _folder, held in refuse:
            if held is not None:
                os.close(held)
