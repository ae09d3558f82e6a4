"""``stratkit lint``."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from stratkit.cli.app import EXIT_CLEAN, App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.lint_run import Asked, LintRun
from stratkit.diagnostics import Severity
from stratkit.diagnostics.errors import ConfigError, StratkitError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.lint.formats import REPORTS
from stratkit.lint.packs import PREFIX
from stratkit.lint.remembering import Kept
from stratkit.source.collector import uncollected
from stratkit.source.processes import cores

_LEVELS = [one.label for one in sorted(Severity, reverse=True)]
_FILE = click.Path(path_type=Path, dir_okay=False)


@command(
    "lint",
    examples=(
        "stratkit lint tomsk --level info",
        "stratkit lint --select REF,pack:typography --fix --diff",
        "stratkit lint --changed-since origin/main -o sarif:lint.sarif",
    ),
)
@click.argument("regions", nargs=-1, metavar="[REGION]...")
@option("--format", "form", type=click.Choice(list(REPORTS)), metavar="FORM", default="text",
        help=_("Form of the report: text, concise, json, sarif, github, gitlab, junit or markdown."))  # fmt: skip
@option(
    "-o",
    "--output",
    "reports",
    multiple=True,
    metavar="FORM:FILE",
    help=_("Write a report to a file besides; repeatable."),
)
@option(
    "--select", multiple=True, metavar="CODES", help=_("Only these: codes, their beginnings or pack:NAME, by commas.")
)
@option("--ignore", multiple=True, metavar="CODES", help=_("Not these rules."))
@option("--level", type=click.Choice(_LEVELS), default="warning", help=_("Show findings from this severity on."))
@option("--fail-on", type=click.Choice(_LEVELS), default="error", help=_("Exit with 1 from this severity on."))
@option("--fix", is_flag=True, help=_("Mend what can be mended safely: quotes, dashes, blanks, order of keys."))
@option("--unsafe-fixes", is_flag=True, help=_("Mend also what has to be looked at: misspelt keys and ids."))
@option("--diff", is_flag=True, help=_("Write nothing; show what the fixes would change."))
@option("--changed-since", metavar="REVISION", help=_("Only findings in files that changed since this revision."))
@option("--base", metavar="REVISION", help=_("Compare with this revision: lowered targets, lost entities (HIS)."))
@option("--baseline", type=_FILE, metavar="FILE", help=_("Only findings that this list does not know."))
@option("--write-baseline", type=_FILE, metavar="FILE", help=_("Write the list of all findings."))
@option("--shrink-baseline", is_flag=True, help=_("Remove from the list what is no longer found."))
@option("--watch", is_flag=True, help=_("Check again whenever a file changes."))
@option("--statistics", is_flag=True, help=_("Count the findings of each rule."))
@option("--timing", is_flag=True, help=_("Show how long the rules took."))
@option(
    "--jobs",
    type=click.IntRange(min=1),
    default=cores,
    show_default="cores",
    metavar="N",
    help=_("Processes that work at a time."),
)
@option("--no-cache", is_flag=True, help=_("Judge everything anew."))
@revision_option
@pass_app
def main(app: App, /, watch: bool, **options: Any) -> None:
    """Check the strategies and report every problem with its place, the reason and the next step."""
    for name in ("select", "ignore"):
        options[name] = _codes(options[name])
    for name in ("level", "fail_on"):
        options[name] = Severity[options[name].upper()]
    asked = Asked(**options)
    if watch:
        raise SystemExit(_watch(app, asked))
    with uncollected():
        code = LintRun(app, asked).run()
        # What is left counts as old, as it is: else the first search would walk all of it before the process ends.
        gc.freeze()
        gc.unfreeze()
    raise SystemExit(code)


def _watch(app: App, asked: Asked) -> int:
    """Check now and after every change, until somebody ends it.

    Raises:
        ConfigError: a revision was asked for: it never changes.
    """
    from stratkit.cli.watching import changes, named

    if app.revision is not None:
        raise ConfigError(say("a revision does not change"), say("leave out --rev or --watch"))
    kept: Kept = {}
    with suppress(KeyboardInterrupt):
        waiting = changes({app.folder: app.folder})
        _check(app, asked, kept)
        app.say(say("waiting for changes; Ctrl-C ends"))
        for changed in waiting:
            app.say(say("changed: {paths}", paths=named(changed)), bold=True)
            _check(app, asked, kept)
    app.say(say("ended"))
    return EXIT_CLEAN


def _check(app: App, asked: Asked, kept: Kept) -> None:
    """One run over the files as they are now; what keeps it from running is said, and the next change is waited for."""
    try:
        with uncollected():
            LintRun(replace(app), asked, kept).run()
    except StratkitError as error:
        app.say(error.message, fg="red")
        if error.hint is not None:
            app.say(error.hint)


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    entries = (entry.strip() for value in values for entry in value.split(",") if entry.strip())
    return tuple(one.lower() if one.lower().startswith(PREFIX) else one.upper() for one in entries)
