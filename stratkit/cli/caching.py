"""Where what was worked out is kept from one run to the next."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.diagnostics.message import say

if TYPE_CHECKING:
    from stratkit.cli.app import App
    from stratkit.source.cache import CacheFolder

VARIABLE, _OFF = "STRATKIT_CACHE", "off"


def cache_of(app: App) -> CacheFolder | None:
    """The cache of the workspace: within it, or in the folder that ``STRATKIT_CACHE`` names.

    None where a revision is read, where ``STRATKIT_CACHE`` is ``off``, and where the cache came with the
    repository or belongs to another user: what others wrote into it is not believed.
    """
    from stratkit.source.cache import CacheFolder, alien, file_name
    from stratkit.source.home import CACHE

    asked = os.environ.get(VARIABLE, "")
    if app.revision is not None or asked.lower() == _OFF:
        return None
    folder = Path(asked) / file_name(str(app.folder.resolve())) if asked else app.folder / CACHE
    if not asked and tracked(app.folder):
        app.say(say("the folder '{path}' is in the repository: it is not used", path=CACHE), fg="yellow")
        return None
    if alien(folder):
        app.say(say("the folder '{path}' belongs to another user: it is not used", path=str(folder)), fg="yellow")
        return None
    return CacheFolder(folder)


def tracked(root: Path) -> bool:
    """Whether the cache within *root* came with the repository: then somebody else says what is in it."""
    from stratkit.source.home import CACHE

    place = root / CACHE
    # A link leads to wherever somebody else wants files to be written.
    if place.is_symlink() or place.parent.is_symlink():
        return True
    if not place.is_dir():
        return False
    from stratkit.source.git import came_along

    # The folder above it: the whole of it may be another repository.
    return came_along(root, CACHE.partition("/")[0])
