"""``stratkit lint``."""

from __future__ import annotations

import sys

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app, prefix
from stratkit.cli.commands import command, option, revision_option
from stratkit.diagnostics import Severity
from stratkit.diagnostics.message import mark as _
from stratkit.lint.engine import INTERNAL, Selection, lint_workspace
from stratkit.lint.formats import REPORTS, Report

_LEVELS = [one.label for one in sorted(Severity, reverse=True)]


@command(
    "lint",
    examples=(
        "stratkit lint",
        "stratkit lint tomsk --level info",
        "stratkit lint --select REF,TRC --format github",
    ),
)
@click.argument("regions", nargs=-1, metavar="[REGION]...")
@option("--format", "form", type=click.Choice(list(REPORTS)), default="text", help=_("Form of the report."))
@option("--select", multiple=True, metavar="CODES", help=_("Only these rules: codes or their beginnings, by commas."))
@option("--ignore", multiple=True, metavar="CODES", help=_("Not these rules."))
@option("--level", type=click.Choice(_LEVELS), default="warning", help=_("Show findings from this severity on."))
@option("--fail-on", type=click.Choice(_LEVELS), default="error", help=_("Exit with 1 from this severity on."))
@option("--statistics", is_flag=True, help=_("Count the findings of each rule."))
@option("--timing", is_flag=True, help=_("Show how long the rules took."))
@revision_option
@pass_app
def main(
    app: App, regions: tuple[str, ...], form: str, select: tuple[str, ...], ignore: tuple[str, ...], level: str,
    fail_on: str, statistics: bool, timing: bool,
) -> None:  # fmt: skip
    """Check the strategies and report every problem with its place, the reason and the next step."""
    for region in regions:
        app.strategy(region)
    workspace = app.workspace
    chosen = Selection(_codes(select), _codes(ignore), dict(workspace.settings.lint.severity))
    seconds: dict[str, float] = {}
    found = lint_workspace(workspace, app.locator, chosen, regions, seconds)
    shown = [one for one in found if one.severity >= Severity[level.upper()]]
    color = app.color if app.color is not None else sys.stdout.isatty()
    report = Report(tuple(shown), app.translate, app.locator.line, color, statistics, len(app.tree.paths), prefix(app.folder))
    click.echo(REPORTS[form](report), nl=False, color=app.color)
    if timing:
        for code, spent in sorted(seconds.items(), key=lambda item: -item[1])[:10]:
            click.echo(f"{spent * 1000:8.1f} ms  {code}", err=True)
    failing = [one for one in found if one.severity >= Severity[fail_on.upper()]]
    broken = any(one.code == INTERNAL for one in found)
    raise SystemExit(2 if broken else EXIT_FINDINGS if failing else EXIT_CLEAN)


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())
