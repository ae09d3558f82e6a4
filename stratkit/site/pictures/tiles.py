"""The map of regions as tiles: each region a square in the place that its data names."""

from __future__ import annotations

from collections.abc import Iterable

from stratkit.compare import RegionFacts
from stratkit.immutable import immutable

SIDE, _STEP = 52, 58
"""Side of a tile and distance from one tile to the next, in units of the drawing."""
_LETTERS = 3


@immutable
class Tile:
    """A region on the map; ``label`` is short enough for its square."""

    region: str
    name: str
    label: str
    x: int
    y: int


@immutable
class TileMap:
    """The whole map."""

    width: int
    height: int
    tiles: tuple[Tile, ...]
    side: int = SIDE


def tile_map(regions: Iterable[RegionFacts]) -> TileMap | None:
    """The map of the regions that name their place; None if none does.

    Of two regions that claim one place the first has it; the list below the map has both.
    """
    placed: dict[tuple[int, int], RegionFacts] = {}
    for one in regions:
        if one.tile is not None:
            placed.setdefault(one.tile, one)
    if not placed:
        return None
    left, top = (min(place[axis] for place in placed) for axis in (0, 1))
    tiles = tuple(
        Tile(one.id, one.name, _label(one), 2 + (x - left) * _STEP, 2 + (y - top) * _STEP)
        for (x, y), one in sorted(placed.items(), key=lambda item: (item[0][1], item[0][0]))
    )
    return TileMap(max(one.x for one in tiles) + SIDE + 2, max(one.y for one in tiles) + SIDE + 2, tiles)


def _label(one: RegionFacts) -> str:
    """The last part of the region's code, else the first letters of its name."""
    return (one.code or "").rpartition("-")[2] or one.name[:_LETTERS]
