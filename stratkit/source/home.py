"""Where a workspace of strategies stands: the folder that holds its settings."""

from __future__ import annotations

from pathlib import Path

FOLDER = "strategies"
SETTINGS = "stratkit.yaml"
CATALOG = "catalog"
"""The folder of what regions share; every other folder is a region."""
CACHE = ".stratkit/cache"
"""The folder of what was worked out before."""


def home_of(start: Path, *, above: bool = True) -> Path | None:
    """The workspace at *start*, or, with *above*, in the nearest folder above it; None if there is none."""
    for place in (start, *start.parents) if above else (start,):
        for candidate in (place, place / FOLDER):
            if (candidate / SETTINGS).is_file():
                return candidate
    return None
