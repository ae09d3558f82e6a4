"""Putting a website in place: all of it or nothing.

The new edition grows beside the old one, out of links to what stays as it was, and takes its place in
one step. Whatever goes wrong before that step, the old edition stays as it was. Files of others in the
folder are carried over; a folder that stratkit did not make is refused.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.site.file import MANIFEST
from stratkit.site.writing.look import Eye, Known, Row, foreign, row_of
from stratkit.site.writing.manifest import Manifest, manifest_bytes, read_manifest
from stratkit.site.writing.spare import Spare, lay_note, remove, spare_in, take_out_note, worth
from stratkit.site.writing.staging import alone, aside, spare_place, staging
from stratkit.source.cache import CacheFolder
from stratkit.source.git import came_along

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: files in the site, and how many of them are new or changed."""

    files: int
    changed: int
    removed: int


def write_file(place: Path, data: bytes) -> None:
    """Write one file."""
    with place.open("wb") as file:
        file.write(data)


Writer = Callable[[Path, bytes], None]


def put(folder: Path, path: str, data: bytes, standing: str | None, write: Writer = write_file) -> str:
    """Let *data* stand at *path* in *folder*, and give its hash.

    A file that stood there before may be shared with the old edition: it is replaced, never written into.

    Args:
        folder: where the edition grows.
        path: within it.
        data: the bytes.
        standing: hash of what stands there; None if nothing does.
        write: writes one file.
    """
    digest = hashlib.sha256(data).hexdigest()
    if standing != digest:
        place = folder / path
        if standing is None:
            place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        write(place, data)
    return digest


@dataclass(slots=True)
class Draft:
    """An edition that grows.

    Args:
        target: where it will stand.
        folder: where it grows.
        standing: hash of each file that stands in the folder, by its path.
        former: what the website says of itself whose place it will take, and what the system says of that.
        write: writes one file.
        published: the same of this edition, once it took its place.
        behind: what the former edition, which lies in the folder then, lacks of this one, and what in it is foreign.
    """

    target: Path
    folder: Path
    standing: dict[str, str]
    former: tuple[Manifest, Row | None]
    write: Writer
    published: tuple[Manifest, Row] | None = None
    behind: tuple[Sequence[str], Sequence[str]] | None = None

    def put(self, path: str, data: bytes) -> str:
        """Let *data* stand at *path*, and give its hash."""
        return put(self.folder, path, data, self.standing.get(path), self.write)

    def publish(self, manifest: Manifest) -> Written:
        """Let the edition, whose files were all put, take its place.

        Raises:
            OutputError: a file of somebody else stands in the way.
        """
        files = manifest.files
        gone = [path for path in self.standing if path not in files]
        for path in gone:
            remove(self.folder, path)
        put(self.folder, MANIFEST, manifest_bytes(manifest), None, self.write)
        row = row_of(self.folder / MANIFEST)
        touched = self.touched(files)
        with alone(self.target):
            # Another build may have ended meanwhile: what is foreign is known only now.
            old, old_row = self.former
            same = row_of(self.target / MANIFEST) == old_row
            carried = _carry_over(self.target, self.folder, old if same else manifest_of(self.target))
            exchanged = _switch(self.folder, self.target)
        if row is not None:
            self.published = manifest, row
        if exchanged and same:
            self.behind = [*touched, *(path for path in old.files if path not in self.standing)], carried
        return Written(len(files), len(touched) - len(gone), len(gone))

    def touched(self, files: Mapping[str, str]) -> list[str]:
        """The paths of what is new, was changed or removed where *files* are those of the new edition."""
        changed = [path for path, digest in files.items() if self.standing.get(path) != digest]
        return [*changed, *(path for path in self.standing if path not in files)]


@contextmanager
def drafted(target: Path, write: Writer = write_file, cache: CacheFolder | None = None) -> Iterator[Draft]:
    """A draft of the next edition of the website in *target*, in which all stands that stood there rightly.

    Args:
        target: the folder of the website.
        write: writes one file.
        cache: remembers what the system said of the files, so that they need not be read.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be written.
    """
    target = absolute(target)
    row = row_of(target / MANIFEST)
    eye = Eye(cache, target)
    known = eye.known()
    old = _believed(target, known)
    intact = known.intact(target)
    try:
        with _staged(target, old, intact, reuse=cache is not None) as (fresh, stands):
            draft = Draft(target, fresh, stands, (old, row), write)
            yield draft
            if draft.published is not None and draft.behind is not None and cache is not None:
                _lay_aside(draft, *draft.published, *draft.behind)
    except OSError as error:
        raise _cannot(target, error) from error
    if draft.published is not None:
        manifest, manifest_row = draft.published
        touched = {_folder(path) for path in draft.touched(manifest.files)}
        eye.keep(
            manifest_row, manifest.inputs, manifest.files, {name: known.folders[name] for name in intact - touched}
        )


@contextmanager
def _staged(
    target: Path, old: Manifest, intact: Container[str], *, reuse: bool
) -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder in which the next edition grows, with the hashes of what stands in it from the old one."""
    spares: list[Spare] = []

    def usable(folder: Path) -> bool:
        found = spare_in(folder, target) if reuse else None
        spares.extend([found] if found is not None else [])
        return found is not None

    with staging(target, usable) as fresh:
        right = _right(old, target, intact)
        if spares:
            stands = dict(right)
            take_out_note(fresh)
            spares[0].catch_up(fresh, target, old.files, stands)
        else:
            stands = dict(_linked(right, target, fresh))
        yield fresh, stands


def _lay_aside(draft: Draft, manifest: Manifest, row: Row, behind: Sequence[str], carried: Iterable[str]) -> None:
    """Keep the former edition for the next build if that is worth it."""
    if not worth(len(manifest.files), len(behind)):
        return
    with suppress(OSError):  # without room or leave for it the next build links everything again
        lay_note(draft.folder, row, behind, carried)
        with alone(draft.target):
            place = spare_place(draft.target)
            if row_of(draft.target / MANIFEST) == row and not place.exists():
                draft.folder.rename(place)


def standing(target: Path, inputs: str, cache: CacheFolder | None = None) -> int | None:
    """How many files the website in *target* has if it was made of *inputs* and is whole; None otherwise.

    Args:
        target: the folder of the website.
        inputs: digest of all that it should be made of.
        cache: remembers what the system said of the files, so that they need not be read.

    Raises:
        OutputError: the folder belongs to somebody else.
    """
    target = absolute(target)
    eye = Eye(cache, target)
    known = eye.known()
    if inputs and known.inputs == inputs and known.whole and len(known.intact(target)) == len(known.folders):
        return known.files
    row = row_of(target / MANIFEST)
    if known.manifest == row and known.inputs != inputs:
        return None
    manifest = _believed(target, known)
    if not inputs or manifest.inputs != inputs:
        return None
    intact = known.intact(target)
    if not all(_folder(path) in intact or holds(target / path, digest) for path, digest in manifest.files.items()):
        return None
    eye.keep(row, inputs, manifest.files, {name: known.folders[name] for name in intact})
    return len(manifest.files)


def absolute(target: Path) -> Path:
    """With a name and a parent, whatever ``.`` and ``..`` it was given as; links are not followed."""
    return Path(os.path.abspath(target))  # noqa: PTH100 - resolve() follows links


def holds(place: Path, digest: str) -> bool:
    """*place* is a file with this hash."""
    try:
        return place.is_file() and not place.is_symlink() and hashlib.sha256(place.read_bytes()).hexdigest() == digest
    except OSError:
        return False  # it is gone, or a folder, or cannot be read: it is not what the manifest says


def manifest_of(target: Path) -> Manifest:
    """What stands in *target*; nothing where there is no such folder, or an empty one.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be read.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise OutputError(say("'{path}' is not a folder", path=str(target)), say("name another folder: -o FOLDER"))
    try:
        if not target.exists() or not any(target.iterdir()):
            return Manifest({})
        return read_manifest(target)
    except FileNotFoundError as error:
        raise OutputError(
            say("the folder '{path}' is not empty and was not made by stratkit", path=str(target)),
            say("name another folder: -o FOLDER, or empty this one"),
        ) from error
    except OSError as error:
        raise OutputError(
            say("'{path}' cannot be read: {reason}", path=str(target), reason=error.strerror or str(error))
        ) from error


def _believed(target: Path, known: Known) -> Manifest:
    """What stands in *target*; of a website that came with a repository the names alone: others wrote its bytes.

    Who laid the manifest there is *known* where the system says of it what it said when this user wrote it.
    """
    row, found = row_of(target / MANIFEST), manifest_of(target)
    ours = known.manifest is not None and known.manifest == row
    if found.files and not ours and came_along(target.parent, target.name):
        return replace(found, files=dict.fromkeys(found.files, ""), inputs="")
    return found


def _cannot(target: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    hint = say("free some space and build again; the former website is untouched") if error.errno in _FULL else None
    return OutputError(say("'{path}' cannot be written: {reason}", path=str(target), reason=reason), hint)


def _right(old: Manifest, target: Path, intact: Container[str]) -> Iterator[tuple[str, str]]:
    """The files of the old edition that are what they should be, with their hashes."""
    for path, digest in old.files.items():
        if _folder(path) in intact or holds(target / path, digest):
            yield path, digest


def _linked(right: Iterable[tuple[str, str]], target: Path, fresh: Path) -> Iterator[tuple[str, str]]:
    """Take files of the old edition over without copying them."""
    made: set[str] = set()
    for path, digest in right:
        folder = _folder(path)
        if folder not in made:
            (fresh / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        try:
            os.link(f"{target}/{path}", f"{fresh}/{path}", follow_symlinks=False)
        except OSError:
            continue  # another disk, or no links here: it is written anew
        yield path, digest


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _carry_over(target: Path, fresh: Path, old: Manifest) -> list[str]:
    """Files and folders in the website that stratkit did not write stay there; which they are."""
    carried: list[str] = []
    if not target.is_dir():
        return carried
    for path, is_empty_folder in foreign(target, (*old.files, MANIFEST)):
        carried.append(path)
        if is_empty_folder:
            (fresh / path).mkdir(parents=True, exist_ok=True)
        elif not (fresh / path).exists():
            _keep(target / path, fresh / path)
        elif old.known:
            raise OutputError(
                say("'{path}' was not made by stratkit, and a page of that name is to stand there", path=path),
                say("move it out of the folder of the website"),
            )
    return carried


def _keep(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if not source.is_symlink():
        with suppress(OSError):  # no links here: it is copied
            place.hardlink_to(source)
            return
    shutil.copy2(source, place, follow_symlinks=False)


def _switch(fresh: Path, target: Path) -> bool:
    """Let the new folder take the place of the old one; whether that took the place of the new one."""
    if not target.exists():
        fresh.rename(target)
        return False
    if _exchange(fresh, target):
        return True
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
    return False


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; false where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0
