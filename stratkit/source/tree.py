"""Where files come from: a folder on disk; :mod:`stratkit.source.git` reads them at a revision."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import time
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Protocol

from stratkit.diagnostics import Finding, Message, Severity, Span, say
from stratkit.diagnostics.errors import SourceError, reason_of
from stratkit.diagnostics.visible import visible
from stratkit.immutable import immutable
from stratkit.source.home import folders_in
from stratkit.source.problems import too_large

MAX_BYTES = 4 * 1024 * 1024
"""The longest file that is read."""

MAX_DEPTH = 32
"""Folders inside each other; files of strategies stand in the third at most."""

Stamp = tuple[int, int, int, int]
"""Size, time of the last writing, number and time of the last change of a file, as the system tells them."""


# Without waiting: what is a pipe by now has no writer.
_LOOK = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Tree(Protocol):
    """A set of files, each with a relative POSIX path."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All readable YAML files, sorted."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was passed over, and why."""

    def read(self, path: str) -> bytes:
        """The bytes of one file; empty if it can no longer be read."""


@dataclass(eq=False, repr=False)
class FolderTree:
    """The YAML files of a folder.

    Only regular files inside the folder are read: no device, no link that leads out of it,
    nothing larger than :data:`MAX_BYTES`.

    Args:
        root: the folder.
        opened: digests of the stamps of top folders of which every file could be opened before: whether a file may
            be read shows only when it is opened, and it is opened again only if something is other than it was.
        only: the top folders that are looked through besides the files at the top; None: all.

    Raises:
        SourceError: the folder does not exist.
    """

    root: Path
    opened: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] | None = None
    paths: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    looked: int = 0
    """When the folder was looked through, in nanoseconds of the clock of this machine."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """What the system says of each file: it says something else once the file is written to."""
    _cache: dict[str, bytes] = field(default_factory=dict)
    _digests: dict[tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.root.is_dir():
            raise SourceError(
                say("there is no folder '{path}'", path=str(self.root)),
                say("name the folder with the strategies: stratkit -C FOLDER …"),
            )
        self.looked = time.time_ns()
        walk = _Walk(str(self.root.resolve()), self.only)
        walk.folder(walk.root, "")
        self.stamps = walk.stamps
        listed = sorted(walk.stamps)
        for folder, own in folders_in(listed):
            if not folder or folder not in self.opened or self.opened[folder] != self.stamp(own):
                walk.open(own)
        self.paths = tuple(listed if len(listed) == len(walk.stamps) else sorted(walk.stamps))
        self.findings = tuple(sorted(walk.found, key=lambda one: one.place.path))

    def read(self, path: str) -> bytes:
        """The bytes of *path*, read once; empty if there is no such file (any more) or it was passed over."""
        if path not in self.stamps:
            return b""  # a device or a link out of the folder is not opened even to show a line of it
        if path not in self._cache:
            try:
                self._cache[path] = self._bytes(path)
            except FileNotFoundError:
                return b""
        return self._cache[path]

    def _bytes(self, path: str) -> bytes:
        size = self.stamps[path][0]
        # A path as text, and neither object nor buffer: of a small file, opening it would take longer than reading it.
        file = os.open(f"{self.root}{os.sep}{path}", _READ)
        try:
            data = os.read(file, size + 1)
            while len(data) != size and len(data) <= MAX_BYTES:  # written to since the folder was looked through
                more = os.read(file, MAX_BYTES + 1 - len(data))
                if not more:
                    break
                data += more
        finally:
            os.close(file)
        return data

    def within(self, paths: Iterable[str]) -> FolderTree:
        """The same folder as it was looked through, of which only *paths* are known: little enough to be sent."""
        own = tuple(sorted(paths))
        stamps = {path: self.stamps[path] for path in own}
        part = copy(self)  # made anew it would look through the folder again
        vars(part).update(paths=own, stamps=stamps, opened={}, _cache={}, _digests={})
        return part

    def stamp(self, paths: tuple[str, ...]) -> str:
        """A digest of what the system says of *paths*; worked out once."""
        if paths not in self._digests:
            digest = hashlib.sha256("\0".join((*paths, "")).encode("utf-8", "surrogateescape"))
            numbers = list(chain.from_iterable([self.stamps[path] for path in paths]))
            try:
                digest.update(struct.pack(f"<{len(numbers)}q", *numbers))  # a text takes ten times as long
            except struct.error:  # a system that counts further than others
                digest.update(" ".join(map(str, numbers)).encode())
            self._digests[paths] = digest.hexdigest()
        return self._digests[paths]

    def forget(self, paths: Iterable[str]) -> None:
        """Let go of what was read of *paths*: it is read again when it is asked for again."""
        for path in paths:
            self._cache.pop(path, None)


@immutable
class NarrowTree:
    """Another tree without some of its top folders: what nobody asked for is not read."""

    tree: Tree
    left_out: frozenset[str]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of the other tree outside the folders left out."""
        return tuple(path for path in self.tree.paths if path.partition("/")[0] not in self.left_out)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the other tree passed over."""
        return self.tree.findings

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return self.tree.read(path)


class _Walk:
    """One look through a folder: the files that may be read, and what was passed over."""

    def __init__(self, root: str, only: frozenset[str] | None) -> None:
        self.root = root
        self.only = only
        self.found: list[Finding] = []
        self.stamps: dict[str, Stamp] = {}

    def open(self, paths: Iterable[str]) -> None:
        """Leave out those of *paths* that may not be read."""
        for path in paths:
            try:
                os.close(os.open(f"{self.root}/{path}", _LOOK))
            except OSError as error:
                del self.stamps[path]
                self.found.append(_unreadable(path, error))

    def folder(self, folder: str, prefix: str) -> None:
        """Look through *folder*, whose paths begin with *prefix*."""
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            self.found.append(_unreadable(prefix, error))
            return
        deep = prefix.count("/") > MAX_DEPTH
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if not is_folder and not name.endswith((".yaml", ".yml")):
                continue
            if is_folder and not prefix and self.only is not None and name not in self.only:
                continue
            # There are thousands, and hardly one of them is unfit.
            refusal = unfit(prefix + name) if deep or not name.isprintable() else None
            if refusal is not None:
                self.found.append(refusal)
            elif is_folder:
                self.folder(entry.path, f"{prefix}{name}/")
            else:
                try:
                    self._file(entry, prefix + name)
                except OSError as error:
                    self.found.append(_unreadable(prefix + name, error))

    def _file(self, entry: os.DirEntry[str], path: str) -> None:
        # Not Path.resolve(): links in a circle make it raise something else than OSError.
        if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(self.root):
            self.found.append(passed_over(path, say("the link leads out of the folder of strategies")))
            return
        status = entry.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            self.found.append(passed_over(path, say("this is not a regular file")))
        elif size > MAX_BYTES:
            self.found.append(too_large(path, size))
        else:
            self.stamps[path] = (size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)


def _unreadable(path: str, error: OSError) -> Finding:
    return passed_over(path, say("the file cannot be read: {reason}", reason=reason_of(error)))


def unfit(path: str) -> Finding | None:
    """Why a file or folder cannot be read because of what its path is; None if it can."""
    if visible(path) != path:  # such a name ends lines or leads terminals, or no report can hold it
        return passed_over(visible(path), say("the name holds control characters, or is not UTF-8"))
    if path.count("/") > MAX_DEPTH:
        return passed_over(path, say("the folder is nested too deeply"))
    return None


def passed_over(path: str, message: Message) -> Finding:
    """A file that was not read, and why."""
    return Finding(Span(path), message, say("it was passed over"), severity=Severity.WARNING, code="SRC001")
