"""One look at the folder of a website: what the system says of its files, without reading them.

Size, time of the last writing and number of a file are others once it is written to or replaced. So a folder of
which the system says what it said when stratkit had filled it holds what stratkit wrote.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST
from stratkit.site.writing.listing import chapter_as_json, chapter_in, folder_of, with_parents
from stratkit.site.writing.manifest import Places
from stratkit.source.cache import CacheFolder, file_name, now_in, settled
from stratkit.source.plain_json import plain_json

FORMAT = "site-look/2"
_FOLDER = -1
"""What stands for the size of a folder: of folders the name alone counts."""

Row = tuple[str, int, int, int]
"""Name, size, time of the last writing and number of a file."""
Stamp = tuple[int, int]
"""Time of the last change and number of a folder."""


@immutable
class Known:
    """What the system said of a website when it was right.

    Args:
        manifest: of its manifest.
        inputs: digest of all that it is made of.
        files: how many there are.
        folders: digest of what it said of the files in each folder; empty for those that had just been written to.
        chapters: where the manifest lists which files; none if nobody knows.
        foreign: paths of what in it is not of stratkit.
    """

    manifest: Row | None = None
    inputs: str = ""
    files: int = 0
    folders: Mapping[str, str] = field(default_factory=dict)
    chapters: Places = ()
    foreign: tuple[str, ...] = ()


@immutable
class Glance:
    """What was seen at one look.

    Args:
        intact: folders of which the system says what it said before.
        stamps: what it said of each folder itself before its files were looked at.
        looked: when, by its clock.
    """

    intact: frozenset[str] = frozenset()
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    looked: int | None = None

    def lists_the_same(self, site: Path, folder: str) -> bool:
        """Whether the intact *folder* holds the same names now: nothing came and nothing went since."""
        stamp = self.stamps.get(folder)
        if folder not in self.intact or stamp is None or self.looked is None:
            return False
        return stamp == stamp_of(site / folder) and settled(stamp[0], self.looked)


UNKNOWN = Known()
"""Nothing is known."""
UNSEEN = Glance()
"""Nobody looked."""


@immutable
class Eye:
    """Remembers what the system said of a website.

    Args:
        cache: where that is kept; None: nothing is remembered.
        target: the folder of the website.
    """

    cache: CacheFolder | None
    target: Path

    def known(self) -> Known:
        """What it said when the website was right; nothing if nobody knows."""
        body = self.cache.get(self._name, FORMAT) if self.cache is not None else None
        try:
            return _read(plain_json(body)) if body is not None else UNKNOWN
        except (ValueError, TypeError, KeyError, AttributeError):
            return UNKNOWN  # written by something else

    def keep(self, right: Known, held: Mapping[str, int], former: Mapping[str, str]) -> None:
        """Remember what the system says now of a website that is right.

        Args:
            right: what is known but for the folders; the manifest is that of this edition, even if another one
                stands there by now.
            held: how many files of stratkit each folder holds.
            former: digests of folders that nobody has to look at again.
        """
        looked = now_in(self.target.parent) if self.cache is not None else None
        if self.cache is None or right.manifest is None or looked is None:
            return
        names = with_parents(held)
        listed = _Names.of(names, held, right.foreign)
        folders = {name: former[name] for name in names if name in former}
        top = os.fspath(self.target)
        for name in names - folders.keys():
            rows = rows_in(top, name)
            # What was written to just now could be written to again without the system saying anything else.
            sure = all(settled(written, looked) for _name, size, written, _number in rows if size != _FOLDER)
            folders[name] = digest_of_rows(rows) if sure and listed.agree(name, rows) else ""
        told = {
            "manifest": right.manifest,
            "inputs": right.inputs,
            "files": right.files,
            "folders": dict(sorted(folders.items())),
            "chapters": [[chapter_as_json(one), at, size] for one, at, size in right.chapters],
            "foreign": sorted(right.foreign),
        }
        self.cache.put(self._name, FORMAT, json.dumps(told).encode("utf-8", "surrogateescape"))

    @property
    def _name(self) -> str:
        return file_name(f"look/{os.fspath(self.target)}")


@immutable
class _Names:
    """What may stand in folders: how many files in each, and which folders."""

    files: Mapping[str, int]
    folders: frozenset[str]

    @classmethod
    def of(cls, ours: set[str], held: Mapping[str, int], foreign: Iterable[str]) -> _Names:
        files, folders = dict(held), set(ours)
        for path in foreign:
            if path in folders:
                continue
            root = foreign_root(path, ours)
            if root != path:
                folders.add(root)
            else:
                files[folder_of(path)] = files.get(folder_of(path), 0) + 1
        return cls(files, frozenset(folders))

    def agree(self, folder: str, rows: Iterable[Row]) -> bool:
        """Whether *rows* are of just these files and folders; an empty folder of somebody else is never sure."""
        prefix = f"{folder}/" if folder else ""
        count = 0
        for name, size, _written, _number in rows:
            if size != _FOLDER:
                count += 1
            elif prefix + name not in self.folders:
                return False
        return count == self.files.get(folder, 0)


def foreign_root(path: str, ours: frozenset[str] | set[str]) -> str:
    """The highest folder above *path* that is none of *ours*; *path* itself if it stands in one of them."""
    while folder_of(path) not in ours:
        path = folder_of(path)
    return path


def _read(told: Any) -> Known:
    chapters = tuple((chapter_in(one), int(at), int(size)) for one, at, size in told["chapters"])
    return Known(
        manifest=row_in(told["manifest"]),
        inputs=str(told["inputs"]),
        files=int(told["files"]),
        folders={str(path): str(digest) for path, digest in told["folders"].items()},
        chapters=chapters,
        foreign=tuple(str(path) for path in told["foreign"]),
    )


def row_of(path: Path) -> Row | None:
    """What the system says of one file; None if there is none."""
    try:
        return row_as(path.name, path.lstat())
    except OSError:
        return None


def row_in(told: Any) -> Row:
    """What the system said of a file, as it was written down.

    Raises:
        ValueError: something else was written down.
        TypeError: the same.
    """
    name, size, written, number = told
    return str(name), int(size), int(written), int(number)


def row_as(name: str, status: os.stat_result) -> Row:
    """What the system says of the file *name*."""
    return name, status.st_size, status.st_mtime_ns, status.st_ino


def stamp_of(folder: Path | str) -> Stamp | None:
    """What the system says of a folder itself: it is another once a name in it comes or goes; None if it is not there."""
    try:
        status = os.lstat(folder)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def rows_in(site: str, folder: str) -> list[Row]:
    """All that stands in a folder, sorted; the manifest has a row of its own. Nothing where there is no folder."""
    try:
        with os.scandir(f"{site}/{folder}") as entries:
            return sorted(
                (entry.name, _FOLDER, 0, 0)
                if entry.is_dir(follow_symlinks=False)
                else row_as(entry.name, entry.stat(follow_symlinks=False))
                for entry in entries
                if folder or entry.name != MANIFEST
            )
    except OSError:
        return []  # it is gone, or no folder, or may not be looked into: not what it was


def digest_of_rows(rows: Iterable[Row]) -> str:
    """A digest of what the system says of the files of a folder."""
    return hashlib.blake2b(repr(list(rows)).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
