"""Blobs of a repository: many come in one run of git, few megabytes are kept, and what is too large is never read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stratkit.source.git_command import Git, endless
from stratkit.source.tree import MAX_BYTES

MOST_KEPT = 128 * 1024 * 1024
"""Bytes that are kept: more than all strategies of a country have."""


class Blobs:
    """The contents of blobs by their ids.

    Args:
        git: runs in the repository.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._kept: dict[str, bytes] = {}
        self._sizes: dict[str, int] = {}

    def note(self, blob: str, size: int) -> None:
        """Take note of a size, so that nobody has to ask for it."""
        self._sizes[blob] = size

    def read(self, ids: Iterable[str], soon: Iterable[str]) -> Mapping[str, bytes]:
        """The blobs *ids*; one that the repository lacks, or that is too large for a file of strategies, is left out.

        Args:
            ids: blobs that are needed now.
            soon: blobs that will be asked for next; as many as fit into half of what is kept come in the same run of git.

        Raises:
            RevisionError: those that are needed now are more than can be held at once.
        """
        needed = dict.fromkeys(ids)
        if all(one in self._kept for one in needed):
            return self._kept
        later = [one for one in soon if one not in self._kept]
        self._measure(dict.fromkeys((*needed, *later)))
        asked = [one for one in needed if one not in self._kept and self._fits(one)]
        if sum(self._sizes[one] for one in asked) > MOST_KEPT:
            raise endless()
        asked += self._next(later, {*asked})
        self._make_room(sum(self._sizes[one] for one in asked), needed)
        self._fetch(asked)
        return self._kept

    def _fits(self, blob: str) -> bool:
        return 0 <= self._sizes.get(blob, -1) <= MAX_BYTES

    def _measure(self, blobs: Iterable[str]) -> None:
        """Ask for the sizes of those of which nobody took note; what is not there, or no blob, has none."""
        data = "".join(f"{one}\n" for one in blobs if one not in self._sizes).encode()
        printed = self._git.run("cat-file", "--batch-check", "--buffer", data=data).decode() if data else ""
        for line in printed.splitlines():
            one, kind, *size = line.split()
            if kind == "blob":
                self._sizes[one] = int(size[0])

    def _next(self, soon: Iterable[str], asked: set[str]) -> list[str]:
        found, room = [], MOST_KEPT // 2
        for one in dict.fromkeys(soon):
            if one in asked or not self._fits(one):
                continue
            room -= self._sizes[one]
            if room < 0:
                break
            found.append(one)
        return found

    def _make_room(self, size: int, needed: Mapping[str, None]) -> None:
        """Forget the oldest ones until *size* bytes more can be kept."""
        over = sum(map(len, self._kept.values())) + size - MOST_KEPT
        for one in [each for each in self._kept if each not in needed]:
            if over <= 0:
                break
            over -= len(self._kept.pop(one))

    def _fetch(self, blobs: list[str]) -> None:
        data = "".join(f"{one}\n" for one in blobs).encode()
        pieces = self._git.chunks("cat-file", "--batch", "--buffer", data=data, most=3 * MOST_KEPT) if data else ()
        printed = b"".join(pieces)
        start = 0
        for one in blobs:
            start = printed.index(b"\n", start) + 1
            self._kept[one] = printed[start : start + self._sizes[one]]
            start += self._sizes[one] + 1
