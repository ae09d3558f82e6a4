"""A file of the website."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the website: its bytes are made when they are asked for.

    Args:
        path: within the website, e.g. ``tomsk/index.html``.
        make: gives the bytes; the same bytes each time.
    """

    path: str
    make: Callable[[], bytes]
