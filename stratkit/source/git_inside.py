"""The inside of a repository, looked at before git is: where a file should be, a pipe lets git wait, a device has no end.

Only names are looked at, and nothing is opened but what says where the inside is. Sockets are passed over: git's own
monitor has one there, and to open it fails at once.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import RevisionError

_READ = ("", "info", "objects/info", "objects/pack")
"""The folders from which git reads files at any command; those of single objects are too many to be listed each time."""
_REFS = "refs"
_POINTER = "gitdir:"
_MOST = 4096


def refuse_endless(folder: Path) -> None:
    """Make sure that git can read the inside of the repository of *folder*.

    Raises:
        RevisionError: a pipe or a device stands there in the place of a file.
    """
    for inside in _insides(Path(os.path.realpath(folder))):
        for place in _places(inside):
            if _is_endless(place):
                raise RevisionError(
                    say("'{path}' is a pipe or a device where git needs a file", path=str(place)),
                    say("remove it, or take the repository from where it came once more"),
                )


def _insides(folder: Path) -> Iterator[Path]:
    """What git may take for the inside of the repository, and where the inside is said to be elsewhere."""
    for above in (folder, *folder.parents):
        inside = above / ".git"
        if not os.path.lexists(inside):
            continue
        yield inside
        if inside.is_file():
            inside = above / _said(inside).removeprefix(_POINTER).strip()
            yield inside
        common = inside / "commondir"
        if common.is_file():
            yield inside / _said(common).strip()
        if (inside / "HEAD").exists():
            return


def _said(file: Path) -> str:
    with file.open("rb") as opened:
        return os.fsdecode(opened.read(_MOST).replace(b"\0", b""))


def _places(inside: Path) -> Iterator[Path]:
    """What stands in the inside and is neither a file nor a folder, so far as the folder says."""
    yield inside
    for name in _READ:
        yield from _odd(inside / name)
    for folder, folders, _files in os.walk(inside / _REFS):
        folders.sort()
        yield from _odd(Path(folder))


def _odd(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        odd = [
            one.path
            for one in entries
            if not one.is_file(follow_symlinks=False) and not one.is_dir(follow_symlinks=False)
        ]
    yield from map(Path, sorted(odd))


def _is_endless(place: Path) -> bool:
    try:
        found = place.stat()
    except OSError:  # a link to nowhere, or to itself: git says what is the matter
        return False
    if stat.S_ISCHR(found.st_mode):
        return not os.path.samestat(found, os.stat(os.devnull))  # noqa: PTH116 - a name, not a path
    return stat.S_ISFIFO(found.st_mode) or stat.S_ISBLK(found.st_mode)
