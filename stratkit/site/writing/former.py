"""The website whose place the next edition will take: what of it is right, and how the next one differs."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError, reason_of
from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST
from stratkit.site.writing.listing import TOP, Chapter, Listed, files_in, folder_of
from stratkit.site.writing.look import UNKNOWN, UNSEEN, Glance, Known, Row, row_as, row_of
from stratkit.site.writing.manifest import Manifest, read_manifest
from stratkit.site.writing.shelf import Heap, Shelf
from stratkit.site.writing.sight import Sight
from stratkit.source.git import came_along


@immutable
class Former:
    """A website as it stands there.

    Args:
        shelf: its files.
        row: what the system says of its manifest.
        inputs: digest of all that it was made of; empty if nobody said.
        sure: its manifest is not damaged.
        known: what was known of it.
        glance: what was seen when its folders were looked at.
    """

    shelf: Shelf
    row: Row | None
    inputs: str = ""
    sure: bool = True
    known: Known = UNKNOWN
    glance: Glance = UNSEEN


@contextmanager
def former_in(sight: Sight) -> Iterator[Former]:
    """The website that is looked at; its manifest is read only as far as somebody asks where it is known.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be read.
    """
    target, known = sight.site, sight.known
    with ExitStack() as stack:
        file = _known_manifest(target, known)
        if file is not None:
            stack.enter_context(file)
            glance = sight.glance
            chapters = {one.name: one for one, _at, _size in known.chapters}
            shelf = Shelf(target, chapters, _Lines(file, known), glance.intact)
            yield Former(shelf, known.manifest, known.inputs, known=known, glance=glance)
        else:
            row, manifest = row_of(target / MANIFEST), _believed(target)
            yield Former(Heap(target, manifest.files), row, manifest.inputs, manifest.known)


def seen_now(target: Path) -> Former:
    """The website in *target*, of which only the names count.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be read.
    """
    manifest = manifest_of(target)
    intact = frozenset(map(folder_of, manifest.files))
    return Former(Heap(target, manifest.files, intact), None, sure=manifest.known)


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
            say("'{path}' cannot be read: {reason}", path=str(target), reason=reason_of(error))
        ) from error


def _known_manifest(target: Path, known: Known) -> BinaryIO | None:
    """The manifest that is *known*, opened: whoever laid it there is this user."""
    if (
        known.manifest is None
        or not known.chapters
        or target.is_symlink()
        or known.manifest != row_of(target / MANIFEST)
    ):
        return None
    try:
        file = (target / MANIFEST).open("rb")
    except OSError:
        return None  # who reads it says why
    if row_as(MANIFEST, os.fstat(file.fileno())) != known.manifest:
        file.close()  # another build took its place just now
        return None
    return file


def _believed(target: Path) -> Manifest:
    """What stands in *target*; of a website that came with a repository the names alone: others wrote its bytes."""
    found = manifest_of(target)
    if found.files and came_along(target.parent, target.name):
        return replace(found, files=dict.fromkeys(found.files, ""), inputs="")
    return found


class _Lines:
    """Gives the lines of a chapter of an opened manifest."""

    def __init__(self, file: BinaryIO, known: Known) -> None:
        self._file = file
        self._places = {one.name: (at, size) for one, at, size in known.chapters}

    def __call__(self, chapter: Chapter) -> bytes:
        at, size = self._places[chapter.name]
        self._file.seek(at)
        lines = self._file.read(size)
        if hashlib.blake2b(lines, digest_size=12).hexdigest() != chapter.digest:
            raise _damaged(self._file.name)
        return lines


def _damaged(path: str) -> OutputError:
    return OutputError(
        say("'{path}' was changed by somebody else", path=path),
        say("remove the folder and build again"),
    )


@immutable
class Turn:
    """How an edition differs from the former one.

    Args:
        changed: files that are new or others.
        gone: paths of those that are no more.
        behind: paths of all that the former one lacks; not all of them where they are more than half of its files.
        folders: in which it differs.
    """

    changed: int
    gone: Sequence[str]
    behind: Sequence[str]
    folders: frozenset[str]


def compared(shelf: Shelf, chapters: Sequence[Listed]) -> Turn:
    """How an edition of *chapters* differs from what stands rightly on *shelf*; chapters that stayed are not read."""
    files = sum(one.chapter.files for one in chapters)
    behind, folders = sorted(shelf.wrong), {folder_of(path) for path in shelf.wrong}
    gone: set[str] = set() if shelf.split else set(shelf.every())
    came: set[str] = set()
    changed = 0
    for one in chapters:
        if shelf.split and shelf.whole(one.chapter):
            continue
        new = files_in(one.lines())
        old = shelf.of(one.chapter.name if shelf.split else TOP, new)
        others = [path for path, digest in new.items() if old.get(path) != digest]
        changed += len(others)
        folders.update(map(folder_of, others))
        if 2 * len(behind) <= files:
            behind += others
        if shelf.split:
            gone |= old.keys() - new.keys()
            came.update(path for path in others if path not in old)
        else:
            gone -= new.keys()
    listed = {one.chapter.name for one in chapters}
    for name in shelf.chapters:
        if shelf.split and name not in listed:
            gone |= shelf.of(name).keys()
    left = sorted(gone - came)
    return Turn(changed, left, [*behind, *left], frozenset({*folders, *map(folder_of, left)}))


def files_by_folder(chapters: Iterable[Chapter]) -> Counter[str]:
    """How many files each folder holds."""
    held: Counter[str] = Counter()
    for one in chapters:
        held.update(one.folders)
    return held
