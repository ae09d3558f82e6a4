"""The regions of a website in the making: they are drawn where they are not as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial

from stratkit.immutable import immutable
from stratkit.site import address
from stratkit.site.making.desk import Desk, folders_of
from stratkit.site.making.jobs import Drawing, Order, draw_region, neighbours, others_of
from stratkit.site.making.memory import Memory
from stratkit.site.making.reading import Reading
from stratkit.site.making.record import Record
from stratkit.site.making.workers import Promise, Step, Workforce, results
from stratkit.site.writing.listing import Listed, lines_of
from stratkit.site.writing.write import Draft
from stratkit.source.cache import digest_of


@immutable
class Pending:
    """Regions that are being drawn, and the records of those that need not be."""

    names: tuple[str, ...]
    kept: Mapping[str, Record]
    drawings: Sequence[Promise[Drawing]]


@immutable
class Assembly:
    """Has the regions of an edition drawn.

    Args:
        own: what this process holds of the build.
        readings: what is known of each region, in order.
        draft: the edition.
        memory: how the parts were drawn before.
        step: called when something is done.
        drawings: of the regions that were drawn.
    """

    own: Desk
    readings: Mapping[str, Reading]
    draft: Draft
    memory: Memory
    step: Step
    drawings: dict[str, Drawing] = field(default_factory=dict)

    def start(self, names: Iterable[str], former: Mapping[str, Record], executor: Workforce) -> Pending:
        """Have the regions *names* drawn by *executor*, but for those that stand in the draft as they should."""
        linked = tuple(name for name in names if name in self.readings and self.readings[name].linked)
        kept: dict[str, Record] = {}
        drawings = []
        for number, name in enumerate(linked):
            record = former.get(name)
            if record is not None and self._stands(record):
                kept[name] = record
                continue
            drawings.append(executor.submit(draw_region, self._order(name, record, number)))
            drawings[-1].add_done_callback(lambda _future: self.step(1))
        return Pending(linked, kept, drawings)

    def finish(self, pending: Pending) -> list[Record]:
        """The records of all regions of *pending*, in order, when they are drawn."""
        records = dict(pending.kept)
        for drawing in results(pending.drawings):
            self.drawings[drawing.region] = drawing
            self.memory.keep_drawn(drawing.region, drawing.drawn())
            reading = self.readings[drawing.region]
            records[drawing.region] = Record(
                region=drawing.region,
                read=reading.read,
                shows=self._shows(reading),
                brief=reading.brief_json,
                told=reading.told,
                judged=reading.judged_json,
                shown=reading.shown,
                found=reading.found,
                chapter=drawing.chapter,
                pages=drawing.pages,
            )
        return [records[name] for name in pending.names]

    def chapter(self, record: Record) -> Listed:
        """The files of a region."""
        drawing = self.drawings.get(record.region)
        if drawing is not None:
            return Listed(drawing.chapter, drawing.lines)
        return Listed(record.chapter, partial(self.draft.shelf.lines, record.chapter))

    def _order(self, name: str, record: Record | None, number: int) -> Order:
        reading, options = self.readings[name], self.own.place.options
        guess = (*folders_of(name, options), address.search_path(name))
        standing = self.draft.shelf.of(name, record.chapter.claims if record is not None else guess)
        return Order(
            place=self.own.place,
            region=name,
            read=reading.read,
            shown=reading.shown,
            others=others_of(self.own, self.readings, name),
            folder=self.draft.folder,
            standing=lines_of(standing),
            memory=self.memory,
            scratch=self.draft.scratch(str(number)),
        )

    def _stands(self, record: Record) -> bool:
        shows = record.shows == self._shows(self.readings[record.region])
        return shows and self.draft.shelf.whole(record.chapter)

    def _shows(self, reading: Reading) -> str:
        """The digest of all that the pages of a region show: what was read, and the other regions if they are few."""
        others = self.readings.values() if neighbours(self.own) else ()
        return digest_of(reading.read, *(one.told for one in others if one.region != reading.region))
