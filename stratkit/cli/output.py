"""Writing the one file that was asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from stratkit.cli.app import App
from stratkit.diagnostics.errors import ConfigError, OutputError
from stratkit.diagnostics.message import say
from stratkit.source.write import replace_file

STANDARD = "-"
"""The name of standard output."""


class OutputPath(click.Path):
    """Where to write: a name that looks like an option was forgotten and is refused, not made into a file."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(path_type=Path, **kwargs)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path.

        Raises:
            ConfigError: its name begins as an option does.
        """
        name = os.fspath(value)
        if name.startswith("-") and name != STANDARD:
            raise ConfigError(
                say("-o needs a name, and '{name}' looks like an option", name=name),
                say("write the name after -o; a name that does begin so is written './{name}'", name=name),
            )
        return super().convert(value, param, ctx)


def write_output(app: App, data: bytes, target: Path | None) -> None:
    """Write *data* to *target* in one step, or to standard output.

    A former file stays whole until the new one is complete. A folder that is missing is made, and said to be.

    Raises:
        OutputError: the file cannot be written.
    """
    if target is None or str(target) == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if target.is_dir():
        raise OutputError(say("'{path}' is a folder", path=str(target)), say("name a file"))
    missing = not target.parent.exists()
    replace_file(target, data)
    if missing:
        app.say(say("the folder '{path}' was made", path=str(target.parent)))
