"""``stratkit merge-driver``: called by git, see docs/editions.md."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command
from stratkit.diagnostics.errors import SourceError, reason_of
from stratkit.diagnostics.message import say
from stratkit.diff.merge_text import UnmergeableError, merge_texts
from stratkit.source import GitRepository
from stratkit.source.write import replace_file

_FILE = click.Path(path_type=Path, dir_okay=False)


@command("merge-driver", examples=('git config merge.stratkit.driver "stratkit merge-driver %O %A %B %P"',))
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("path", required=False, metavar="[PATH]")
@pass_app
def main(app: App, base: Path, ours: Path, theirs: Path, path: str | None) -> None:
    """Merge two versions of a file by entity and write the result to OURS; git calls this.

    Markers of conflict stand only where both sides changed the same field. What is no sound YAML is merged line by line.
    """
    name = path or ours.name
    try:
        former, mine, other = (one.read_bytes() for one in (base, ours, theirs))
    except OSError as error:
        raise SourceError(say("'{path}' cannot be read: {reason}", path=name, reason=reason_of(error))) from error
    try:
        merged = merge_texts(former, mine, other, name)
    except UnmergeableError:
        app.say(say("{path}: merged line by line, since a version cannot be read as data", path=name), fg="yellow")
        data, clean = GitRepository(Path.cwd()).merged_text(ours.absolute(), base.absolute(), theirs.absolute())
    else:
        data, clean = merged.text().encode("utf-8"), not merged.conflicts
        if not clean:
            app.say(
                say("{path}: both sides changed the same fields: {count}", path=name, count=merged.conflicts),
                fg="yellow",
            )
    replace_file(ours, data)
    raise SystemExit(EXIT_CLEAN if clean else EXIT_FINDINGS)
