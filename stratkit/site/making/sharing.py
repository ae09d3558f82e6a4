"""A website made in shares, on as many machines as there are, and joined: byte for byte the website made at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import SourceError
from stratkit.site.file import inside
from stratkit.site.making.above import Above
from stratkit.site.making.assembly import Assembly
from stratkit.site.making.checking import all_errors
from stratkit.site.making.desk import Place, desk, folders_of
from stratkit.site.making.jobs import neighbours
from stratkit.site.making.make import Making, read_by, refuse_changed
from stratkit.site.making.memory import Memory
from stratkit.site.making.reading import Reading
from stratkit.site.making.shards import SHARD, Shard, joined, shard_bytes
from stratkit.site.making.workers import attended
from stratkit.site.writing.listing import TOP, listed
from stratkit.site.writing.write import Written, drafted


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
    needed = own.frame.regions if neighbours(own) else mine
    step = making.watch(len(needed) + len(mine))
    with making.workers.hired(len(needed)) as executor:
        read = read_by(executor, place, needed, step)
        refuse_changed(read.values(), making.inputs)
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
    making.refuse(all_errors(own, {name: one.judged_json for name, one in readings.items()}))
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
