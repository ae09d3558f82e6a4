"""Where a workspace of strategies stands, and what its folders are."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stratkit.source.tree import Tree

FOLDER = "strategies"
SETTINGS = "stratkit.yaml"
CATALOG = "catalog"
"""The folder of what regions share; every other folder is a region."""
CACHE = ".stratkit/cache"
"""The folder of what was worked out before."""


_LONGEST = 4096
"""Signs of a path that a system opens."""


def home_of(start: Path, *, above: bool = True) -> Path | None:
    """The workspace at *start*, or, with *above*, in the nearest folder above it; None if there is none."""
    # Texts instead of paths: an editor may name a file in thousands of folders, and ask about it at each key.
    place = os.fspath(start)
    while len(place) <= _LONGEST:
        for candidate in (place, os.path.join(place, FOLDER)):  # noqa: PTH118
            # Path raises where a name is too long or not to be looked at.
            if os.path.isfile(os.path.join(candidate, SETTINGS)):  # noqa: PTH113, PTH118
                return Path(candidate)
        above_it = os.path.dirname(place)  # noqa: PTH120
        if not above or above_it == place:
            break
        place = above_it
    return None


def regions(tree: Tree) -> list[str]:
    """The folders that hold strategies."""
    return sorted({folder for folder, _ in folders_in(tree.paths)} - {"", CATALOG})


def common_paths(tree: Tree) -> tuple[str, ...]:
    """The files on which all regions stand: those of the catalogue, and those in no folder."""
    return tuple(sorted(chain.from_iterable(own for folder, own in folders_in(tree.paths) if folder in ("", CATALOG))))


def by_region(tree: Tree) -> dict[str, tuple[str, ...]]:
    """The files of each region; under the empty name those of none: what all regions stand on."""
    apart = sorted(folders_in(tree.paths))
    return {"": common_paths(tree), **{folder: own for folder, own in apart if folder not in ("", CATALOG)}}


def paths_of(tree: Tree, folder: str) -> tuple[str, ...]:
    """The files of *tree* within its top folder *folder*."""
    start = bisect_left(tree.paths, f"{folder}/")
    return tree.paths[start : _end(tree.paths, folder, start)]


def folders_in(paths: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each top folder of *paths*, which are sorted, with those in it; paths at the top one by one, in no folder."""
    start = 0
    while start < len(paths):
        folder, inside, _ = paths[start].partition("/")
        end = _end(paths, folder, start) if inside else start + 1
        yield folder if inside else "", tuple(paths[start:end])
        start = end


def _end(paths: Sequence[str], folder: str, start: int) -> int:
    """Where the paths in *folder* end, of which the first is at *start*."""
    return bisect_left(paths, f"{folder}{chr(ord('/') + 1)}", lo=start)
