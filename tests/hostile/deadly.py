"""The command line that dies at a certain touch of the disk: ``python -m tests.hostile.deadly NUMBER FILE ARGUMENTS …``.

At the touch with that number (a file opened for writing, moved, linked, removed, a folder made) the whole group of
processes is killed as ``kill -9`` does. With 0 it lives, and writes into FILE how many touches there were. Where DEADLY_WORTH
is set, websites from that number of files on count as large.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

TOUCHES = frozenset(
    ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
)
_WRITING = os.O_WRONLY | os.O_RDWR


class Fate:
    """Counts touches of the disk and strikes at the last one.

    Args:
        last: its number; 0: none.
    """

    def __init__(self, last: int) -> None:
        self.last = last
        self.touches = 0

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """An audit hook; processes that are copied from this one go on counting."""
        if event not in TOUCHES and not (event == "open" and _writes(arguments)):
            return
        self.touches += 1
        if self.touches == self.last:
            os.killpg(os.getpgrp(), signal.SIGKILL)


def _writes(arguments: tuple[object, ...]) -> bool:
    _path, _mode, flags = arguments
    return isinstance(flags, int) and bool(flags & _WRITING)


def main() -> None:
    """Run the command line under its fate."""
    number, file = int(sys.argv[1]), Path(sys.argv[2])
    sys.argv = ["stratkit", "--lang", "en", *sys.argv[3:]]
    fate = Fate(number)
    from stratkit.cli.main import main as command

    if "DEADLY_WORTH" in os.environ:
        from stratkit.site.writing import spare

        spare.WORTH = int(os.environ["DEADLY_WORTH"])
    sys.addaudithook(fate.hook)
    try:
        command()
    finally:
        count = fate.touches
        if not number:
            file.write_text(str(count))


if __name__ == "__main__":
    main()
