"""What checks remember: in a folder from one run to the next, at hand from one check to the next."""

from __future__ import annotations

from stratkit.immutable import immutable
from stratkit.lint.formats.style import Style
from stratkit.source.cache import CacheFolder, digest_of, file_name

Kept = dict[str, tuple[str, bytes]]
"""What was found and how it is shown, with the keys for which it is good, by name."""


def part_name(region: str) -> str:
    """Under which is kept what the part of a region says of itself."""
    return file_name(f"region/{region}")


def inside_name(region: str) -> str:
    """Under which is kept what was found in a region: it is seldom looked at, and is most of what is kept."""
    return file_name(f"found/{region}")


def drawn_name(region: str, style: Style) -> str:
    """Under which is kept how each of its files is shown: of each form of the report the style asked for last."""
    return file_name(f"drawn/{style.form}/{region}")


def drawn_key(part: str, style: Style) -> str:
    """For what it is good to know how a part is shown, of which *part* is the key."""
    return digest_of(part, style.key)


@immutable
class Memory:
    """What was found before.

    Args:
        cache: the folder.
        kept: what is at hand; is filled.
    """

    cache: CacheFolder | None
    kept: Kept | None

    def get(self, name: str, key: str) -> bytes | None:
        """What was put under *name* for *key*; None if it is not there, is for another key or is damaged."""
        kept = self.kept.get(name) if self.kept is not None else None
        if kept is not None and kept[0] == key:
            return kept[1]
        body = self.cache.get(name, key) if self.cache is not None else None
        if body is not None:
            self.keep(name, key, body)
        return body

    def holds(self, name: str, key: str) -> bool:
        """Whether something was put under *name* for *key*; that it is whole shows only when it is had."""
        kept = self.kept.get(name) if self.kept is not None else None
        if kept is not None and kept[0] == key:
            return True
        return self.cache is not None and self.cache.holds(name, key)

    def keep(self, name: str, key: str, body: bytes) -> None:
        """Keep at hand what is in the folder, or is not to stand there."""
        if self.kept is not None:
            self.kept[name] = (key, body)

    def put(self, name: str, key: str, body: bytes) -> None:
        """Keep *body* under *name* for *key*, at hand and in the folder."""
        self.keep(name, key, body)
        if self.cache is not None:
            self.cache.put(name, key, body)
