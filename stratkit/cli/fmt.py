"""``stratkit fmt``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.difference import difference
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.load.formatting import format_file
from stratkit.source.write import replace_file


@command(
    "fmt",
    examples=("stratkit fmt", "stratkit fmt strategies/tomsk/card.yaml --diff", "stratkit fmt --check"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@option("--check", is_flag=True, help=_("Write nothing; exit with 1 if a file would change."))
@option("--diff", is_flag=True, help=_("Write nothing; show what would change."))
@pass_app
def main(app: App, paths: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Put the keys of the files (of all files by default) in order and name their schema in the first line.

    Comments, quotes and folds stay as they are; a file that is in order is not touched.
    """
    changed = refused = 0
    for path in _chosen(app, paths):
        before = app.tree.read(path)
        formatted = format_file(before, path)
        if formatted.refused is not None:
            refused += 1
            place, message = app.locator.span(formatted.refused.place), formatted.refused.message
            app.say(say("{place}: left as it is: {message}", place=str(place), message=message), fg="yellow")
        elif formatted.data != before:
            changed += 1
            if diff:
                click.echo("".join(difference(path, before, formatted.data)), nl=False, color=app.color)
            elif check:
                app.say(say("would change: {path}", path=path))
            else:
                replace_file(app.folder / path, formatted.data)
                app.say(say("put in order: {path}", path=path))
    counts = {"changed": changed, "refused": refused}
    summary = say("files that would change: {changed}; left as they are: {refused}", **counts)
    app.say(summary if check or diff else say("files put in order: {changed}; left as they are: {refused}", **counts))
    raise SystemExit(EXIT_FINDINGS if refused or (check and changed) else EXIT_CLEAN)


def _chosen(app: App, named: tuple[Path, ...]) -> list[str]:
    """The files of the workspace that are meant: those named, those in the folders named, or all.

    Raises:
        ConfigError: something is named that holds no file of the workspace.
    """
    if not named:
        return list(app.tree.paths)
    top = app.folder.resolve()
    chosen: dict[str, None] = {}
    for one in named:
        place = one.resolve()
        inside = place.relative_to(top).as_posix() if place.is_relative_to(top) else None
        found = [path for path in app.tree.paths if inside in (".", path) or path.startswith(f"{inside}/")]
        if inside is None or not found:
            hint = say("name a YAML file or a folder in '{folder}'", folder=str(app.folder))
            raise ConfigError(say("'{path}' is no file of the workspace", path=str(one)), hint)
        chosen.update(dict.fromkeys(found))
    return sorted(chosen)
