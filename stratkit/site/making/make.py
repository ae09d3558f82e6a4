"""Making a website: read what changed, judge it, draw what shows it, and put it all in place at once.

Regions are read and drawn one by one, by as many workers as there are; what stands above them is drawn
from what each told of itself. So time grows with the work, and memory does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from dataclasses import field
from pathlib import Path

from stratkit.diagnostics import Diagnostic, say
from stratkit.diagnostics.errors import SourceError
from stratkit.immutable import immutable
from stratkit.lint.parts import part_of
from stratkit.site.file import inside
from stratkit.site.inputs import Inputs
from stratkit.site.making.above import Above
from stratkit.site.making.ahead import files_ahead
from stratkit.site.making.assembly import Assembly, Step
from stratkit.site.making.checking import errors_in
from stratkit.site.making.jobs import Desk, Place, Reading, changed_meanwhile, desk, folders_of, read_region
from stratkit.site.making.memory import Memory
from stratkit.site.making.shards import SHARD, Shard, joined, shard_bytes
from stratkit.site.making.workers import Workers, attended, results
from stratkit.site.writing.listing import TOP, listed
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.sight import Sight
from stratkit.site.writing.write import Written, drafted
from stratkit.source.collector import uncollected
from stratkit.source.plain_json import plain_json


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
        own = desk(place)
        former = making.memory.recall(own.frame.regions)
        kept = {name: Reading.of(one) for name, one in former.items() if making.inputs.regions.get(name) == one.read}
    stale = [name for name in own.frame.regions if name not in kept]
    step = making.watch(2 * len(stale) + 1)
    with making.workers.hired(len(stale)) as executor, _eased(own, stale, making.workers):
        read = {**kept, **_read(place, stale, making, executor, step)}
        readings = {name: read[name] for name in own.frame.regions}
        making.refuse(_errors(own, readings))
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
            assembly = Assembly(own, readings, draft, making.memory, step)
            records = assembly.finish(assembly.start(mine, {}, executor))
            regions = [assembly.chapter(one) for one in records]
            shares = {SHARD: draft.put(SHARD, shard_bytes(records, [one.lines() for one in regions]))}
            return draft.publish(making.manifest(), [listed(TOP, shares), *regions])


def merge_site(place: Place, target: Path, making: Making, folders: Sequence[Path]) -> Written:
    """Join shares into the whole website: byte for byte what :func:`make_site` makes.

    Raises:
        SourceError: a share is damaged, was made from other data, or one is missing.
        OutputError: the folder belongs to somebody else or cannot be written.
        StratkitError: whatever *making* refuses.
    """
    own = desk(place)
    shares = joined(folders, making.inputs.regions, own.frame.regions)
    readings = {name: Reading.of(one.record) for name, one in shares.items()}
    making.refuse(_errors(own, readings))
    step = making.watch(len(shares) + 1)
    with drafted(target) as draft:
        for one in shares.values():
            for path, digest in one.files.items():
                if not inside(path) or draft.put(path, _file(one.folder, path)) != digest:
                    raise _damaged(one.folder, path)
            step(1)
        above = Above(own, readings, draft, Memory(None, target))
        records = [one.record for one in shares.values()]
        regions = [listed(name, one.files, folders_of(name, place.options)) for name, one in shares.items()]
        written = draft.publish(making.manifest(), above.chapters(records, regions))
        step(1)
        return written


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
    with uncollected(), files_ahead(own, stale[0], workers) if stale else nullcontext():
        yield


def _errors(own: Desk, readings: Mapping[str, Reading]) -> list[Diagnostic]:
    parts = {name: part_of(plain_json(one.judged_json)) for name, one in readings.items()}
    return errors_in(own.frame, own.locator, parts)


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
