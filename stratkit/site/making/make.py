"""Making a website: read what changed, judge it, draw what shows it, and put it all in place at once.

Regions are read and drawn one by one, by as many workers as there are; what stands above them is drawn
from what each told of itself. So time grows with the work, and memory does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from stratkit.diagnostics import Diagnostic
from stratkit.immutable import immutable
from stratkit.site.inputs import Inputs
from stratkit.site.making.ahead import Ahead, working_ahead
from stratkit.site.making.desk import Desk, Place, changed_meanwhile, desk
from stratkit.site.making.memory import Memory
from stratkit.site.making.reading import Reading
from stratkit.site.making.record import Record
from stratkit.site.making.workers import Step, Workers, Workforce, attended, results
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.sight import Sight
from stratkit.site.writing.write import Written, drafted
from stratkit.source.collector import uncollected


def _unwatched(_steps: int) -> Step:
    return lambda _done: None


@immutable
class Making:
    """How a website is made.

    Args:
        inputs: digests of all that it is made of.
        refuse: called with all errors before anything is drawn; raises if the website must not be made.
        workers: who reads and draws the regions.
        memory: records of the last edition.
        watch: called with the number of steps to come; gives what is called for each that is done.
        origin: what the website says of where it comes from.
        sight: looks at the website that stands there already.
    """

    inputs: Inputs
    refuse: Callable[[Sequence[Diagnostic]], None]
    memory: Memory
    workers: Workers = field(default_factory=Workers)
    watch: Callable[[int], Step] = _unwatched
    origin: Mapping[str, str] = field(default_factory=dict)
    sight: Sight | None = None

    def manifest(self) -> Manifest:
        """What the website says of itself, but for its files."""
        return Manifest({}, self.inputs.whole, self.origin)


def make_site(place: Place, target: Path, making: Making) -> Written:
    """Make the website of the workspace in *place* and put it into *target*.

    Raises:
        OutputError: the folder belongs to somebody else or cannot be written, or the data changed meanwhile.
        RenderError: a document cannot be laid out by its profile.
        WorkError: a process came to an early end.
        StratkitError: whatever *making* refuses.
    """
    with uncollected():
        own = desk(place, making.memory.cache)
        former = making.memory.recall(own.frame.regions)
        kept = {name: Reading.of(one) for name, one in former.items() if making.inputs.regions.get(name) == one.read}
    stale = [name for name in own.frame.regions if name not in kept]
    step = making.watch(2 * len(stale) + 1)
    with making.workers.hired(len(stale)) as executor, _eased(own, stale, kept, former, making) as ahead:
        # What judges and what draws is loaded only from here on: another process may be at one of them.
        read = {**kept, **_read(place, stale, making, executor, step, ahead)}
        readings = {name: read[name] for name in own.frame.regions}
        making.refuse(_errors(own, readings) if ahead is None else ahead.errors)
        from stratkit.site.making.above import Above
        from stratkit.site.making.assembly import Assembly

        with drafted(target, cache=making.memory.cache, sight=making.sight) as draft, attended(executor):
            assembly = Assembly(own, readings, draft, making.memory, step)
            pending = assembly.start(own.frame.regions, former, executor)
            above = Above(own, readings, draft, making.memory)
            above.begin()
            step(1)
            records = assembly.finish(pending)
            regions = [assembly.chapter(one) for one in records]
            written = draft.publish(making.manifest(), above.chapters(records, regions))
    making.memory.keep(records, former)
    return written


def read_by(executor: Workforce, place: Place, names: Sequence[str], step: Step) -> dict[str, Reading]:
    """The regions *names*, read and judged by *executor*."""
    # Processes that are copies of this one have what it has loaded by now.
    import stratkit.site.making.checking  # noqa: F401
    from stratkit.site.making.jobs import read_region

    futures = [executor.submit(read_region, place, name) for name in names]
    for one in futures:
        one.add_done_callback(lambda _future: step(1))
    return {one.region: one for one in results(futures)}


def refuse_changed(readings: Iterable[Reading], inputs: Inputs) -> None:
    """Stop if what was read is no longer what was there when the build began.

    Raises:
        OutputError: it is not.
    """
    for one in readings:
        if one.read != inputs.regions.get(one.region):
            raise changed_meanwhile(one.region)


def _read(
    place: Place, stale: Sequence[str], making: Making, executor: Workforce, step: Step, ahead: Ahead | None
) -> dict[str, Reading]:
    if ahead is None:
        found = read_by(executor, place, stale, step)
    else:
        found = {ahead.region: ahead.reading()}
        step(1)
    refuse_changed(found.values(), making.inputs)
    return found


@contextmanager
def _eased(
    own: Desk, stale: Sequence[str], kept: Mapping[str, Reading], former: Mapping[str, Record], making: Making
) -> Iterator[Ahead | None]:
    """Where only one region changed another process takes a part of the work, and no garbage comes together."""
    if len(stale) != 1:
        yield None
        return
    region, memory, workers = stale[0], making.memory, making.workers
    with uncollected(), working_ahead(own, region, kept, former.get(region), memory, workers) as ahead:
        yield ahead


def _errors(own: Desk, readings: Mapping[str, Reading]) -> list[Diagnostic]:
    from stratkit.site.making.checking import all_errors

    return all_errors(own, {name: one.judged_json for name, one in readings.items()})
