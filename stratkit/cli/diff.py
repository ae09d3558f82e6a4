"""``stratkit diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, EXIT_TROUBLE, App, no_region, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.sides import Side, Sides
from stratkit.diagnostics import Finding, Message
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diff.compare import diff_workspaces
from stratkit.diff.formats import REPORTS, Report
from stratkit.diff.reasons import justified, reasons_in
from stratkit.diff.titles import Titles
from stratkit.load.pair import load_pair
from stratkit.source import Locator

if TYPE_CHECKING:
    from stratkit.diff.change import Change

_FAIL = ("down", "any", "never")


@command(
    "diff",
    examples=(
        "stratkit diff HEAD~1..",
        "stratkit diff 2021..2022 tomsk --format markdown",
        "stratkit diff origin/main...HEAD --fail-on down",
    ),
)
@click.argument("sides", metavar="OLD..NEW")
@click.argument("region", required=False, metavar="[REGION]")
@option("--format", "form", type=click.Choice(list(REPORTS)), default="text", help=_("Form of the report."))
@option(
    "--fail-on", type=click.Choice(_FAIL), default="any",
    help=_("Exit with 1 if a target is lowered without a reason, if anything changed, or never."),
)  # fmt: skip
@option(
    "--reasons", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_("A text with lines 'FINGERPRINT: reason', e.g. that of the pull request."),
)  # fmt: skip
@pass_app
def main(app: App, sides: str, region: str | None, form: str, fail_on: str, reasons: Path | None) -> None:
    """Show what changed between two states: revisions, editions, folders or, left empty, the working tree."""
    old, new = Sides(app, region).both(sides)
    pair = load_pair(old.tree, new.tree, region)
    if region is not None and region not in (known := {**pair.old.strategies, **pair.new.strategies}):
        raise no_region(region, known)
    given = [] if reasons is None else reasons_in(reasons.read_text(encoding="utf-8", errors="replace"))
    own = [one for name, each in pair.new.strategies.items() if region in (None, name) for one in each.reasons]
    changes, unused = justified(diff_workspaces(pair.old, pair.new, [region] if region else ()), [*given, *own])
    trouble = [*_trouble(old, pair.old_trouble), *_trouble(new, pair.new_trouble)]
    report = Report(
        tuple(changes), app.translate, old.name, new.name, Locator(old.tree.read).span, Locator(new.tree.read).span,
        Titles(pair.old, pair.new), app.language, app.colors, new.prefix, tuple(one.reason for one in unused),
        tuple(trouble),
    )  # fmt: skip
    click.echo(REPORTS[form](report), nl=False, color=app.color)
    for message in trouble:
        app.say(say("not compared: {message}", message=message), fg="yellow")
    raise SystemExit(_exit_code(changes, fail_on, bool(trouble)))


def _exit_code(changes: list[Change], fail_on: str, trouble: bool) -> int:
    """2 if the comparison is incomplete; else 1 if there is what the user does not want."""
    failing = {"any": bool(changes), "down": any(one.weakens for one in changes), "never": False}
    return EXIT_TROUBLE if trouble else EXIT_FINDINGS if failing[fail_on] else EXIT_CLEAN


def _trouble(side: Side, findings: tuple[Finding, ...]) -> list[Message]:
    span = Locator(side.tree.read).span
    return [
        say("{place} in {side}: {message}", place=str(span(one.place)), side=side.name, message=one.message)
        for one in findings
    ]
