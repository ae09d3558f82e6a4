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
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from stratkit import __version__
from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.site.machine import SiteFile

MANIFEST = ".stratkit-site.json"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: files in the site, and how many of them are new or changed."""

    files: int
    changed: int
    removed: int


def write_site(files: Iterable[SiteFile], target: Path, progress: Callable[[str], None] | None = None) -> Written:
    """Write the website into *target*.

    Args:
        files: all files of the new edition.
        target: the folder of the website; made if it does not exist.
        progress: called with the path of each file.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be written.
    """
    old = _manifest(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.new-"))
    except OSError as error:
        raise _cannot(target, error) from error
    try:
        fresh.chmod(0o755)
        new, changed = _fill(fresh, files, old, target, progress)
        _carry_over(target, fresh, old)
        _write(fresh / MANIFEST, _manifest_bytes(new))
        _switch(fresh, target)
    except OSError as error:
        raise _cannot(target, error) from error
    finally:
        # After the switch this is the former edition; before it, the unfinished one.
        shutil.rmtree(fresh, ignore_errors=True)
    return Written(len(new), changed, len(set(old) - set(new)))


def _cannot(target: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    hint = say("free some space and build again; the former website is untouched") if error.errno == errno.ENOSPC else None
    return OutputError(say("'{path}' cannot be written: {reason}", path=str(target), reason=reason), hint)


def _manifest(target: Path) -> dict[str, str]:
    """Paths and hashes of the edition that stands in *target*."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise OutputError(say("'{path}' is not a folder", path=str(target)), say("name another folder: -o FOLDER"))
    if not target.exists() or not any(target.iterdir()):
        return {}
    try:
        loaded = json.loads((target / MANIFEST).read_bytes())
        return {str(path): str(digest) for path, digest in loaded["files"].items()}
    except FileNotFoundError as error:
        raise OutputError(
            say("the folder '{path}' is not empty and was not made by stratkit", path=str(target)),
            say("name another folder: -o FOLDER, or empty this one"),
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # a damaged manifest costs a full write and nothing else


def _manifest_bytes(files: dict[str, str]) -> bytes:
    body = {"made_by": f"stratkit {__version__}", "files": dict(sorted(files.items()))}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _fill(
    fresh: Path, files: Iterable[SiteFile], old: dict[str, str], target: Path, progress: Callable[[str], None] | None
) -> tuple[dict[str, str], int]:
    new: dict[str, str] = {}
    folded: dict[str, str] = {}
    changed = 0
    made: set[Path] = set()
    for file in files:
        _refuse_clash(file.path, folded)
        data = file.make()
        digest = hashlib.sha256(data).hexdigest()
        new[file.path] = digest
        place = fresh / file.path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        if old.get(file.path) == digest and _link(target / file.path, place, digest):
            pass
        else:
            _write(place, data)
            changed += 1
        if progress is not None:
            progress(file.path)
    return new, changed


def _refuse_clash(path: str, folded: dict[str, str]) -> None:
    """Two paths that differ only by case are one file on many disks and servers."""
    key = path.casefold()
    if key in folded:
        raise OutputError(
            say("two pages would share one file: '{one}' and '{other}'", one=folded[key], other=path),
            say("give one of the two entities another id"),
        )
    folded[key] = path


def _link(source: Path, place: Path, digest: str) -> bool:
    """Take an unchanged file over without copying it; false if it is not what the manifest says."""
    try:
        if source.is_symlink() or hashlib.sha256(source.read_bytes()).hexdigest() != digest:
            return False
        place.hardlink_to(source)
    except OSError:
        return False  # another disk, or no links here: it is written anew
    return True


def _write(place: Path, data: bytes) -> None:
    with place.open("wb") as file:
        file.write(data)


def _carry_over(target: Path, fresh: Path, old: dict[str, str]) -> None:
    """Files in the folder that stratkit did not write stay there."""
    if not target.is_dir():
        return
    for folder, _, names in os.walk(target):
        for name in names:
            source = Path(folder) / name
            relative = source.relative_to(target)
            place = fresh / relative
            if relative.as_posix() in old or name == MANIFEST or place.exists():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, place, follow_symlinks=False)


def _switch(fresh: Path, target: Path) -> None:
    """Let the new folder take the place of the old one."""
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        return
    # No atomic exchange on this system: two steps, undone if the second fails.
    aside = target.with_name(f".{target.name}.old-{os.getpid()}")
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; false where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0
