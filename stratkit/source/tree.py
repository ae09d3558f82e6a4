"""Where files come from: a folder on disk; :mod:`stratkit.source.git` reads them at a revision."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from stratkit.diagnostics import Finding, Message, Severity, Span, say
from stratkit.diagnostics.errors import SourceError
from stratkit.source.problems import too_large
from stratkit.source.reader import MAX_BYTES


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


@dataclass
class FolderTree:
    """The YAML files of a folder.

    Only regular files inside the folder are read: no device, no link that leads out of it,
    nothing larger than :data:`stratkit.source.reader.MAX_BYTES`.

    Raises:
        SourceError: the folder does not exist.
    """

    root: Path
    paths: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    _readable: frozenset[str] = field(default=frozenset(), repr=False)
    _cache: dict[str, bytes] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not self.root.is_dir():
            raise SourceError(
                say("there is no folder '{path}'", path=str(self.root)),
                say("name the folder with the strategies: stratkit -C FOLDER …"),
            )
        found: list[Finding] = []
        real = self.root.resolve()
        self.paths = tuple(sorted(path for path in _walk(self.root, "", found) if _acceptable(real, path, found)))
        self._readable = frozenset(self.paths)
        self.findings = tuple(found)

    def read(self, path: str) -> bytes:
        """The bytes of *path*, read once; empty if there is no such file (any more) or it was passed over."""
        if path not in self._readable:
            return b""  # a device or a link out of the folder is not opened even to show a line of it
        if path not in self._cache:
            try:
                with (self.root / path).open("rb") as file:
                    self._cache[path] = file.read(MAX_BYTES + 1)
            except FileNotFoundError:
                return b""
        return self._cache[path]


@dataclass(frozen=True, slots=True)
class NarrowTree:
    """Another tree without some of its top folders: what nobody asked for is not read."""

    tree: Tree
    left_out: frozenset[str]

    @property
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


def _walk(folder: Path, prefix: str, found: list[Finding]) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        found.append(_unreadable(prefix, error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/", found)
        elif entry.name.endswith((".yaml", ".yml")):
            yield prefix + entry.name


def _acceptable(root: Path, path: str, found: list[Finding]) -> bool:
    target = root / path
    try:
        # Not Path.resolve(): links in a circle make it raise something else than OSError.
        if target.is_symlink() and not Path(os.path.realpath(target)).is_relative_to(root):
            found.append(passed_over(path, say("the link leads out of the folder of strategies")))
            return False
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):
            found.append(passed_over(path, say("this is not a regular file")))
            return False
        if status.st_size > MAX_BYTES:
            found.append(too_large(path, status.st_size))
            return False
        with target.open("rb"):
            return True
    except OSError as error:
        found.append(_unreadable(path, error))
        return False


def _unreadable(path: str, error: OSError) -> Finding:
    return passed_over(path, say("the file cannot be read: {reason}", reason=error.strerror or str(error)))


def passed_over(path: str, message: Message) -> Finding:
    """A file that was not read, and why."""
    return Finding(Span(path), message, say("it was passed over"), severity=Severity.WARNING, code="SRC001")
