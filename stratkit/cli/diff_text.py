"""``stratkit diff-text``: called by git, see docs/editions.md."""

from __future__ import annotations

import re
from pathlib import Path

import click

from stratkit.cli.commands import command
from stratkit.diagnostics.errors import SourceError, reason_of
from stratkit.diagnostics.message import say
from stratkit.diagnostics.visible import visible
from stratkit.diff.history import leaves
from stratkit.source.reader import parse
from stratkit.source.tree import MAX_BYTES

_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n+")


@command("diff-text", examples=('git config diff.stratkit.textconv "stratkit diff-text"',))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def main(file: Path) -> None:
    """Print a file so that its changes can be read: a line for each value and sentence; git calls this."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(say("'{path}' cannot be read: {reason}", path=str(file), reason=reason_of(error))) from error
    value = parse(data, file.name).value
    if value is None:
        click.echo(data, nl=False)  # what is no YAML is shown as it is
        return
    for path, leaf in leaves(value):
        shown = ", ".join(map(str, leaf)) if isinstance(leaf, list) else "–" if leaf is None else str(leaf)
        for sentence in _SENTENCE.split(shown.strip()):
            click.echo(f"{path}: {visible(sentence)}")
