"""``stratkit history``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from stratkit.cli.acts import edition_act, edition_date
from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.subject import Told, find_subject
from stratkit.diagnostics import Origin, Span
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diagnostics.visible import visible
from stratkit.diff.change import Change
from stratkit.diff.formats.report import SIGNS, Report
from stratkit.diff.formats.text import value_words
from stratkit.source.git import Commit


@command(
    "history",
    examples=("stratkit history tomsk e-prescriptions", "stratkit history tomsk project:gostech -n 5"),
)
@click.argument("region")
@click.argument("entity")
@option("-n", "--number", type=click.IntRange(min=1), help=_("At most so many steps."))
@revision_option
@pass_app
def main(app: App, region: str, entity: str, number: int | None) -> None:
    """Show how an entity changed over time, the latest change first, with the edition that brought it."""
    told = Told(app, find_subject(app, region, entity))
    shown = 0
    for commit, changes in told.steps():
        click.echo("\n".join(_step(app, told, commit, changes)))
        shown += 1
        if shown == number:
            break
    if not shown:
        app.say(say("no commit has touched '{id}'", id=entity))
    if told.repository.shallow:
        app.say(say("the clone is shallow: older steps are missing"))


def _step(app: App, told: Told, commit: Commit, changes: list[Change]) -> Iterator[str]:
    edition = told.edition(commit.id)
    held = (
        f"{edition.id} ({edition_date(edition)}, {edition_act(edition)})"
        if edition
        else app.translate(_("not in an edition yet"))
    )
    yield visible(f"{commit.date[:10]}  {commit.id[:12]}  {commit.author}: {commit.subject}  [{held}]")
    report = Report(tuple(changes), app.translate, "", "", _top, _top)
    for one in changes:
        yield f"    {SIGNS[one.direction]} {visible(report.sentence(one))}: {value_words(report, one)}"
    yield ""


def _top(origin: Origin) -> Span:
    return Span(origin.path)
