"""Making the files of a part; those that would be as they were stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from stratkit.immutable import immutable
from stratkit.site.drawing.render import Renderer
from stratkit.site.drawing.traces import Look, Tracer
from stratkit.site.file import SiteFile, checked
from stratkit.site.making.drawn import Drawn
from stratkit.site.making.parts import Part

Made = tuple[bytes, Sequence[Look]]
"""The bytes of a file, and what its template looked at if it is a page."""


def made(file: SiteFile, renderer: Renderer) -> Made:
    """Make a file now."""
    return file.make(), renderer.looked if file.page is not None else ()


@immutable
class Canvas:
    """Where a part is drawn.

    Args:
        frame: digest of what all regions stand on.
        renderer: draws the pages.
        standing: hash of each file of the part that stands there, by its path.
        put: lets bytes stand at a path, and gives their hash.
        ready: files that were made before their turn, by their paths.
    """

    frame: str
    renderer: Renderer
    standing: Mapping[str, str]
    put: Callable[[str, bytes], str]
    ready: Mapping[str, Made] = field(default_factory=dict)

    def draw(self, part: Part, former: Drawn | None, tracer: Tracer, *, same_data: bool = False) -> Drawn:
        """Draw *part*.

        Args:
            part: what is to be drawn.
            former: the part as it was drawn before, if it was.
            tracer: knows what its files showed then.
            same_data: only what other regions show has changed since, which no file but a page shows.
        """
        before = former.files if former is not None and former.frame == self.frame else {}
        files: dict[str, str] = {}
        for file in checked(part.files):
            standing = self.standing.get(file.path)
            if standing is not None and before.get(file.path) == standing:
                # Not in one line: what a file shows is noted even where it is known that it is the same.
                unchanged = tracer.unchanged(file)
                if unchanged or (same_data and file.page is None):
                    files[file.path] = standing
                    continue
            data, looked = self.ready.get(file.path) or made(file, self.renderer)
            files[file.path] = self.put(file.path, data)
            tracer.made(file, looked)
        return Drawn(self.frame, part.pages, files, tracer.traces())
