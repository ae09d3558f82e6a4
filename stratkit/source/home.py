"""Where a workspace of strategies stands, and what its folders are."""

from __future__ import annotations

import os
from bisect import bisect_left
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
    folders = {path.partition("/")[0] for path in tree.paths if "/" in path}
    return sorted(folders - {CATALOG})


def by_region(tree: Tree) -> dict[str, tuple[str, ...]]:
    """The files of each region; under the empty name those of none: what all regions stand on."""
    top = (path for path in tree.paths if "/" not in path)
    return {
        "": tuple(sorted([*top, *paths_of(tree, CATALOG)])),
        **{region: paths_of(tree, region) for region in regions(tree)},
    }


def paths_of(tree: Tree, folder: str) -> tuple[str, ...]:
    """The files of *tree* within its top folder *folder*."""
    paths = tree.paths
    start = bisect_left(paths, f"{folder}/")
    return paths[start : bisect_left(paths, f"{folder}{chr(ord('/') + 1)}", lo=start)]
