"""Making a website: read what changed, judge it, draw what shows it, and put it all in place at once.

Regions are read and drawn one by one, by as many workers as there are; what stands above them is drawn
from what each told of itself. So time grows with the work, and memory does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from stratkit.diagnostics import Diagnostic, say
from stratkit.diagnostics.errors import SourceError
from stratkit.site.file import inside
from stratkit.site.inputs import Inputs
from stratkit.site.making.ahead import downloads_ahead
from stratkit.site.making.assembly import Assembly, Step
from stratkit.site.making.checking import errors_in
from stratkit.site.making.jobs import Desk, Place, Reading, changed_meanwhile, desk, read_region
from stratkit.site.making.memory import Memory
from stratkit.site.making.shards import SHARD, Shard, joined, shard_bytes
from stratkit.site.making.workers import Workers, attended, results
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.write import Written, drafted
from stratkit.source.collector import uncollected


def _unwatched(_steps: int) -> Step:
    return lambda _done: None


@dataclass(frozen=True, slots=True)
class Making:
    """How a website is made.

    Args:
        inputs: digests of all that it is made of.
        refuse: called with all errors before anything is drawn; raises if the website must not be made.
        workers: who reads and draws the regions.
        memory: records of the last edition.
        watch: called with the number of steps to come; gives what is called for each that is done.
        origin: what the website says of where it comes from.
    """

    inputs: Inputs
    refuse: Callable[[Sequence[Diagnostic]], None]
    memory: Memory
    workers: Workers = field(default_factory=Workers)
    watch: Callable[[int], Step] = _unwatched
    origin: Mapping[str, str] = field(default_factory=dict)

    def manifest(self, files: Mapping[str, str]) -> Manifest:
        """What the website of *files* says of itself."""
        return Manifest(files, self.inputs.whole, self.origin)


def make_site(place: Place, target: Path, making: Making) -> Written:
    """Make the website of the workspace in *place* and put it into *target*.

    Raises:
        OutputError: the folder belongs to somebody else or cannot be written, or the data changed meanwhile.
        RenderError: a document cannot be laid out by its profile.
        WorkError: a process came to an early end.
        StratkitError: whatever *making* refuses.
    """
    with uncollected():
        own = desk(place)
        former = making.memory.recall(own.frame.regions)
        kept = {name: Reading.of(one) for name, one in former.items() if making.inputs.regions.get(name) == one.read}
    stale = [name for name in own.frame.regions if name not in kept]
    step = making.watch(2 * len(stale) + 1)
    with making.workers.hired(len(stale)) as executor, _eased(own, stale, making.workers):
        read = {**kept, **_read(place, stale, making, executor, step)}
        readings = {name: read[name] for name in own.frame.regions}
        making.refuse(_errors(own, readings))
        with drafted(target, cache=making.memory.cache) as draft, attended(executor):
            assembly = Assembly(own, readings, draft, step)
            pending = assembly.start(own.frame.regions, former, executor)
            above = assembly.above(making.memory.above())
            records = assembly.finish(pending)
            written = draft.publish(making.manifest(assembly.whole(above, records)))
    making.memory.keep(records, former, above)
    return written


def make_shard(place: Place, target: Path, making: Making, shard: Shard) -> Written:
    """Make a share of the regions of a website, to be joined with the others by :func:`merge_site`.

    Raises:
        OutputError: the folder belongs to somebody else or cannot be written, or the data changed meanwhile.
        RenderError: a document cannot be laid out by its profile.
        WorkError: a process came to an early end.
        StratkitError: whatever *making* refuses.
    """
    own = desk(place)
    mine = shard.share(own.frame.regions)
    # What regions show of each other must be known even where the others are drawn elsewhere.
    needed = own.frame.regions if own.neighbours else mine
    step = making.watch(len(needed) + len(mine))
    with making.workers.hired(len(needed)) as executor:
        read = _read(place, needed, making, executor, step)
        readings = {name: read[name] for name in needed}
        making.refuse([found for one in readings.values() for found in one.judged.found])
        with drafted(target) as draft, attended(executor):
            assembly = Assembly(own, readings, draft, step)
            records = assembly.finish(assembly.start(mine, {}, executor))
            files = {path: digest for one in records for path, digest in one.part.files.items()}
            files[SHARD] = draft.put(SHARD, shard_bytes(records))
            return draft.publish(making.manifest(files))


def merge_site(place: Place, target: Path, making: Making, folders: Sequence[Path]) -> Written:
    """Join shares into the whole website: byte for byte what :func:`make_site` makes.

    Raises:
        SourceError: a share is damaged, was made from other data, or one is missing.
        OutputError: the folder belongs to somebody else or cannot be written.
        StratkitError: whatever *making* refuses.
    """
    own = desk(place)
    shares = joined(folders, making.inputs.regions, own.frame.regions)
    readings = {name: Reading.of(record) for name, (_folder, record) in shares.items()}
    making.refuse(_errors(own, readings))
    step = making.watch(len(shares) + 1)
    with drafted(target) as draft:
        for folder, record in shares.values():
            for path, digest in record.part.files.items():
                if not inside(path) or draft.put(path, _file(folder, path)) != digest:
                    raise _damaged(folder, path)
            step(1)
        assembly = Assembly(own, readings, draft, step)
        records = [record for _folder, record in shares.values()]
        return draft.publish(making.manifest(assembly.whole(assembly.above(None), records)))


def _read(place: Place, names: Sequence[str], making: Making, executor: Executor, step: Step) -> dict[str, Reading]:
    futures = [executor.submit(read_region, place, name) for name in names]
    for one in futures:
        one.add_done_callback(lambda _future: step(1))
    found = {one.region: one for one in results(futures)}
    changed = [name for name, one in found.items() if one.read != making.inputs.regions.get(name)]
    if changed:
        raise changed_meanwhile(changed[0])
    return found


@contextmanager
def _eased(own: Desk, stale: Sequence[str], workers: Workers) -> Iterator[None]:
    """Where only one region has to be drawn another process takes a part of it, and no garbage comes together."""
    if len(stale) > 1:
        yield
        return
    with uncollected(), downloads_ahead(own, stale[0], workers) if stale else nullcontext():
        yield


def _errors(own: Desk, readings: Mapping[str, Reading]) -> list[Diagnostic]:
    return errors_in(own.frame, own.locator, {name: one.judged for name, one in readings.items()})


def _file(folder: Path, path: str) -> bytes:
    try:
        if not (folder / path).is_file():
            raise _damaged(folder, path)
        return (folder / path).read_bytes()
    except OSError as error:
        raise _damaged(folder, path) from error


def _damaged(folder: Path, path: str) -> SourceError:
    return SourceError(
        say("the share in '{path}' is damaged: '{name}'", path=str(folder), name=path), say("make this share again")
    )
