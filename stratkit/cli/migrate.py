"""``stratkit migrate``."""

from __future__ import annotations

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.difference import difference
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.scaffold.migrate import MIGRATIONS, lift
from stratkit.source.write import replace_file


@command("migrate", examples=("stratkit migrate --diff", "stratkit migrate"))
@option("--check", is_flag=True, help=_("Write nothing; exit with 1 if a file would change."))
@option("--diff", is_flag=True, help=_("Write nothing; show what would change."))
@pass_app
def main(app: App, check: bool, diff: bool) -> None:
    """Lift files of an older format to the one that this stratkit reads; comments stay.

    A file of a newer format, or one that cannot be read, is named and left as it is.
    """
    lifted = lift(app.tree, MIGRATIONS)
    for finding in lifted.refused:
        place = str(app.locator.span(finding.place))
        app.say(say("{place}: left as it is: {message}", place=place, message=finding.message), fg="yellow")
    for path, data in sorted(lifted.files.items()):
        if diff:
            click.echo("".join(difference(path, app.tree.read(path), data)), nl=False, color=app.color)
        elif check:
            app.say(say("would change: {path}", path=path))
        else:
            replace_file(app.folder / path, data)
            app.say(say("lifted: {path}", path=path))
    if not lifted.files and not lifted.refused:
        app.say(say("all files are of the present format: {count}", count=len(app.tree.paths)))
    raise SystemExit(EXIT_FINDINGS if lifted.refused or (check and lifted.files) else EXIT_CLEAN)
