"""Looking at all folders of a website, in two processes where it is large: nearly all of the time is the system's.

The process beside this one begins at the first folder, and this one, once it has nothing better to do, at the last;
where they meet all is seen.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stratkit.site.file import MANIFEST
from stratkit.site.writing.look import UNSEEN, Glance, Known, Stamp, digest_of_rows, row_of, rows_in, stamp_of
from stratkit.source.cache import now_in
from stratkit.source.processes import can_copy, cores

WORTH = 10_000
"""Files from which on another process saves more than it costs."""
_STRETCH = 32
"""Folders between two words of the process beside this one."""
_YES, _NO = 1, 0


@dataclass(eq=False, repr=False)
class Sight:
    """What is seen of a website.

    Args:
        site: its folder.
        known: what was known of it.
        looked: when this began, by the clock of the file system.
        stamps: what the system said of each folder itself then; empty if nothing is to be seen.
        beside: the process beside this one, and where it is heard; None: there is none.
    """

    site: Path
    known: Known
    looked: int | None = None
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    beside: tuple[int, int] | None = None

    @cached_property
    def glance(self) -> Glance:
        """What was seen; waits until all is."""
        if not self.stamps:
            return UNSEEN
        folders = list(self.known.folders)
        heard, own, end = bytearray(), [], len(folders)
        while len(heard) < end:
            if self.beside is not None:
                heard += _said(self.beside[1])
            start = max(len(heard), end - _STRETCH)
            own += [folder for folder in folders[start:end] if self._intact(folder)]
            end = min(end, start)
        if self.beside is not None:
            process, words = self.beside
            os.close(words)  # it ends as soon as it finds that nobody listens any more
            os.waitpid(process, 0)
        others = (folder for folder, word in zip(folders[:end], heard, strict=False) if word == _YES)
        return Glance(frozenset([*own, *others]), self.stamps, self.looked)

    def _intact(self, folder: str) -> bool:
        said = self.known.folders[folder]
        return bool(said) and digest_of_rows(rows_in(os.fspath(self.site), folder)) == said

    def begin(self) -> None:
        """Let another process begin to look."""
        words, mouth = os.pipe()
        process = os.fork()
        if process == 0:
            self._look(mouth)
        os.close(mouth)
        os.set_blocking(words, False)
        self.beside = (process, words)

    def _look(self, mouth: int) -> None:
        """In the process beside: say of each folder whether it is intact, and end."""
        try:
            folders = list(self.known.folders)
            for start in range(0, len(folders), _STRETCH):
                found = (self._intact(folder) for folder in folders[start : start + _STRETCH])
                os.write(mouth, bytes(_YES if one else _NO for one in found))
        finally:
            os._exit(0)


def look_at(site: Path, known: Known) -> Sight:
    """Begin to look at the website in *site*, of which something is *known*."""
    if known.manifest is None or known.manifest != row_of(site / MANIFEST):
        return Sight(site, known)
    looked = now_in(site.parent)
    top = os.fspath(site)
    stamps = {name: stamp for name in known.folders if (stamp := stamp_of(f"{top}/{name}")) is not None}
    sight = Sight(site, known, looked, stamps)
    if known.files >= WORTH and cores() > 1 and can_copy():
        sight.begin()
    return sight


def _said(words: int) -> bytes:
    """What was said since; nothing if that is nothing, or whoever should say it is dead."""
    try:
        return os.read(words, 1 << 16)
    except BlockingIOError:
        return b""
