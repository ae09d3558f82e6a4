"""What the commands that make a website share."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stratkit.cli.app import App
from stratkit.cli.commands import option
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.immutable import immutable
from stratkit.site.options import SiteOptions

if TYPE_CHECKING:
    from stratkit.diagnostics import Diagnostic
    from stratkit.site.inputs import Inputs
    from stratkit.site.making.desk import Place
    from stratkit.site.making.make import Making
    from stratkit.site.making.workers import Workers
    from stratkit.site.writing.sight import Sight
    from stratkit.site.writing.write import Written


def documents_option() -> Callable[[Any], Any]:
    """``--documents FORMATS``."""
    return option(
        "--documents",
        default="html",
        metavar="FORMATS",
        help=_("Formats of the document offered for download, by commas."),
    )


def workers_options(decorated: Any) -> Any:
    """``--jobs``, ``--executor`` and ``--scheduler``: who does the work."""
    options = (
        option("--jobs", type=click.IntRange(min=0), default=0, help=_("Processes; 0: as many as there are cores.")),
        option(
            "--executor",
            type=click.Choice(["processes", "dask"]),
            default="processes",
            help=_("Who builds: processes of this machine, or a Dask cluster."),
        ),
        option("--scheduler", default="", metavar="ADDRESS", help=_("Address of the Dask scheduler; else a new one.")),
    )
    for one in reversed(options):
        decorated = one(decorated)
    return decorated


def document_formats(app: App, documents: str) -> tuple[str, ...]:
    """The formats named in *documents*, each once.

    Raises:
        click.BadParameter: one of them does not exist.
    """
    from stratkit.document.registry import FORMATS

    names = tuple(dict.fromkeys(name.strip() for name in documents.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            message = say("unknown format '{name}'; there are: {names}", name=name, names=", ".join(FORMATS))
            raise click.BadParameter(app.words(message), param_hint="--documents")
    return names


@immutable
class SiteRequest:
    """A website that was asked for.

    Args:
        app: the command.
        options: how to build.
        keep_going: build even if the data has errors.
        lasting: the same data give the same bytes on every machine; formats that need fonts do not promise that.
    """

    app: App
    options: SiteOptions
    keep_going: bool
    lasting: bool

    @classmethod
    def of(cls, app: App, documents: str, keep_going: bool) -> SiteRequest:
        """The website that the options of a command ask for."""
        plain = documents == "html"  # the usual case does not need to know all formats
        if plain:
            return cls(app, SiteOptions(), keep_going, lasting=True)
        from stratkit.document.registry import FORMATS

        formats = document_formats(app, documents)
        return cls(app, SiteOptions(formats), keep_going, lasting=not any(FORMATS[one].extra for one in formats))

    def standing(self, target: Path) -> int | None:
        """How many files the website in *target* has if it is up to date; None otherwise."""
        from stratkit.site.writing.write import standing

        if not self.lasting:
            return None
        sight = self.sight(target)  # before the files are looked at of which it is made: both at once
        return standing(target, self.inputs.whole, self.app.cache, sight)

    def build(self, target: Path, shard: str | None, afresh: bool, workers: tuple[int, str | None]) -> None:
        """Build the website or a share of it; *workers* are the processes and the address of a cluster."""
        from stratkit.source.collector import uncollected

        with uncollected():  # modules stay: looking for garbage among them takes a sixth of the time of loading them
            from stratkit.site.making.make import make_site
            from stratkit.site.making.workers import Workers

        make: Callable[[Place, Path, Making], Written] = make_site
        if shard:
            from stratkit.site.making.shards import Shard
            from stratkit.site.making.sharing import make_shard

            make = partial(make_shard, shard=Shard.parse(shard))
        with self._making(target, Workers(*workers), afresh or not self.lasting) as making:
            self._tell(make(self._place(), target, making))

    def merge(self, target: Path, shares: Sequence[Path]) -> None:
        """Join shares into the whole website."""
        from stratkit.site.making.sharing import merge_site
        from stratkit.site.making.workers import Workers

        with self._making(target, Workers(), afresh=True) as making:
            self._tell(merge_site(self._place(), target, making, shares))

    def build_anew(self, target: Path) -> None:
        """Build the website without a word and without what was drawn before."""
        from stratkit.site.making.make import Making, make_site
        from stratkit.site.making.memory import Memory

        make_site(self._place(), target, Making(self.inputs, _anything, Memory(None, target)))

    def sight(self, target: Path) -> Sight:
        """What is seen of the website in *target*; that may take long, so it begins at the first call."""
        from stratkit.site.writing.write import seen

        if target not in self._sights:
            self._sights[target] = seen(target, self.app.cache)
        return self._sights[target]

    @cached_property
    def _sights(self) -> dict[Path, Sight]:
        return {}

    @cached_property
    def inputs(self) -> Inputs:
        """The digests of all that the website is made of."""
        from stratkit.site.inputs import inputs_of

        return inputs_of(self.app.tree, repr(self.options), self.app.cache)

    def _origin(self) -> dict[str, str]:
        """What the website says of where it comes from: enough to build it again."""
        return {"commit": self._commit(), "documents": ",".join(self.options.documents)}

    def _commit(self) -> str:
        """The commit that is checked out, or that was asked for; empty without a repository."""
        from stratkit.diagnostics.errors import RevisionError
        from stratkit.source import GitRepository

        try:
            return GitRepository(self.app.folder).resolve(self.app.revision or "HEAD")
        except RevisionError:
            return ""

    def _place(self) -> Place:
        from stratkit.site.making.desk import Place

        build = f"{os.getpid()}-{time.time_ns()}"
        return Place(self.app.folder.absolute(), self.app.revision, self.options, build, self.inputs.frame)

    @contextmanager
    def _making(self, target: Path, workers: Workers, afresh: bool) -> Iterator[Making]:
        from stratkit.site.making.make import Making
        from stratkit.site.making.memory import Memory
        from stratkit.site.writing.write import absolute

        memory = Memory(None if afresh else self.app.cache, absolute(target))
        refuse = _anything if self.keep_going else self.app.refuse_broken
        with self.app.steps(say("Regions")) as watch:
            sight = None if afresh else self.sight(target)
            yield Making(self.inputs, refuse, memory, workers, watch, self._origin(), sight)

    def _tell(self, done: Written) -> None:
        counts = {"files": done.files, "changed": done.changed, "removed": done.removed}
        self.app.say(say("files: {files}, changed: {changed}, removed: {removed}", **counts))


def _anything(_found: Sequence[Diagnostic]) -> None:
    """Refuses nothing."""
