"""A file of the website, and where it may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import OutputError
from stratkit.immutable import immutable
from stratkit.site.page import Page

MANIFEST = ".stratkit-site.json"
"""What stratkit itself keeps in the folder of a website."""
Elsewhere = Mapping[str, Callable[[], bytes]]
"""What gives files that another process makes meanwhile, by their paths."""
NOWHERE: Elsewhere = {}
"""Where nobody else makes any."""


@immutable
class SiteFile:
    """A file of the website: its bytes are made when they are asked for.

    Args:
        path: within the website, e.g. ``tomsk/index.html``.
        make: gives the bytes; the same bytes each time.
        page: the page that is drawn, if the file is one.
        shows: gives of what a file that is no page is made: with the same value the bytes are the same, as long as
            what all regions stand on is the same. None if nobody can tell.
    """

    path: str
    make: Callable[[], bytes]
    page: Page | None = None
    shows: Callable[[], object] | None = None


def checked(files: Iterable[SiteFile]) -> Iterator[SiteFile]:
    """The same files, each with a place of its own inside the website.

    Raises:
        OutputError: one would land outside, or two would share a place.
    """
    taken: dict[str, str] = {}
    for file in files:
        _refuse_outside(file.path)
        _refuse_clash(file.path, taken)
        yield file


def inside(path: str) -> bool:
    """Whether *path* is the name of a file within a folder, on every system."""
    parts = path.split("/")
    return not {"", ".", ".."} & {*parts} and "\\" not in path and "\0" not in path and ":" not in parts[0]


def _refuse_outside(path: str) -> None:
    """No file may land outside the website, whatever an id or a folder is called."""
    if not inside(path) or path == MANIFEST:
        raise OutputError(say("a page cannot be called '{path}'", path=path), say("give the entity another id"))


def _refuse_clash(path: str, taken: dict[str, str]) -> None:
    """Two paths that differ only by case are one file on many disks and servers."""
    key = path.casefold()
    if key in taken:
        raise OutputError(
            say("two pages would share one file: '{one}' and '{other}'", one=taken[key], other=path),
            say("give one of the two entities another id"),
        )
    taken[key] = path
