"""The website as ``stratkit serve`` shows it: the last edition that was right, and what is wrong now.

A page is drawn when somebody looks at it: after an edit only that page is drawn anew, from data
that is always one whole edition.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from stratkit.diagnostics import Diagnostic, Message
from stratkit.diagnostics.errors import StratkitError
from stratkit.immutable import immutable
from stratkit.load import Known
from stratkit.site.options import SiteOptions
from stratkit.site.serving.showing import Edition, Showing, show
from stratkit.source import FolderTree
from stratkit.source.cache import CacheFolder
from stratkit.source.collector import uncollected


@immutable
class Problem:
    """Something that keeps the new edition from being shown."""

    place: str
    message: Message
    hint: Message | None = None


def problem_of(error: StratkitError) -> Problem:
    """What stands in the way when stratkit cannot go on."""
    return Problem("", error.message, error.hint)


@immutable
class State:
    """What is shown; ``stamp`` changes with each edition."""

    stamp: str
    edition: Edition | Showing
    problems: tuple[Problem, ...] = ()


@dataclass
class Live:
    """Holds the state and wakes those who wait for the next one."""

    state: State = field(default_factory=lambda: State("", Edition()))
    closed: bool = False
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def publish(self, edition: Edition | Showing) -> None:
        """Show a new edition."""
        self._set(State(f"{time.time_ns():x}", edition))

    def fail(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong; the last edition stays."""
        self._set(State(self.state.stamp, self.state.edition, tuple(problems)))

    def close(self) -> None:
        """Nothing more will come."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def after(self, seen: State | None, seconds: float) -> State | None:
        """The state as soon as it is another than *seen*; None if nothing came in time."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.state is not seen, seconds)
            return None if self.closed or self.state is seen else self.state

    def _set(self, state: State) -> None:
        with self._changed:
            self.state = state
            self._changed.notify_all()


@dataclass
class Workshop:
    """Makes editions of one workspace; what did not change since the last one is not read again.

    Args:
        root: the folder of the workspace.
        options: how to build.
        keep_going: show the website even if the data has errors.
        cache: what was found in the files, from one run to the next.
    """

    root: Path
    options: SiteOptions
    keep_going: bool = False
    cache: CacheFolder | None = None
    known: Known = field(default_factory=dict)
    last: Showing | None = None

    def work(self, live: Live) -> tuple[Problem, ...]:
        """Make the next edition and show it in *live*, or say there what keeps it from being shown."""
        try:
            with uncollected():
                showing = self._next()
                errors = tuple(_shown(one) for one in showing.errors)
        except StratkitError as error:
            problems: tuple[Problem, ...] = (problem_of(error),)
        else:
            if not errors or self.keep_going:
                live.publish(showing)
                return ()
            problems = errors
        live.fail(problems)
        return problems

    def _next(self) -> Showing:
        """The website of the files as they are now."""
        tree, before = FolderTree(self.root), self.last
        self.last = show(tree, self.options, before, known=self.known, cache=self.cache)
        if before is not None:
            # What stands in a folder that was not read again is known as it is.
            again = self.last.read_since(before)
            gone = [key for key in self.known if key[0].partition("/")[0] in again and tree.read(key[0]) != key[1]]
            for key in gone:
                del self.known[key]
        return self.last


def _shown(one: Diagnostic) -> Problem:
    return Problem(str(one.span), one.message, one.hint)
