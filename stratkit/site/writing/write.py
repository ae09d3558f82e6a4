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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError, reason_of
from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST
from stratkit.site.writing.former import Former, compared, files_by_folder, former_in, seen_now
from stratkit.site.writing.listing import TOP, Listed, listed
from stratkit.site.writing.look import Eye, Known, row_of
from stratkit.site.writing.manifest import Manifest, Places, add_chapters, manifest_head
from stratkit.site.writing.shelf import Shelf, link_all
from stratkit.site.writing.sight import Sight, look_at
from stratkit.site.writing.spare import Spare, lay_note, remove, spare_in, take_out_note, worth
from stratkit.site.writing.staging import alone, aside, spare_place, staging
from stratkit.site.writing.strangers import foreign
from stratkit.source.cache import CacheFolder

_SCRATCH = ".stratkit-scratch"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_FULL = (errno.ENOSPC, errno.EDQUOT)


@immutable
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
        former: the website whose place it will take.
        write: writes one file.
        published: what is known of this edition once it took its place.
        touched: folders in which it differs from the former one.
        behind: what the former edition, which lies in the folder then, lacks of this one, and what in it is foreign.
    """

    target: Path
    folder: Path
    former: Former
    write: Writer
    published: Known | None = None
    touched: frozenset[str] = frozenset()
    behind: tuple[Sequence[str], Sequence[str]] | None = None
    _top: Mapping[str, str] | None = None

    @property
    def shelf(self) -> Shelf:
        """What stands in the folder from the former edition."""
        return self.former.shelf

    @property
    def top(self) -> Mapping[str, str]:
        """Hashes of what stands above the regions, by path."""
        if self._top is None:
            self._top = self.shelf.of(TOP)
        return self._top

    def put(self, path: str, data: bytes) -> str:
        """Let *data* stand at *path*, above the regions, and give its hash."""
        return put(self.folder, path, data, self.top.get(path), self.write)

    def scratch(self, name: str) -> Path:
        """Where something can be written that is no part of the edition; it is gone once that takes its place."""
        folder = self.folder / _SCRATCH
        folder.mkdir(exist_ok=True)
        return folder / name

    def publish(self, manifest: Manifest, parts: Sequence[Listed] = ()) -> Written:
        """Let the edition, whose files were all put, take its place.

        Args:
            manifest: what it says of itself.
            parts: the files in chapters; without any they are those that *manifest* names.

        Raises:
            OutputError: a file of somebody else stands in the way.
        """
        chapters = parts or (listed(TOP, manifest.files),)
        turn = compared(self.shelf, chapters)
        for path in turn.gone:
            remove(self.folder, path)
        places = self._write_manifest(manifest, chapters)
        shutil.rmtree(self.folder / _SCRATCH, ignore_errors=True)
        row = row_of(self.folder / MANIFEST)
        with alone(self.target):
            # Another build may have ended meanwhile: what is foreign is known only now.
            same = row_of(self.target / MANIFEST) == self.former.row
            carried = _carry_over(self.target, self.folder, self.former if same else seen_now(self.target))
            exchanged = _switch(self.folder, self.target)
        files = sum(one.chapter.files for one in chapters)
        self.published = Known(row, manifest.inputs, files, chapters=places, foreign=tuple(carried))
        self.touched = turn.folders
        if exchanged and same:
            self.behind = turn.behind, carried
        return Written(files, turn.changed, len(turn.gone))

    def _write_manifest(self, manifest: Manifest, chapters: Iterable[Listed]) -> Places:
        put(self.folder, MANIFEST, manifest_head(manifest), None, self.write)
        return add_chapters(self.folder / MANIFEST, chapters)


@contextmanager
def drafted(
    target: Path, write: Writer = write_file, cache: CacheFolder | None = None, sight: Sight | None = None
) -> Iterator[Draft]:
    """A draft of the next edition of the website in *target*, in which all stands that stood there rightly.

    Args:
        target: the folder of the website.
        write: writes one file.
        cache: remembers what the system said of the files, so that they need not be read.
        sight: looks at them already.

    Raises:
        OutputError: the folder belongs to somebody else, or cannot be written.
    """
    target = absolute(target)
    eye = Eye(cache, target)
    with former_in(sight or look_at(target, eye.known())) as former:
        try:
            with _staged(former, reuse=cache is not None) as fresh:
                draft = Draft(target, fresh, former, write)
                yield draft
                if draft.published is not None and draft.behind is not None and cache is not None:
                    _lay_aside(draft, draft.published, *draft.behind)
        except OSError as error:
            raise _cannot(target, error) from error
        if draft.published is not None:
            known, intact = former.known, former.glance.intact - draft.touched
            held = files_by_folder(one for one, _at, _size in draft.published.chapters)
            eye.keep(draft.published, held, {name: known.folders[name] for name in intact})


@contextmanager
def _staged(former: Former, *, reuse: bool) -> Iterator[Path]:
    """The folder in which the next edition grows, with all in it that stands rightly in the former one."""
    spares: list[Spare] = []

    def usable(folder: Path) -> bool:
        found = spare_in(folder, former.shelf.target) if reuse else None
        spares.extend([found] if found is not None else [])
        return found is not None

    with staging(former.shelf.target, usable) as fresh:
        if spares:
            take_out_note(fresh)
            spares[0].catch_up(fresh, former.shelf)
        else:
            link_all(former.shelf, fresh)
        yield fresh


def _lay_aside(draft: Draft, now: Known, behind: Sequence[str], carried: Iterable[str]) -> None:
    """Keep the former edition for the next build if that is worth it."""
    if not worth(now.files, len(behind)) or now.manifest is None:
        return
    with suppress(OSError):  # without room or leave for it the next build links everything again
        lay_note(draft.folder, now.manifest, behind, carried, draft.shelf.folders)
        with alone(draft.target):
            place = spare_place(draft.target)
            if row_of(draft.target / MANIFEST) == now.manifest and not place.exists():
                draft.folder.rename(place)


def seen(target: Path, cache: CacheFolder | None) -> Sight:
    """Begin to look at what stands in *target*; *cache* remembers what the system said of it."""
    target = absolute(target)
    return look_at(target, Eye(cache, target).known())


def standing(target: Path, inputs: str, cache: CacheFolder | None = None, sight: Sight | None = None) -> int | None:
    """How many files the website in *target* has if it was made of *inputs* and is whole; None otherwise.

    Args:
        target: the folder of the website.
        inputs: digest of all that it should be made of.
        cache: remembers what the system said of the files, so that they need not be read.
        sight: looks at them already.

    Raises:
        OutputError: the folder belongs to somebody else.
    """
    target = absolute(target)
    sight = sight or seen(target, cache)
    known = sight.known
    if not inputs or (known.manifest is not None and known.inputs != inputs and sight.stamps):
        return None
    with former_in(sight) as former:
        if former.inputs != inputs or former.shelf.wrong:
            return None
        intact = former.glance.intact
        if len(intact) < len(former.shelf.folders):
            foreign_now = tuple(path for path, _empty in foreign(former.shelf, former.glance, known.foreign))
            now = replace(known, manifest=former.row, inputs=inputs, files=former.shelf.files, foreign=foreign_now)
            held = files_by_folder(former.shelf.chapters.values())
            Eye(cache, target).keep(now, held, {name: known.folders[name] for name in intact})
        return former.shelf.files


def absolute(target: Path) -> Path:
    """With a name and a parent, whatever ``.`` and ``..`` it was given as; links are not followed."""
    return Path(os.path.abspath(target))  # noqa: PTH100 - resolve() follows links


def _cannot(target: Path, error: OSError) -> OutputError:
    reason = reason_of(error)
    hint = say("free some space and build again; the former website is untouched") if error.errno in _FULL else None
    return OutputError(say("'{path}' cannot be written: {reason}", path=str(target), reason=reason), hint)


def _carry_over(target: Path, fresh: Path, former: Former) -> list[str]:
    """Files and folders in the website that stratkit did not write stay there; which they are."""
    carried: list[str] = []
    if not target.is_dir():
        return carried
    for path, is_empty_folder in foreign(former.shelf, former.glance, former.known.foreign):
        carried.append(path)
        if is_empty_folder:
            (fresh / path).mkdir(parents=True, exist_ok=True)
        elif not (fresh / path).exists():
            _keep(target / path, fresh / path)
        elif former.sure:
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
