"""Records of the parts of the last edition, so that the next one draws only what changed.

They are trusted as far as the website bears them out: a file that is not what its record says is drawn
anew. Without them everything is drawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from stratkit.site.record import FORMAT, Record
from stratkit.source.cache import CacheFolder, file_name


@dataclass(frozen=True, slots=True)
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

    def keep(self, records: Iterable[Record], former: Mapping[str, Record]) -> None:
        """Remember *records*; those that are as in *former* stand there already."""
        if self.cache is not None:
            for record in records:
                if former.get(record.region) != record:
                    self.cache.put(self._name(record.region), FORMAT, record.to_json())

    def _name(self, region: str) -> str:
        return file_name(f"site/{os.fspath(self.target)}/{region}")
