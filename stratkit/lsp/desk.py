"""One workspace with the texts that are open in the editor, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from stratkit.diagnostics import Diagnostic
from stratkit.lint.engine import judge
from stratkit.load import Known, load_workspace
from stratkit.lsp.index import Index, Mention, mentions
from stratkit.lsp.lines import Lines, Units
from stratkit.model.linked import Workspace
from stratkit.source import FolderTree, Locator, Tree, parse
from stratkit.source.overlay import OverlayTree
from stratkit.source.parsed import Pointer

_SPARE = 2
"""Findings of files are forgotten when more than this many times the files of the workspace are known."""


@dataclass(frozen=True)
class State:
    """What the workspace is at one moment.

    Args:
        tree: the files with the open texts laid over them.
        workspace: as it is loaded from them.
        steady: the same, with the last readable content of the files that cannot be used now: a
            name does not vanish from completion because its file is being typed in.
        index: where ids are mentioned.
        units: measures text in the encoding of the editor.
        today: the day on which waivers of findings are judged; None: they hold for good.
        unreadable: files that are no YAML at the moment.
    """

    tree: Tree
    workspace: Workspace
    steady: Workspace
    index: Index
    units: Units
    today: date | None = None
    unreadable: tuple[str, ...] = ()

    @cached_property
    def locator(self) -> Locator:
        """Finds lines and columns."""
        return Locator(self.tree.read)

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything that is wrong and that nobody lets pass.

        Raises:
            ConfigError: the settings of the workspace make no sense.
        """
        return list(judge(self.workspace, self.locator, today=self.today).findings)

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        return {}

    def lines(self, path: str) -> Lines:
        """The lines of the file *path*."""
        if path not in self._lines:
            self._lines[path] = Lines(self.tree.read(path), self.units)
        return self._lines[path]

    def reach(self, path: str, pointer: Pointer) -> tuple[int, int] | None:
        """The offsets between which the value at *pointer* stands; None if there is none (any more)."""
        span = self.locator.positions(path).values.get(pointer)
        return self.lines(path).span(span) if span is not None else None

    def mention_at(self, path: str, offset: int) -> Mention | None:
        """The id that stands at *offset*."""
        for one in self.index.by_path.get(path, ()):
            reach = self.reach(path, one.origin.pointer)
            if reach is not None and reach[0] <= offset <= reach[1]:
                return one
        return None


class Desk:
    """A workspace that is being edited.

    Args:
        root: its folder.
        units: measures text in the encoding of the editor.
        today: tells the day.
    """

    def __init__(self, root: Path, units: Units, today: Callable[[], date | None] = lambda: None) -> None:
        self.root = root
        self.units = units
        self.today = today
        self._texts: dict[str, bytes] = {}
        self._disk: FolderTree | None = None
        self._state: State | None = None
        self._known: Known = {}
        self._read: dict[str, tuple[bytes, tuple[Mention, ...], bool]] = {}
        self._usable: dict[str, bytes] = {}

    def put(self, path: str, text: str) -> None:
        """The editor holds *text* for the file *path*."""
        # Half of a surrogate pair is no text; the reader says so, as it would of the file.
        self._texts[path] = text.encode("utf-8", "surrogatepass")
        self._state = None

    def drop(self, path: str) -> None:
        """The editor no longer holds the file *path*."""
        self._texts.pop(path, None)
        self.look_again()

    def look_again(self) -> None:
        """Something changed on disk."""
        self._disk = self._state = None

    @property
    def state(self) -> State:
        """What the workspace is now; files that did not change are not read again.

        Raises:
            SourceError: it is no workspace any more.
        """
        if self._state is None:
            if self._disk is None:
                self._disk = FolderTree(self.root)
            self._state = self._make(OverlayTree(self._disk, dict(self._texts)))
        return self._state

    def _make(self, tree: Tree) -> State:
        workspace = load_workspace(tree, known=self._known)
        index, unreadable = self._index(tree)
        steady = self._steady(tree, workspace)
        self._forget(tree)
        return State(tree, workspace, steady, index, self.units, self.today(), unreadable)

    def _steady(self, tree: Tree, workspace: Workspace) -> Workspace:
        unread = frozenset(workspace.unread)
        self._usable = {
            path: data
            for path in tree.paths
            if (data := self._usable.get(path) if path in unread else tree.read(path)) is not None
        }
        former = {path: self._usable[path] for path in unread if path in self._usable}
        return load_workspace(OverlayTree(tree, former), known=self._known) if former else workspace

    def _index(self, tree: Tree) -> tuple[Index, tuple[str, ...]]:
        """The mentions of all files; of a file that is no YAML now, those that it had."""
        fresh: dict[str, tuple[bytes, tuple[Mention, ...], bool]] = {}
        for path in tree.paths:
            data = tree.read(path)
            before = self._read.get(path)
            if before is not None and before[0] == data:
                fresh[path] = before
                continue
            value: Any = parse(data, path).value
            kept = before[1] if before is not None else ()
            fresh[path] = (data, tuple(mentions(value, path)) if value is not None else kept, value is not None)
        self._read = fresh
        found: Mapping[str, tuple[Mention, ...]] = {path: one[1] for path, one in fresh.items()}
        return Index(found), tuple(path for path, one in fresh.items() if not one[2])

    def _forget(self, tree: Tree) -> None:
        """Each keystroke makes a new content known; only the present ones and the last usable ones stay."""
        if len(self._known) <= _SPARE * len(tree.paths):
            return
        present = {(path, tree.read(path)) for path in tree.paths} | set(self._usable.items())
        self._known = {key: found for key, found in self._known.items() if key in present}
