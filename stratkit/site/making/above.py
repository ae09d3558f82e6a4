"""What stands above the regions: drawn from what each told of itself, or kept if that is what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain

from stratkit.site.drawing.traces import Tracer, Traces
from stratkit.site.file import SiteFile, checked
from stratkit.site.making.desk import Desk
from stratkit.site.making.drawn import Drawn, drawn_before
from stratkit.site.making.jobs import canvas, part_above, renderer
from stratkit.site.making.memory import ABOVE, CRAWLED, Memory
from stratkit.site.making.parts import top_files
from stratkit.site.making.reading import Reading
from stratkit.site.making.record import Record, Top, unpacked
from stratkit.site.writing.listing import TOP, Listed, files_in, folder_of, listed
from stratkit.site.writing.write import Draft
from stratkit.source.cache import digest_of


@dataclass(eq=False, repr=False)
class Above:
    """Puts together what stands above the regions.

    Args:
        own: what this process holds of the build.
        readings: what is known of each region, in order.
        draft: the edition.
        memory: how it was made before.
        drawn: its pages, once they were drawn.
    """

    own: Desk
    readings: Mapping[str, Reading]
    draft: Draft
    memory: Memory
    drawn: Drawn | None = None

    def begin(self) -> None:
        """Draw its pages if they would not be as they were: meanwhile the regions can be drawn."""
        former = self._former
        if former is None or former.told != self._told or not self.draft.shelf.whole(former.chapter):
            self.drawn = self._draw()

    def chapters(self, records: Sequence[Record], regions: Sequence[Listed]) -> list[Listed]:
        """All files of the edition.

        Args:
            records: of the regions that have a strategy.
            regions: their files.

        Raises:
            OutputError: two parts would share a file.
        """
        now = (self._told, self._crawled_from(records), digest_of(*chain(*(one.chapter.claims for one in regions))))
        former = self._former
        if self.drawn is None and former is not None and (former.told, former.crawled, former.claims) == now:
            return [Listed(former.chapter, partial(self.draft.shelf.lines, former.chapter)), *regions]
        drawn = self.drawn or self._draw()
        top = {**drawn.files, **self._crawled(drawn, records, now[1]).files}
        refuse_shared(top, regions)
        made = listed(TOP, top)
        self.memory.keep_top(Top(*now, made.chapter))
        return [made, *regions]

    @cached_property
    def _former(self) -> Top | None:
        """What it was made of before: read once, for another build may write it meanwhile."""
        return self.memory.top()

    @cached_property
    def _told(self) -> str:
        """The digest of all that its pages are made of."""
        told = (f"{name} {one.told} {one.found}" for name, one in self.readings.items())
        return digest_of(self.own.place.frame, *told)

    def _crawled_from(self, records: Sequence[Record]) -> str:
        """The digest of all that is made for crawlers and portals is made of."""
        return digest_of(self._told, *(f"{one.region} {one.pages.hex()}" for one in records))

    def _draw(self) -> Drawn:
        former = drawn_before(self.memory, ABOVE)
        if former is not None and former.made_of == self._told and self._stand(former):
            return former
        regions = [one.brief.facts for one in self.readings.values() if one.brief is not None]
        tracer = Tracer(former.traces if former is not None else Traces(), regions=regions)
        surface = canvas(self.own, self.draft.top, self.draft.put)
        drawn = replace(surface.draw(part_above(self.own, self.readings), former, tracer), made_of=self._told)
        self.memory.keep_drawn(ABOVE, drawn.to_json())
        return drawn

    def _crawled(self, above: Drawn, records: Sequence[Record], made_of: str) -> Drawn:
        """What crawlers and portals look for."""
        former = drawn_before(self.memory, CRAWLED)
        if former is not None and former.made_of == made_of and self._stand(former):
            return former
        pages = [*above.pages, *chain.from_iterable(unpacked(one.pages) for one in records)]
        briefs = (one.brief for one in self.readings.values() if one.brief is not None)
        made = checked(top_files(pages, briefs, renderer(self.own)))
        files = {file.path: self.draft.put(file.path, file.make()) for file in made}
        drawn = Drawn(self.own.place.frame, (), files, made_of=made_of)
        self.memory.keep_drawn(CRAWLED, drawn.to_json())
        return drawn

    def _stand(self, part: Drawn) -> bool:
        return all(self.draft.top.get(path) == digest for path, digest in part.files.items())


def refuse_shared(top: Mapping[str, str], regions: Sequence[Listed]) -> None:
    """Refuse two parts that share a file; lists of regions are read only if it may be so.

    Args:
        top: files above the regions, hash by path.
        regions: the chapters of the regions.

    Raises:
        OutputError: two parts share a file.
    """
    if _may_clash(top, regions):
        paths = chain(top, *(files_in(one.lines()) for one in regions))
        for _file in checked(SiteFile(path, bytes) for path in paths):
            pass


def _may_clash(top: Mapping[str, str], regions: Sequence[Listed]) -> bool:
    """Whether two parts may share a file, as far as that shows without their lists; case does not count.

    Args:
        top: files above the regions.
        regions: the chapters of the regions.
    """
    claimed: set[str] = set()
    for one in regions:
        mine = {claim.casefold() for claim in one.chapter.claims}
        if not claimed.isdisjoint(mine):
            return True
        claimed |= mine
    places = [path.casefold() for path in top]
    return any(not claimed.isdisjoint(_leading_to(path)) for path in (*places, *claimed)) or not claimed.isdisjoint(
        places
    )


def _leading_to(path: str) -> list[str]:
    """The folders that lead to *path*."""
    found = []
    while path := folder_of(path):
        found.append(path)
    return found
