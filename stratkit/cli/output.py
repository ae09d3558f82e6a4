"""Writing the one file that was asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from stratkit.diagnostics.errors import OutputError
from stratkit.diagnostics.message import say
from stratkit.source.write import replace_file


def write_output(data: bytes, target: Path | None) -> None:
    """Write *data* to *target* in one step, or to standard output.

    A former file stays whole until the new one is complete.

    Raises:
        OutputError: the file cannot be written.
    """
    if target is None or str(target) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if target.is_dir():
        raise OutputError(say("'{path}' is a folder", path=str(target)), say("name a file"))
    replace_file(target, data)
