"""One look at the folder of a website: what the system says of its files, without reading them.

Size, time of the last writing and number of a file are others once it is written to or replaced. So a folder of
which the system says what it said when stratkit had filled it holds what stratkit wrote.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stratkit.site.file import MANIFEST
from stratkit.source.cache import CacheFolder, file_name, now_in, settled
from stratkit.source.plain_json import plain_json

_FORMAT = "site-look/1"

Row = tuple[str, int, int, int]
"""Name, size, time of the last writing and number of a file."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the system said of a website when it was right.

    Args:
        manifest: of its manifest.
        inputs: digest of all that it is made of.
        files: how many there are.
        folders: digest of what it said of the files in each folder.
        whole: it said something of all folders; otherwise some had just been written to.
    """

    manifest: Row | None = None
    inputs: str = ""
    files: int = 0
    folders: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False

    def intact(self, site: Path) -> frozenset[str]:
        """Those of the folders of which the system says the same now."""
        if self.manifest is None or self.manifest != row_of(site / MANIFEST):
            return frozenset()
        return frozenset(name for name, said in self.folders.items() if _digest(_rows(site, name)) == said)


@dataclass(frozen=True, slots=True)
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
        body = self.cache.get(self._name, _FORMAT) if self.cache is not None else None
        try:
            return _read(plain_json(body)) if body is not None else Known()
        except (ValueError, TypeError, KeyError):
            return Known()  # written by something else

    def keep(self, manifest: Row | None, inputs: str, files: Iterable[str], former: Mapping[str, str]) -> None:
        """Remember what the system says now, when the website is right.

        Args:
            manifest: what it says of the manifest: of this edition, even if another one stands there by now.
            inputs: digest of all that the website is made of.
            files: paths of all its files.
            former: digests of folders that nobody has to look at again.
        """
        looked = now_in(self.target.parent) if self.cache is not None else None
        if self.cache is None or manifest is None or looked is None:
            return
        counted = list(files)
        names = {path.rpartition("/")[0] for path in counted}
        folders = {name: former[name] for name in names if name in former}
        for name in names - folders.keys():
            rows = _rows(self.target, name)
            # What was written to just now could be written to again without the system saying anything else.
            if all(settled(written, looked) for _name, _size, written, _number in rows):
                folders[name] = _digest(rows)
        told = {
            "manifest": manifest,
            "inputs": inputs,
            "files": len(counted),
            "whole": len(folders) == len(names),
            "folders": dict(sorted(folders.items())),
        }
        self.cache.put(self._name, _FORMAT, json.dumps(told).encode("utf-8", "surrogateescape"))

    @property
    def _name(self) -> str:
        return file_name(f"look/{os.fspath(self.target)}")


def _read(told: Any) -> Known:
    folders = {str(path): str(digest) for path, digest in told["folders"].items()}
    manifest = row_in(told["manifest"])
    return Known(manifest, str(told["inputs"]), int(told["files"]), folders, told["whole"] is True)


def row_of(path: Path) -> Row | None:
    """What the system says of one file; None if there is none."""
    try:
        return _row(path.name, path.lstat())
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


def _row(name: str, status: os.stat_result) -> Row:
    return name, status.st_size, status.st_mtime_ns, status.st_ino


def _rows(site: Path, folder: str) -> list[Row]:
    """All that is no folder in a folder, sorted; the manifest has a row of its own. Nothing where there is no folder."""
    try:
        with os.scandir(site / folder) as entries:
            return sorted(
                _row(entry.name, entry.stat(follow_symlinks=False))
                for entry in entries
                if not entry.is_dir(follow_symlinks=False) and entry.name != MANIFEST
            )
    except OSError:
        return []  # it is gone, or no folder, or may not be looked into: not what it was


def _digest(rows: Iterable[Row]) -> str:
    return hashlib.blake2b(repr(list(rows)).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def foreign(site: Path, ours: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """What stands in *site* and is not among *ours*, the paths of files; with whether it is an empty folder."""
    known = frozenset(ours)
    folders_of_ours = {path.rpartition("/")[0] for path in known}
    waiting = [""]
    while waiting:
        here = waiting.pop()
        prefix = f"{here}/" if here else ""
        with os.scandir(site / here) as entries:
            listed = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
        for name, is_folder in sorted(listed):
            if is_folder:
                waiting.append(prefix + name)
            elif prefix + name not in known:
                yield prefix + name, False
        if not listed and here and here not in folders_of_ours:
            yield here, True
