"""One run of ``stratkit lint``: from what was asked for to what is shown and how the run ends."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE, App, no_region, prefix
from stratkit.cli.caching import cache_of
from stratkit.cli.folding import folded
from stratkit.cli.output import write_output
from stratkit.diagnostics import Diagnostic, Severity
from stratkit.diagnostics.errors import ConfigError, OutputError, reason_of
from stratkit.diagnostics.message import say
from stratkit.lint import baseline
from stratkit.lint.formats import REPORTS, Report
from stratkit.lint.formats.report import WIDTH
from stratkit.lint.formats.style import Style
from stratkit.lint.found import Found, in_order
from stratkit.lint.remembering import Kept
from stratkit.lint.scout import PLENTY, Ground, Scout, scouting
from stratkit.lint.verdict import INTERNAL, Verdict
from stratkit.source import FolderTree, Locator, Tree
from stratkit.source.cache import CacheFolder, opened_before
from stratkit.source.home import regions
from stratkit.source.processes import can_copy
from stratkit.source.write import replace_file

if TYPE_CHECKING:
    from stratkit.lint.fixing import Mended
    from stratkit.source import GitRepository, GitTree

_SLOWEST = 10
_GONE = 10
_MARGIN = 10
"""What stands beside a line of a file: its number, and a sign on each side where it is cut."""


@dataclass
class Asked:
    """The options of ``stratkit lint``."""

    regions: tuple[str, ...]
    form: str
    reports: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    level: Severity
    fail_on: Severity
    changed_since: str | None
    base: str | None
    baseline: Path | None
    write_baseline: Path | None
    shrink_baseline: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    statistics: bool
    timing: bool
    jobs: int
    no_cache: bool


@dataclass
class LintRun:
    """A run over one state of the files, or over several when the files are mended."""

    app: App
    asked: Asked
    kept: Kept | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    scout: Scout | None = None
    helpers: ExitStack = field(default_factory=ExitStack)
    _elsewhere: int = 0

    def run(self) -> int:
        """Do what was asked for; the exit code.

        Raises:
            ConfigError: the options, the settings or the baseline make no sense.
            RevisionError: there is no such revision.
            OutputError: a report, a baseline or a mended file cannot be written.
        """
        with ExitStack() as self.helpers:
            return self._run()

    def _run(self) -> int:
        self._refuse_nonsense()
        reports = [_form_and_file(one) for one in self.asked.reports]
        tree = self._tree
        if self.asked.fix or self.asked.unsafe_fixes or self.asked.diff:
            self.kept = {} if self.kept is None else self.kept  # only files that were mended are looked at again
            from stratkit.lint.fixing import mend

            mended = mend(tree, self._to_mend, unsafe=self.asked.unsafe_fixes)
            if self.asked.diff:
                return self._preview(mended)
            tree = self._write(mended)
        verdict = self._verdict(tree)
        if self.asked.write_baseline is not None:
            return self._write_baseline(verdict, self.asked.write_baseline)
        compared = self._compared(tree, verdict)
        self._show(tree, verdict, compared, reports)
        return self._end(verdict, compared)

    def _refuse_nonsense(self) -> None:
        asked = self.asked
        if self.app.revision is not None and (asked.fix or asked.unsafe_fixes) and not asked.diff:
            raise ConfigError(
                say("a revision cannot be mended"), say("leave --rev out, or look at what would change with --diff")
            )
        if asked.shrink_baseline and asked.baseline is None:
            raise ConfigError(say("there is no baseline to shrink"), say("name it with --baseline FILE"))
        known = regions(self._tree)
        for region in asked.regions:
            if region not in known:
                raise no_region(region, known)

    @cached_property
    def _tree(self) -> Tree:
        """The files of the workspace; in a folder only what is not as it was is tried to be opened."""
        if self.app.revision is not None:
            return self.app.tree
        known = opened_before(self._cache)
        asked, cache = self.asked, self._cache
        alone = asked.fix or asked.unsafe_fixes or asked.diff or asked.timing or self.kept is not None
        if cache is not None and len(known) >= PLENTY and asked.jobs > 1 and not alone and can_copy():
            ground = Ground(self.app.folder, asked.select, asked.ignore, cache, self._style)
            self.scout = self.helpers.enter_context(scouting(ground))
        return FolderTree(self.app.folder, known)

    @cached_property
    def _repository(self) -> GitRepository:
        from stratkit.source import GitRepository

        return GitRepository(self.app.folder)

    @cached_property
    def _base(self) -> GitTree | None:
        from stratkit.source import GitTree

        return GitTree(self._repository, self.asked.base) if self.asked.base is not None else None

    @cached_property
    def _former(self) -> dict[str, str] | None:
        """The blobs at the point since which changes count; None: everything counts."""
        since = self.asked.changed_since
        if since is None:
            return None
        from stratkit.source import GitTree

        commit, head = self._repository.resolve(since), self._repository.resolve(self.app.revision or "HEAD")
        start = commit if commit == head else self._repository.merge_base(commit, head)
        return GitTree(self._repository, since, commit=start).blobs

    @cached_property
    def _baseline(self) -> baseline.Baseline:
        path = self.asked.baseline
        if path is None:
            return baseline.Baseline()
        try:
            return baseline.read(path.read_bytes(), str(path))
        except OSError as error:
            message = say("the baseline '{path}' cannot be read: {reason}", path=str(path), reason=reason_of(error))
            raise ConfigError(message, say("make one with 'stratkit lint --write-baseline FILE'")) from error

    def _verdict(self, tree: Tree) -> Verdict:
        # Loaded while the process ahead is at work, which begins when the files are looked through.
        from stratkit.lint.checking import check
        from stratkit.lint.request import Means, Request

        asked = self.asked
        today = datetime.now(tz=UTC).astimezone().date()
        request = Request(asked.regions, asked.select, asked.ignore, today, self._base)
        # Rules that do not run have no time to show.
        cache = self._cache if tree is self._tree and not asked.timing else None
        with self.app.steps(say("Regions")) as progress:
            verdict = check(
                tree,
                request,
                Means(
                    cache,
                    self.kept,
                    asked.jobs,
                    progress,
                    self.seconds,
                    self._style,
                    self.scout if cache is not None else None,
                ),
            )
        if self._former is None:
            return verdict
        narrowed = _narrowed(verdict, _changed(tree, self._former))
        self._elsewhere = _errors(verdict.findings) - _errors(narrowed.findings)
        return narrowed

    @cached_property
    def _cache(self) -> CacheFolder | None:
        return None if self.asked.no_cache else cache_of(self.app)

    @cached_property
    def _style(self) -> Style | None:
        """How findings are shown, where each file is shown by itself and all that is found in it."""
        asked = self.asked
        if asked.statistics or asked.baseline is not None or not REPORTS[asked.form].by_file:
            return None
        return Style(asked.form, self.app.language, asked.level, self.app.colors, prefix(self.app.folder), _room())

    def _to_mend(self, tree: Tree) -> Iterable[Diagnostic]:
        return self._compared(tree, self._verdict(tree)).new

    def _compared(self, tree: Tree, verdict: Verdict) -> baseline.Compared:
        return baseline.compare(verdict.findings, self._baseline, verdict.judged, tree.paths)

    def _preview(self, mended: Mended) -> int:
        from stratkit.cli.difference import difference

        for path, data in sorted(mended.files.items()):
            click.echo("".join(difference(path, self._tree.read(path), data)), nl=False, color=self.app.color)
        counts = {"files": len(mended.files), "findings": mended.counts.total()}
        self.app.say(say("files that would change: {files}; findings that would be mended: {findings}", **counts))
        return EXIT_FINDINGS if mended.files else EXIT_CLEAN

    def _write(self, mended: Mended) -> Tree:
        now = FolderTree(self.app.folder)
        for path in sorted(mended.files):
            if now.read(path) != self._tree.read(path):
                message = say("'{path}' was changed by somebody else meanwhile; nothing was mended", path=path)
                raise OutputError(message, say("run the same command again"))
        for path, data in sorted(mended.files.items()):
            replace_file(self.app.folder / path, data)
        if mended.files:
            counts = {"files": len(mended.files), "findings": mended.counts.total()}
            self.app.say(say("files changed: {files}; findings mended: {findings}", **counts))
        from stratkit.source.overlay import OverlayTree

        return OverlayTree(self._tree, mended.files)

    def _write_baseline(self, verdict: Verdict, path: Path) -> int:
        broken = next((one for one in verdict.findings if one.code == INTERNAL), None)
        if broken is not None:
            raise OutputError(say("the baseline would lack something: {problem}", problem=broken.message), broken.hint)
        if path.exists():
            raise OutputError(
                say("the baseline '{path}' exists already; it can only shrink", path=str(path)),
                say("remove what no longer occurs: stratkit lint --baseline {path} --shrink-baseline", path=str(path)),
            )
        replace_file(path, baseline.as_json(baseline.entries_of(verdict.findings)).encode())
        self.app.say(say("findings in the baseline '{path}': {count}", path=str(path), count=len(verdict.findings)))
        return EXIT_CLEAN

    def _show(self, tree: Tree, verdict: Verdict, compared: baseline.Compared, reports: list[tuple[str, Path]]) -> None:
        new = Found.of(compared.new)
        shown = new.at_least(self.asked.level)
        report = Report(
            shown, self.app.translate, Locator(tree.read).line, self.app.colors, self.asked.statistics, len(tree.paths),
            prefix(self.app.folder), verdict.waived, len(compared.known), len(new) - len(shown), self.app.language, _room(), self._style is not None,
        )  # fmt: skip
        for form, path in reports:
            write_output(self.app, REPORTS[form](replace(report, color=False, width=WIDTH, as_drawn=False)), path)
        told = REPORTS[self.asked.form](report)
        click.echo(self._for_stream(told, sys.stdout), nl=False, color=self.app.color)
        if self.asked.timing:
            self._show_slowest()

    def _for_stream(self, told: bytes, stream: TextIO) -> str | bytes:
        """What was *told* for *stream*: as it is where that takes UTF-8, as a report of many megabytes takes long to recode."""
        if not stream.isatty() and os.linesep == "\n" and codecs.lookup(stream.encoding).name == "utf-8":
            return told
        text = told.decode("utf-8", "surrogatepass")
        return folded(text, stream) if self.asked.form == "text" else text

    def _show_slowest(self) -> None:
        from stratkit.lint.labels import title_of
        from stratkit.lint.selection import BY_CODE

        for code, spent in sorted(self.seconds.items(), key=lambda item: -item[1])[:_SLOWEST]:
            title = self.app.translate(title_of(BY_CODE[code].name))
            click.echo(f"{spent * 1000:8.1f} ms  {code}  {title}", err=True)

    def _tell_of_former(self) -> None:
        self.app.say(
            say("the baseline is of the former version: where a rule was worded anew, what was known shows as new"),
            fg="yellow",
        )
        self.app.say(say("write it anew: run the same command with --shrink-baseline"), fg="yellow")

    def _end(self, verdict: Verdict, compared: baseline.Compared) -> int:
        gone = compared.gone
        former, file = self._baseline.former, self.asked.baseline
        if (gone or compared.moved or former) and self.asked.shrink_baseline and file is not None:
            if former and len(compared.left) > len(compared.known):
                raise _not_looked_for(len(compared.left) - len(compared.known))
            left = baseline.entries_of(compared.known) if former else compared.left
            replace_file(file, baseline.as_json(left).encode())
            removed = len(self._baseline.entries) - len(left)
            self.app.say(say("removed from the baseline: {count}", count=removed))
            if compared.moved:
                self.app.say(say("their files moved, and the baseline follows: {count}", count=compared.moved))
            gone, former = (), False
        if former:
            self._tell_of_former()
        if self._elsewhere:
            count = self._elsewhere
            self.app.say(say("errors in files that did not change, not shown: {count}", count=count), fg="yellow")
            self.app.say(say("the change may have caused them: see all without --changed-since"))
        for one in gone[:_GONE]:
            self.app.say(say("in the baseline, but no longer found: {code} in {path}", code=one.code, path=one.file))
        if len(gone) > _GONE:
            self.app.say(say("and others that are no longer found: {count}", count=len(gone) - _GONE))
        if gone:
            self.app.say(say("the baseline can shrink: run the same command with --shrink-baseline"), fg="yellow")
        if any(one.code == INTERNAL for one in verdict.findings.tallied):
            return EXIT_TROUBLE
        failing = any(one.severity >= self.asked.fail_on for one in Found.of(compared.new).tallied)
        return EXIT_FINDINGS if failing or gone else EXIT_CLEAN


def _room() -> int:
    """How many signs of a line of a file have room behind its number: on a terminal as many as it is wide."""
    if not sys.stdout.isatty():
        return WIDTH
    return min(WIDTH, max(20, shutil.get_terminal_size().columns - _MARGIN))


def _not_looked_for(count: int) -> ConfigError:
    return ConfigError(
        say("the baseline of the former version has findings for which this run did not look: {count}", count=count),
        say(
            "look at everything and mend what cannot be read, or delete the list and make another one with --write-baseline"
        ),
    )


def _form_and_file(asked: str) -> tuple[str, Path]:
    """The form and the file of one ``-o FORM:FILE``.

    Raises:
        ConfigError: it does not name both.
    """
    form, colon, file = asked.partition(":")
    if not colon or not file:
        raise ConfigError(
            say("'{asked}' does not name a form and a file", asked=asked), say("write for example sarif:lint.sarif")
        )
    if form not in REPORTS:
        from stratkit.diagnostics.suggest import closest

        near = closest(form, REPORTS)
        hint = say("did you mean '{name}'?", name=near) if near else say("there are: {names}", names=", ".join(REPORTS))
        raise ConfigError(say("there is no form of report '{form}'", form=form), hint)
    return form, Path(file)


def _changed(tree: Tree, former: Mapping[str, str]) -> frozenset[str]:
    """The files that are not as they were: git calls the same bytes by the same name."""
    from stratkit.source.git import blob_id

    return frozenset(path for path in tree.paths if blob_id(tree.read(path), former.get(path, "")) != former.get(path))


def _errors(found: Found) -> int:
    return sum(one.times for one in found.tallied if one.severity is Severity.ERROR)


def _narrowed(verdict: Verdict, paths: frozenset[str]) -> Verdict:
    """Only what *verdict* says of the files *paths*, and which rules broke."""
    found = verdict.findings.within(paths)
    if any(one.code == INTERNAL for one in verdict.findings.tallied):
        broken = (one for one in verdict.findings if one.code == INTERNAL and one.span.path not in paths)
        found = Found.of(in_order((*found, *broken)))
    return Verdict(
        found,
        tuple(one for one in verdict.waived if one.span.path in paths),
        lambda code, path: path in paths and verdict.judged(code, path),
    )
