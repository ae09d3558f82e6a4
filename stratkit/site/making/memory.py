"""Records of the parts of the last edition, so that the next one draws only what changed.

They are trusted as far as the website bears them out: a file that is not what its record says is drawn
anew. Without them everything is drawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from stratkit.immutable import immutable
from stratkit.site.making.record import FORMAT, Record, Top
from stratkit.source.cache import CacheFolder, file_name

ABOVE, CRAWLED = "", "/"
"""The names of what stands above the regions, and of what is made for those who crawl it: no region is called so."""


@immutable
class Memory:
    """The records of one website.

    Args:
        cache: where they are kept; None: nothing is remembered.
        target: the folder of the website.
    """

    cache: CacheFolder | None
    target: Path

    def recall(self, regions: Iterable[str]) -> dict[str, Record]:
        """The records by region; what cannot be read is not known."""
        if self.cache is None:
            return {}
        bodies = ((name, self.cache.get(self._name(name), FORMAT)) for name in regions)
        read = ((name, Record.from_json(body)) for name, body in bodies if body is not None)
        return {name: record for name, record in read if record is not None and record.region == name}

    def drawn(self, part: str) -> bytes | None:
        """A part as it was drawn, as JSON; None if that is not known."""
        return self.cache.get(self._drawn(part), FORMAT) if self.cache is not None else None

    def keep(self, records: Iterable[Record], former: Mapping[str, Record]) -> None:
        """Remember *records*, but for those that are as in *former* and stand there already."""
        if self.cache is None:
            return
        for record in records:
            if former.get(record.region) != record:
                self.cache.put(self._name(record.region), FORMAT, record.to_json())

    def keep_drawn(self, part: str, drawn: bytes) -> None:
        """Remember a part as it was drawn, as JSON."""
        if self.cache is not None:
            self.cache.put(self._drawn(part), FORMAT, drawn)

    def top(self) -> Top | None:
        """Of what that is made which stands above the regions; None if that is not known."""
        body = self.cache.get(self._top, FORMAT) if self.cache is not None else None
        return Top.from_json(body) if body is not None else None

    def keep_top(self, top: Top) -> None:
        """Remember of what that is made which stands above the regions."""
        if self.cache is not None:
            self.cache.put(self._top, FORMAT, top.to_json())

    @property
    def _top(self) -> str:
        return file_name(f"top/{os.fspath(self.target)}")

    def _name(self, region: str) -> str:
        return file_name(f"site/{os.fspath(self.target)}/{region}")

    def _drawn(self, part: str) -> str:
        return file_name(f"drawn/{os.fspath(self.target)}/{part}")
