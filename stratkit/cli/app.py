"""What every command shares: language, folder, terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stratkit.diagnostics.errors import ConfigError, StratkitError
from stratkit.diagnostics.language import choose_language, translations
from stratkit.diagnostics.message import Message, say

if TYPE_CHECKING:
    from stratkit.model.linked import Strategy, Workspace
    from stratkit.source import FolderTree, Locator

FOLDER = "strategies"
SETTINGS = "stratkit.yaml"

EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE = 0, 1, 2


@dataclass
class App:
    """The state of one run of the command line."""

    language: str = choose_language()
    root: Path | None = None
    color: bool | None = None

    def translate(self, text: str) -> str:
        """*text* in the language of this run."""
        return translations(self.language).gettext(text) if text else text

    def words(self, message: Message) -> str:
        """*message* in the language of this run."""
        return message.render(self.translate)

    def say(self, message: Message, **style: Any) -> None:
        """Talk to the person: on standard error, so that standard output holds only what was asked for."""
        click.secho(self.words(message), err=True, color=self.color, **style)

    def fail(self, error: StratkitError) -> None:
        """Say why stratkit cannot go on, and end with exit code 2."""
        click.secho(self.translate("error:") + " ", err=True, nl=False, fg="red", bold=True, color=self.color)
        click.echo(self.words(error.message), err=True)
        if error.hint is not None:
            click.echo("  " + self.words(error.hint), err=True)
        raise SystemExit(EXIT_TROUBLE)

    @cached_property
    def folder(self) -> Path:
        """The folder of strategies: named with ``-C``, or found here or above.

        Raises:
            ConfigError: there is none.
        """
        start = self.root or Path.cwd()
        for place in (start,) if self.root else (start, *start.parents):
            for candidate in (place, place / FOLDER):
                if (candidate / SETTINGS).is_file():
                    return candidate
        raise ConfigError(
            say("there is no workspace of strategies in '{path}'", path=str(start)),
            say("name the folder that holds {file}: stratkit -C FOLDER …", file=SETTINGS),
        )

    @cached_property
    def tree(self) -> FolderTree:
        """The files of the workspace."""
        from stratkit.source import FolderTree

        return FolderTree(self.folder)

    @cached_property
    def locator(self) -> Locator:
        """Finds lines and columns in the files of the workspace."""
        from stratkit.source import Locator

        return Locator(self.tree.read)

    @cached_property
    def workspace(self) -> Workspace:
        """The loaded workspace."""
        from stratkit.load import load_workspace

        return load_workspace(self.tree)

    def strategy(self, region: str) -> Strategy:
        """The strategy of *region*.

        Raises:
            ConfigError: there is no such region, or its files cannot be used.
        """
        found = self.workspace.strategies.get(region)
        if found is not None:
            return found
        from stratkit.diagnostics.suggest import closest

        known = self.workspace.strategies
        near = closest(region, known)
        hint = say("did you mean '{name}'?", name=near) if near else say("there are: {names}", names=", ".join(known) or "–")
        raise ConfigError(say("there is no region '{id}'", id=region), hint)

    def refuse_broken(self) -> None:
        """Stop before anything is written if the data has errors.

        Raises:
            ConfigError: it has.
        """
        from stratkit.diagnostics import Severity
        from stratkit.lint import lint_workspace

        errors = [one for one in lint_workspace(self.workspace, self.locator) if one.severity is Severity.ERROR]
        if errors:
            self.say(say("{place}: {message}", place=str(errors[0].span), message=errors[0].message))
            raise ConfigError(
                say("the data has errors: {count}", count=len(errors)),
                say("run 'stratkit lint' and mend them, or add --keep-going"),
            )

    @contextmanager
    def progress(self, label: Message, length: int | None = None) -> Iterator[Any]:
        """A progress bar on a terminal, nothing elsewhere; yields ``update(steps)``."""
        if not sys.stderr.isatty():
            yield lambda steps=1: None
            return
        bar: Any
        with click.progressbar(length=length, label=self.words(label), file=sys.stderr) as bar:
            yield bar.update


pass_app = click.make_pass_decorator(App, ensure=True)
