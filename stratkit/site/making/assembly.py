"""A website in the making: what is known of each region becomes pages, and pages become an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from stratkit.lint.parts import as_json
from stratkit.site.drawing.traces import Tracer, Traces
from stratkit.site.file import SiteFile, checked
from stratkit.site.making.jobs import Desk, Drawing, Order, Reading, draw_region
from stratkit.site.making.parts import Brief, top_files
from stratkit.site.making.record import Drawn, Record
from stratkit.site.making.workers import results
from stratkit.site.writing.write import Draft
from stratkit.source.cache import digest_of

Step = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Pending:
    """Regions that are being drawn, and the records of those that need not be."""

    names: tuple[str, ...]
    kept: Mapping[str, Record]
    drawings: Sequence[Future[Drawing]]


@dataclass(frozen=True, slots=True)
class Assembly:
    """Puts an edition together.

    Args:
        own: what this process holds of the build.
        readings: what is known of each region, in order.
        draft: the edition.
        step: called when something is done.
    """

    own: Desk
    readings: Mapping[str, Reading]
    draft: Draft
    step: Step

    @property
    def briefs(self) -> dict[str, Brief]:
        """What is known of each region that has a strategy."""
        return {name: one.brief for name, one in self.readings.items() if one.brief is not None}

    def start(self, names: Iterable[str], former: Mapping[str, Record], executor: Executor) -> Pending:
        """Have the regions *names* drawn by *executor*, but for those that stand in the draft as they should."""
        listed = tuple(name for name in names if name in self.briefs)
        kept: dict[str, Record] = {}
        drawings = []
        for name in listed:
            record = former.get(name)
            if record is not None and self._stands(record):
                kept[name] = record
                continue
            others = self.own.others(self.readings, name)
            order = Order(
                self.own.place, self.readings[name], others, self.draft.folder, self._standing(record), record
            )
            drawings.append(executor.submit(draw_region, order))
            drawings[-1].add_done_callback(lambda _future: self.step(1))
        return Pending(listed, kept, drawings)

    def finish(self, pending: Pending) -> list[Record]:
        """The records of all regions of *pending*, in order, when they are drawn."""
        records = dict(pending.kept)
        for drawing in results(pending.drawings):
            reading = self.readings[drawing.region]
            records[drawing.region] = Record(
                region=drawing.region,
                read=reading.read,
                shows=self._shows(reading),
                brief=reading.brief,
                told=reading.told,
                judged=as_json(reading.judged),
                shown=reading.shown,
                part=drawing.part,
            )
        return [records[name] for name in pending.names]

    def above(self, former: Drawn | None) -> Drawn:
        """Draw what stands above the regions; *former* is how it was drawn before, if it was."""
        told = (f"{name} {one.told} {one.found}" for name, one in self.readings.items())
        made_of = digest_of(self.own.place.frame, *told)
        if former is not None and former.made_of == made_of and self._stand(former.files):
            self.step(1)
            return former
        regions = [one.facts for one in self.briefs.values()]
        tracer = Tracer(former.traces if former is not None else Traces(), regions=regions)
        canvas = self.own.canvas(self.draft.standing, self.draft.put)
        drawn = canvas.draw(self.own.above(self.readings), former, tracer)
        self.step(1)
        return replace(drawn, made_of=made_of)

    def whole(self, above: Drawn, records: Iterable[Record]) -> dict[str, str]:
        """Hashes of all files of the edition.

        Raises:
            OutputError: two parts would share a file.
        """
        listed = [above, *(one.part for one in records)]
        pages = [path for one in listed for path in one.pages]
        top = self._put(top_files(pages, self.briefs.values(), self.own.draws()))
        parts = [*(one.files for one in listed), top]
        names = (SiteFile(path, bytes) for part in parts for path in part)
        return {file.path: digest for file, digest in zip(checked(names), _digests(parts), strict=True)}

    def _stands(self, record: Record) -> bool:
        return record.shows == self._shows(self.readings[record.region]) and self._stand(record.part.files)

    def _stand(self, files: Mapping[str, str]) -> bool:
        standing = self.draft.standing
        return all(standing.get(path) == digest for path, digest in files.items())

    def _shows(self, reading: Reading) -> str:
        """The digest of all that the pages of a region show: what was read, and the other regions if they are few."""
        others = self.readings.values() if self.own.neighbours else ()
        return digest_of(reading.read, *(one.told for one in others if one.region != reading.region))

    def _standing(self, record: Record | None) -> dict[str, str]:
        """What of a region stands in the draft."""
        standing = self.draft.standing
        return {path: standing[path] for path in (record.part.files if record else standing) if path in standing}

    def _put(self, files: Iterable[SiteFile]) -> dict[str, str]:
        return {file.path: self.draft.put(file.path, file.make()) for file in checked(files)}


def _digests(parts: Iterable[Mapping[str, str]]) -> Iterable[str]:
    return (digest for part in parts for digest in part.values())
