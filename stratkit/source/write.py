"""Writing a file in one step."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError

_NEW_FILE = 0o644


def replace_file(target: Path, data: bytes) -> None:
    """Write *data* to *target*, which holds its former content until the new one is complete.

    A link is followed; a file keeps its permissions; folders that are missing are made.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe is written to, never replaced
            return
        target = target.resolve()
        mode = target.stat().st_mode & 0o7777 if target.exists() else _NEW_FILE
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(say("'{path}' cannot be written: {reason}", path=str(target), reason=reason)) from error


def create_file(target: Path, data: bytes) -> None:
    """Write *data* to *target*, which must not exist.

    Raises:
        OutputError: it exists, or cannot be written.
    """
    if target.exists() or target.is_symlink():
        raise OutputError(
            say("'{path}' exists already", path=str(target)), say("choose another id, or remove it first")
        )
    replace_file(target, data)
