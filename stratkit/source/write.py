"""Writing a file in one step.

What is written grows under a hidden name beside its place and bears a lock while its writer lives;
what is found without one was left by a program that was killed, and goes.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError, reason_of
from stratkit.source.locks import lock

_NEW_FILE = 0o644
_MARK = ".stratkit-"
_PATIENCE = 1.0
"""Seconds to wait for a program that looks whether a file is the remains of a dead one."""
_GROWING = re.compile(re.escape(_MARK) + r"[a-z0-9_]{8}\.new\Z")


def put_in_place(target: Path, data: bytes, mode: int = 0o600, *, lasting: bool = False) -> None:
    """Let *data* stand at *target* in one step: whatever happens meanwhile, there is the former file or the new one.

    Args:
        target: the file; its folder exists.
        data: the bytes.
        mode: who may do what with it.
        lasting: not even a loss of power may cost it.

    Raises:
        OSError: it cannot be written.
    """
    handle, name, held = _growing(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    finally:
        if held is not None:
            os.close(held)


def _growing(folder: Path) -> tuple[int, str, int | None]:
    """A new file in *folder* with its lock, both open."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_MARK, suffix=".new")
        held = None
        with suppress(FileNotFoundError):  # another program took it for remains before it bore its lock
            held = lock(Path(name), _PATIENCE)
            if Path(name).exists():
                return handle, name, held
        for one in (handle, held):
            if one is not None:
                os.close(one)


def clear_remains(folder: Path) -> None:
    """Remove what killed programs left behind in *folder* on their way to :func:`put_in_place`."""
    with os.scandir(folder) as entries:
        found = [Path(one.path) for one in entries if _GROWING.match(one.name) and one.is_file(follow_symlinks=False)]
    for one in found:
        with suppress(OSError):  # its writer lives or ends just now, or it is not ours to remove
            held = lock(one)
            if held is not None:
                one.unlink()
                os.close(held)


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
        clear_remains(target.parent)
        put_in_place(target, data, mode, lasting=True)
    except OSError as error:
        reason = reason_of(error)
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
