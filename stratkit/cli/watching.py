"""Waiting for changes of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import watchfiles

from stratkit.diagnostics.errors import SourceError, reason_of
from stratkit.diagnostics.message import say
from stratkit.source.home import CACHE

_STEP, _DEBOUNCE, _TICK = 10, 200, 100
"""Milliseconds: quiet after which a change counts as complete, the longest wait for that quiet, and
how often the watch comes up for air."""

_NAMED = 3


def changes(folders: Mapping[Path, Path]) -> Iterator[list[str]]:
    """The files that changed, each time some did; the watch stands when this returns, and misses nothing from then on.

    Args:
        folders: the folders to watch, and for each the folder from which its paths are told.

    Raises:
        SourceError: the system does not say what changes.
    """
    watch = _watch({watched.resolve(): told.resolve() for watched, told in folders.items()})
    next(watch)
    return watch


def _watch(bases: Mapping[Path, Path]) -> Iterator[list[str]]:
    """Once nothing, as soon as the watch stands; then what changed."""
    standing = False
    try:
        for seen in watchfiles.watch(
            *bases, watch_filter=_wanted, step=_STEP, debounce=_DEBOUNCE, rust_timeout=_TICK, yield_on_timeout=True
        ):
            if not standing:
                standing = True
                yield []
            kept = {path for _kind, path in seen if not _came_and_went(seen, path)}
            if kept:
                yield sorted(_short(Path(path), bases) for path in kept)
    except OSError as error:
        raise SourceError(
            say("changes of the files cannot be watched: {reason}", reason=reason_of(error)),
            say("set WATCHFILES_FORCE_POLLING=1 to look at the files again and again instead"),
        ) from error


def named(paths: list[str]) -> str:
    """The first few of *paths*, on one line."""
    return ", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")


def _wanted(_kind: watchfiles.Change, path: str) -> bool:
    """Neither hidden files nor what editors leave behind while they save, nor what stratkit keeps."""
    name = Path(path).name
    if name.startswith(".") or f"/{CACHE}" in Path(path).as_posix():
        return False
    return not name.endswith(("~", ".swp", ".swx", ".tmp", ".bak"))


def _came_and_went(seen: set[watchfiles.main.FileChange], path: str) -> bool:
    """Whether *path* was only there while something else was saved: many programs write a copy and rename it."""
    added, deleted = (watchfiles.Change.added, path), (watchfiles.Change.deleted, path)
    return added in seen and deleted in seen and not Path(path).exists()


def _short(path: Path, bases: Mapping[Path, Path]) -> str:
    for watched, told in bases.items():
        if path.is_relative_to(watched):
            return path.relative_to(told).as_posix()
    return str(path)
