"""``stratkit blame``."""

from __future__ import annotations

from typing import Any

import click

from stratkit.cli.acts import edition_act, edition_date
from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, revision_option
from stratkit.cli.subject import Told, find_subject
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diagnostics.suggest import closest
from stratkit.diagnostics.visible import visible
from stratkit.diff.history import leaves
from stratkit.source.git import Commit

_WIDTH = 48


@command("blame", examples=("stratkit blame tomsk e-prescriptions plan.2024", "stratkit blame tomsk project:gostech"))
@click.argument("region")
@click.argument("entity")
@click.argument("field", required=False, metavar="[FIELD]")
@revision_option
@pass_app
def main(app: App, region: str, entity: str, field: str | None) -> None:
    """Show for each value of an entity (or of one field) the commit and the edition that brought it."""
    told = Told(app, find_subject(app, region, entity))
    now = told.now()
    if now is None:
        raise ConfigError(
            say("'{id}' is in no commit yet, or was removed", id=entity), say("'stratkit history' shows what it was")
        )
    wanted = {
        path: value
        for path, value in leaves(now)
        if field is None or path == field or path.startswith((f"{field}.", f"{field}["))
    }
    if not wanted:
        near = closest(field or "", [path for path, _value in leaves(now)])
        raise ConfigError(
            say("'{id}' has no field '{field}'", id=entity, field=field),
            say("did you mean '{name}'?", name=near) if near else None,
        )
    blamed = told.blame(wanted)
    for path, value in wanted.items():
        click.echo(_line(app, told, path, value, blamed.get(path)))


def _line(app: App, told: Told, path: str, value: Any, commit: Commit | None) -> str:
    shown = " ".join(str("–" if value is None else value).split())
    shown = shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"
    if commit is None:
        older = app.translate(_("older than this clone"))
        return visible(f"{path}: {shown}  [{older}]")
    edition = told.edition(commit.id)
    held = (
        f"{edition.id}, {edition_date(edition)}, {edition_act(edition)}"
        if edition
        else app.translate(_("not in an edition yet"))
    )
    return visible(f"{path}: {shown}  {commit.date[:10]} {commit.id[:12]} {commit.author}  [{held}]")
