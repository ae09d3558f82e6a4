"""Putting a website in place: all of it or nothing.

The new edition is written beside the old one and takes its place in one step. Whatever goes
wrong before that step, the old edition stays as it was. Files of others in the folder are
carried over; a folder that stratkit did not make is refused.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stratkit import __version__
from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.site.file import MANIFEST, SiteFile, checked
from stratkit.site.staging import alone, aside, staging

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: files in the site, and how many of them are new or changed."""

    files: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stratkit wrote into a folder.

    Args:
        files: hash of each file by its path.
        inputs: digest of all that the edition was made of; empty if nobody said.
        known: the files are really known; false if the manifest is damaged.
    """

    files: Mapping[str, str]
    inputs: str = ""
    known: bool = True


def write_file(place: Path, data: bytes) -> None:
    """Write one file."""
    with place.open("wb") as file:
        file.write(data)


Writer = Callable[[Path, bytes], None]


def standing(target: Path, inputs: str) -> int | None:
    """How many files the website in *target* has if it was made of *inputs* and is whole; None otherwise.

    Raises:
        OutputError: the folder belongs to somebody else.
    """
    manifest = _manifest(_absolute(target))
    if not inputs or manifest.inputs != inputs:
        return None
    whole = all(_holds(target / path, digest) for path, digest in manifest.files.items())
    return len(manifest.files) if whole else None


def write_site(
    files: Iterable[SiteFile],
    target: Path,
    progress: Callable[[str], None] | None = None,
    inputs: str = "",
    write: Writer = write_file,
) -> Written:
    """Write the website into *target*.

    Args:
        files: all files of the new edition.
        target: the folder of the website; made if it does not exist.
        progress: called with the path of each file.
        inputs: digest of all that the edition is made of, for :func:`standing`.
        write: writes one file.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be written.
    """
    target = _absolute(target)
    old = _manifest(target)
    try:
        with staging(target) as fresh:
            new, changed = _fill(fresh, files, old, target, progress, write)
            write(fresh / MANIFEST, _manifest_bytes(new, inputs))
            with alone(target):
                # Another build may have ended meanwhile: what is foreign is known only now.
                _carry_over(target, fresh, _manifest(target))
                _switch(fresh, target)
    except OSError as error:
        raise _cannot(target, error) from error
    return Written(len(new), changed, len(set(old.files) - set(new)))


def _absolute(target: Path) -> Path:
    """With a name and a parent, whatever ``.`` and ``..`` it was given as; links are not followed."""
    return Path(os.path.abspath(target))  # noqa: PTH100 - resolve() follows links


def _cannot(target: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    hint = say("free some space and build again; the former website is untouched") if error.errno in _FULL else None
    return OutputError(say("'{path}' cannot be written: {reason}", path=str(target), reason=reason), hint)


def _manifest(target: Path) -> Manifest:
    """What stands in *target*."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise OutputError(say("'{path}' is not a folder", path=str(target)), say("name another folder: -o FOLDER"))
    try:
        if not target.exists() or not any(target.iterdir()):
            return Manifest({})
        loaded = json.loads((target / MANIFEST).read_bytes())
        files = {str(path): str(digest) for path, digest in loaded["files"].items()}
        return Manifest(files, str(loaded.get("inputs", "")))
    except FileNotFoundError as error:
        raise OutputError(
            say("the folder '{path}' is not empty and was not made by stratkit", path=str(target)),
            say("name another folder: -o FOLDER, or empty this one"),
        ) from error
    except OSError as error:
        raise OutputError(
            say("'{path}' cannot be read: {reason}", path=str(target), reason=error.strerror or str(error))
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest({}, known=False)  # a damaged manifest costs a full write and nothing else


def _manifest_bytes(files: dict[str, str], inputs: str) -> bytes:
    body = {"made_by": f"stratkit {__version__}", "inputs": inputs, "files": dict(sorted(files.items()))}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _fill(
    fresh: Path,
    files: Iterable[SiteFile],
    old: Manifest,
    target: Path,
    progress: Callable[[str], None] | None,
    write: Writer,
) -> tuple[dict[str, str], int]:
    new: dict[str, str] = {}
    changed = 0
    made: set[Path] = set()
    for file in checked(files):
        data = file.make()
        digest = hashlib.sha256(data).hexdigest()
        new[file.path] = digest
        place = fresh / file.path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        if old.files.get(file.path) != digest or not _link(target / file.path, place, digest):
            write(place, data)
            changed += 1
        if progress is not None:
            progress(file.path)
    return new, changed


def _holds(place: Path, digest: str) -> bool:
    """*place* is a file with this hash."""
    try:
        return not place.is_symlink() and hashlib.sha256(place.read_bytes()).hexdigest() == digest
    except OSError:
        return False  # it is gone, or a folder, or cannot be read: it is not what the manifest says


def _link(source: Path, place: Path, digest: str) -> bool:
    """Take an unchanged file over without copying it; false if it is not what the manifest says."""
    if not _holds(source, digest):
        return False
    try:
        place.hardlink_to(source)
    except OSError:
        return False  # another disk, or no links here: it is written anew
    return True


def _carry_over(target: Path, fresh: Path, old: Manifest) -> None:
    """Files and folders in the website that stratkit did not write stay there."""
    if not target.is_dir():
        return
    ours = {*old.files, MANIFEST}
    for folder, folders, names in os.walk(target):
        here = Path(folder).relative_to(target)
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*names, *linked):
            relative = here / name
            path = relative.as_posix()
            if path in ours:
                continue
            if not (fresh / relative).exists():
                _keep(target / relative, fresh / relative)
            elif old.known:
                raise OutputError(
                    say("'{path}' was not made by stratkit, and a page of that name is to stand there", path=path),
                    say("move it out of the folder of the website"),
                )
        if not names and not folders and not any(path.startswith(f"{here.as_posix()}/") for path in ours):
            (fresh / here).mkdir(parents=True, exist_ok=True)


def _keep(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if not source.is_symlink():
        with suppress(OSError):  # no links here: it is copied
            place.hardlink_to(source)
            return
    shutil.copy2(source, place, follow_symlinks=False)


def _switch(fresh: Path, target: Path) -> None:
    """Let the new folder take the place of the old one."""
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        return
    # No swap in one step on this system: two steps, undone if the second fails, and by the next
    # build if this one is killed between them.
    former = aside(target)
    target.rename(former)
    try:
        fresh.rename(target)
    except OSError:
        former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; false where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0
