"""What every command shares: language, folder, terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stratkit.diagnostics.errors import ConfigError, StratkitError
from stratkit.diagnostics.language import choose_language, translations
from stratkit.diagnostics.message import Message, say

if TYPE_CHECKING:
    from stratkit.diagnostics import Diagnostic
    from stratkit.model.linked import Strategy, Workspace
    from stratkit.source import Locator, Tree
    from stratkit.source.cache import CacheFolder

FOLDER = "strategies"
SETTINGS = "stratkit.yaml"

EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE = 0, 1, 2


@dataclass(eq=False, repr=False)
class App:
    """The state of one run of the command line."""

    language: str = choose_language()
    root: Path | None = None
    color: bool | None = None
    revision: str | None = None
    only: tuple[str, ...] = ()
    """The regions that the command needs; empty: all."""

    def translate(self, text: str) -> str:
        """*text* in the language of this run."""
        return translations(self.language).gettext(text) if text else text

    def words(self, message: Message) -> str:
        """*message* in the language of this run."""
        return message.render(self.translate)

    def _line(self, message: Message) -> str:
        """*message* on one line: names and texts of others in it neither lead a terminal nor begin lines of their own."""
        from stratkit.diagnostics.visible import visible

        return visible(self.words(message).replace("\n", " "))

    def _told(self, message: Message, indent: str = "") -> str:
        """*message* for standard error: on a terminal broken between words."""
        from stratkit.cli.folding import folded

        return folded(indent + self._line(message), sys.stderr)

    @property
    def colors(self) -> bool:
        """Whether standard output shows colours: as asked for, else on a terminal only."""
        return self.color if self.color is not None else sys.stdout.isatty()

    def say(self, message: Message, indent: str = "", **style: Any) -> None:
        """Talk to the person: on standard error, so that standard output holds only what was asked for."""
        click.secho(self._told(message, indent), err=True, color=self.color, **style)

    def fail(self, error: StratkitError) -> None:
        """Say why stratkit cannot go on, and end with exit code 2."""
        click.secho(self.words(say("error:")) + " ", err=True, nl=False, fg="red", bold=True, color=self.color)
        click.echo(self._line(error.message), err=True)
        if error.hint is not None:
            self.say(error.hint, "  ")
        raise SystemExit(EXIT_TROUBLE)

    @cached_property
    def folder(self) -> Path:
        """The folder of strategies: named with ``-C``, or found here or above.

        Raises:
            ConfigError: there is none.
        """
        from stratkit.source.home import home_of

        start = self.root or Path.cwd()
        found = home_of(start, above=self.root is None)
        if found is not None:
            return found
        raise ConfigError(
            say("there is no workspace of strategies in '{path}'", path=str(start)),
            say("name the folder that holds {file}: stratkit -C FOLDER …", file=SETTINGS),
        )

    @cached_property
    def tree(self) -> Tree:
        """The files of the workspace: of the folder, or of the revision that was asked for.

        Raises:
            RevisionError: there is no such revision.
        """
        if self.revision is None:
            from stratkit.source import FolderTree

            return FolderTree(self.folder)
        from stratkit.source import GitRepository, GitTree

        return GitTree(GitRepository(self.folder), self.revision)

    @cached_property
    def locator(self) -> Locator:
        """Finds lines and columns in the files of the workspace."""
        from stratkit.source import Locator

        return Locator(self.tree.read)

    @cached_property
    def cache(self) -> CacheFolder | None:
        """Where what was worked out is kept for the next run; None: nowhere."""
        from stratkit.cli.caching import cache_of

        return cache_of(self)

    @cached_property
    def workspace(self) -> Workspace:
        """The loaded workspace: with :attr:`only` the catalogue and these regions, if there are such."""
        from stratkit.load import load_workspace
        from stratkit.source.home import regions
        from stratkit.source.tree import NarrowTree

        known = set(regions(self.tree))
        narrow = bool(self.only) and known.issuperset(self.only)
        return load_workspace(NarrowTree(self.tree, frozenset(known.difference(self.only))) if narrow else self.tree)

    def strategy(self, region: str) -> Strategy:
        """The strategy of *region*.

        Raises:
            ConfigError: there is no such region, or its files cannot be used.
        """
        found = self.workspace.strategies.get(region)
        if found is not None:
            return found
        raise no_region(region, self.workspace.strategies)

    def refuse_broken(
        self, found: Sequence[Diagnostic] | None = None, *, regions: Iterable[str] = (), way_out: Message | None = None
    ) -> None:
        """Stop before anything is written if the data has errors.

        Args:
            found: what lint says, if it ran already.
            regions: only these; empty: all.
            way_out: what to do about it; by default to mend them or to go on all the same.

        Raises:
            ConfigError: it has.
        """
        from stratkit.diagnostics import Severity

        if found is None:
            from stratkit.lint import lint_workspace

            found = lint_workspace(self.workspace, self.locator, regions=regions, least=Severity.ERROR)
        errors = [one for one in found if one.severity is Severity.ERROR]
        if errors:
            self.say(say("{place}: {message}", place=str(errors[0].span), message=errors[0].message))
            raise ConfigError(
                say("the data has errors: {count}", count=len(errors)),
                way_out or say("run 'stratkit lint' and mend them, or add --keep-going"),
            )

    @contextmanager
    def progress(self, label: Message, length: int | None = None) -> Iterator[Any]:
        """A progress bar on a terminal, nothing elsewhere; yields ``update(steps)``."""
        if not sys.stderr.isatty():
            yield _unseen
            return
        bar: Any
        with click.progressbar(length=length, label=self.words(label), file=sys.stderr) as bar:
            yield bar.update

    @contextmanager
    def steps(self, label: Message) -> Iterator[Callable[[int], Callable[[int], object]]]:
        """As :meth:`progress`, where the number of steps is known only on the way: yields what is told it."""
        with ExitStack() as stack:
            yield lambda length: stack.enter_context(self.progress(label, length))


def no_region(region: str, known: Iterable[str]) -> ConfigError:
    """What to raise where *region* is none of *known*."""
    from stratkit.diagnostics.suggest import closest

    names = list(known)
    near = closest(region, names)
    hint = (
        say("did you mean '{name}'?", name=near) if near else say("there are: {names}", names=", ".join(names) or "–")
    )
    return ConfigError(say("there is no region '{id}'", id=region), hint)


def _unseen(_steps: int = 1) -> None:
    """Progress that nobody watches."""


pass_app = click.make_pass_decorator(App, ensure=True)


def prefix(folder: Path) -> str:
    """What leads from here to *folder*, with a slash at the end; nothing where it is not below."""
    below = os.path.relpath(folder)
    return "" if below == "." or below.startswith("..") else f"{Path(below).as_posix()}/"
