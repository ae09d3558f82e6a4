"""What was worked out before, kept in a folder beside the files: to be had again at any time, only later.

Nothing here can do harm but to what is shown: entries are bytes with a key and a checksum, and whoever reads
them runs nothing. A cache that is damaged, of another version or cannot be written costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path

from stratkit.source.plain_json import plain_json
from stratkit.source.tree import FolderTree
from stratkit.source.write import clear_remains, put_in_place

_MAGIC = b"stratkit.cache/1"
_RECORD = "files"
_EXACT, _COARSE = 50_000_000, 2_000_000_000
"""Nanoseconds by which a change may be later than the system says: usually, and on systems that count seconds."""
_SECOND = 1_000_000_000


class CacheFolder:
    """Entries by name, each good for one key.

    Args:
        folder: where they are; it is made when the first one is written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cleared = False

    def get(self, name: str, key: str) -> bytes | None:
        """What was put under *name* for *key*; None if it is not there, is for another key or is damaged."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None  # there is none, or it cannot be read: it is worked out anew
        head, _, body = data.partition(b"\n")
        return body if head == _head(key, body) else None

    def holds(self, name: str, key: str) -> bool:
        """Whether something was put under *name* for *key*; that it is whole shows only when it is had."""
        head = b" ".join((_MAGIC, key.encode(), b""))
        try:
            with FileIO(self.folder / name) as file:
                return file.read(len(head)) == head
        except OSError:
            return False

    def put(self, name: str, key: str, body: bytes) -> bool:
        """Keep *body* under *name* for *key*, in one step; where it cannot be written it is not kept, which is said."""
        with suppress(OSError):  # a full disk or a folder of somebody else: the next run takes as long as this one
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / ".gitignore").write_text("*\n")
            if not self._cleared:
                clear_remains(self.folder)
                self._cleared = True
            put_in_place(self.folder / name, _head(key, body) + b"\n" + body)
            return True
        return False

    def now(self) -> int | None:
        """The time by the clock of the file system, in nanoseconds; None if nothing can be written."""
        return now_in(self.folder)


def _head(key: str, body: bytes) -> bytes:
    return b" ".join((_MAGIC, key.encode(), hashlib.sha256(body).hexdigest().encode()))


def file_name(name: str) -> str:
    """A name for an entry that stands for *name*, whatever signs that holds."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:20]


def alien(folder: Path) -> bool:
    """Whether *folder* stands there and is the work of another user of this machine."""
    return sys.platform != "win32" and folder.is_dir() and folder.stat().st_uid != os.geteuid()


class Digests:
    """Digests of the files of each top folder of a tree; files that did not change are not read.

    Args:
        tree: the files.
        folders: the paths of each folder; the folder with the empty name holds what stands apart.
        cache: remembers what the system said of the files; without it they are read each time.
    """

    def __init__(self, tree: FolderTree, folders: Mapping[str, Iterable[str]], cache: CacheFolder | None) -> None:
        self.tree = tree
        self.folders = folders
        self.cache = cache
        self._stamps = {name: tree.stamp(tuple(paths)) for name, paths in folders.items()}
        self._record = _record_in(cache)
        self._fresh: dict[str, str] = {}

    def sure(self, folder: str) -> str | None:
        """The digest of *folder* as it was found before, if no file in it changed since."""
        stamp, digest = self._record.get(folder, ("", None))
        return digest if stamp == self._stamps[folder] else None

    def digest(self, folder: str) -> str:
        """The digest of *folder*; its files are read only if nobody knows it."""
        sure = self.sure(folder)
        if sure is not None:
            return sure
        digest = content_digest(self.folders[folder], self.tree.read)
        self.found(folder, digest)
        return digest

    def found(self, folder: str, digest: str) -> None:
        """Take note that the files of *folder*, as they are read now, have this digest."""
        self._fresh[folder] = digest

    def remember(self) -> None:
        """Write down what was found, if it is news."""
        if self.cache is None or not self._fresh:
            return
        by_file_system = self.cache.now()
        if by_file_system is None:
            return
        looked = self.tree.looked + by_file_system - time.time_ns()
        record = {name: [stamp, digest] for name, (stamp, digest) in self._record.items() if name in self.folders}
        for folder, digest in self._fresh.items():
            if self._settled(folder, looked):
                record[folder] = [self._stamps[folder], digest]
            else:
                record.pop(folder, None)
        self.cache.put(_RECORD, _RECORD, json.dumps(record).encode())

    def _settled(self, folder: str, looked: int) -> bool:
        """Whether a later change of a file would show.

        A file written to twice within one tick of the clock looks the same after the first time and after
        the second: what was written to just before it was looked at is read again next time, as git does it.
        """
        for path in self.folders[folder]:
            _size, written, _number, changed = self.tree.stamps[path]
            if not settled(max(written, changed), looked):
                return False
        return True


def opened_before(cache: CacheFolder | None) -> dict[str, str]:
    """What :class:`~stratkit.source.tree.FolderTree` takes: what the system said of top folders that were read."""
    return {name: stamp for name, (stamp, _digest) in _record_in(cache).items()}


def _record_in(cache: CacheFolder | None) -> dict[str, tuple[str, str]]:
    body = cache.get(_RECORD, _RECORD) if cache is not None else None
    if body is None:
        return {}
    try:
        return {str(name): (str(stamp), str(digest)) for name, (stamp, digest) in plain_json(body).items()}
    except (ValueError, AttributeError, TypeError):
        return {}  # written by something else


def now_in(folder: Path) -> int | None:
    """The time by the clock of the file system of *folder*, in nanoseconds; None if nothing can be written there."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            return os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return None


def settled(latest: int, looked: int) -> bool:
    """Whether a file last changed at *latest* and looked at at *looked*, in nanoseconds, shows every later change."""
    return latest < looked - (_EXACT if latest % _SECOND else _COARSE)


def digest_of(*parts: str) -> str:
    """A digest of texts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def content_digest(paths: Iterable[str], read: Callable[[str], bytes]) -> str:
    """A digest of files: their paths and their bytes."""
    digest = hashlib.sha256()
    for path in paths:
        data = read(path)
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()
