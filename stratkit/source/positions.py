"""From a place by meaning to a line and a column.

Positions are worked out only for files in which something has to be shown: reading a clean
repository never pays for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stratkit.diagnostics import Origin, Place, Span

if TYPE_CHECKING:
    from stratkit.source.parsed import Positions


# By content and not by path alone: a file that stays as it is is not read again after an edit elsewhere.
@lru_cache(maxsize=256)
def _positions_of(data: bytes, path: str) -> Positions:
    from stratkit.source.reader import positions  # who is shown nothing new reads no YAML

    return positions(data, path)


@lru_cache(maxsize=16)
def _lines_of(data: bytes) -> list[str]:
    # Kept, because a file with ten thousand findings would be taken apart as often.
    return data.decode("utf-8", "replace").splitlines()


class Spot(NamedTuple):
    """Where a place by meaning stands, and what it is called whatever stands around it.

    Args:
        span: lines and columns.
        name: keys, and what items of lists are called instead of their numbers.
    """

    span: Span
    name: str


class Locator:
    """Finds lines and columns in the files of a tree.

    Args:
        read: gives the bytes of a file by its path within the tree.
        known: places that were looked up before, in the same files.
        places: of files that were read just now.
    """

    def __init__(
        self,
        read: Callable[[str], bytes],
        known: Mapping[Origin, Spot] | None = None,
        places: Mapping[str, Positions] | None = None,
    ) -> None:
        self.read = read
        self.known = known or {}
        self.places = places or {}

    def positions(self, path: str) -> Positions:
        """The places of all keys and values of a file, as far as it can be read."""
        found = self.places.get(path)
        return found if found is not None else _positions_of(self.read(path), path)

    def span(self, place: Place) -> Span:
        """The span of *place*; the nearest enclosing one if the exact place does not exist."""
        if isinstance(place, Span):
            return place
        known = self.known.get(place) if self.known else None
        if known is not None:
            return known.span
        found = self.positions(place.path)
        pointer = place.pointer
        key = found.key(pointer) if place.key else None
        if key is not None:
            return key
        while pointer:
            span = found.shown(pointer)
            if span is not None:
                return span
            pointer = pointer[:-1]
        return Span(place.path)

    def name(self, place: Place) -> str:
        """What *place* is called, which stays when entities move within lists; empty if all that is known is where it is."""
        if isinstance(place, Span):
            return ""
        known = self.known.get(place) if self.known else None
        if known is not None:
            return known.name
        pointer = place.pointer
        if int in map(type, pointer):
            pointer = self.positions(place.path).names(pointer)
        return "/".join(map(str, pointer))

    def spot(self, place: Origin) -> Spot:
        """All that is known of *place*."""
        return Spot(self.span(place), self.name(place))

    def scalar(self, place: Place) -> Span | None:
        """The span of the text or the key at *place* with its quotes, however long; None if it does not exist."""
        if isinstance(place, Span):
            return None
        found = self.positions(place.path)
        return found.key(place.pointer) if place.key else found.value(place.pointer)

    def line(self, span: Span) -> str:
        """The text of the line on which *span* starts."""
        lines = _lines_of(self.read(span.path))
        return lines[span.line - 1] if span.line <= len(lines) else ""
