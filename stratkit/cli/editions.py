"""``stratkit editions``."""

from __future__ import annotations

import click

from stratkit.cli.acts import edition_act, edition_date
from stratkit.cli.app import App, no_region, pass_app
from stratkit.cli.commands import command
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diagnostics.visible import visible
from stratkit.load.editions import frames


@command("editions", examples=("stratkit editions", "stratkit editions tomsk"))
@click.argument("region", required=False, metavar="[REGION]")
@pass_app
def main(app: App, region: str | None) -> None:
    """List the editions of the strategies: id, date, act and the revision that holds each."""
    found = frames(app.tree)
    if region is not None and region not in found:
        raise no_region(region, found)
    rows = [
        (name, one.id, edition_date(one), edition_act(one), one.revision or app.translate(_("not recorded")))
        for name, frame in found.items()
        if region in (None, name)
        for one in frame.editions
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        cells = [visible(cell).ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)]
        click.echo("  ".join(cells).rstrip())
    if not rows:
        app.say(say("no editions are recorded"))
