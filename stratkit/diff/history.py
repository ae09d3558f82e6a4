"""One entity over many versions of its files.

The linked strategy of every commit would cost too much: here the mapping of the entity is cut out
of each version and compared with the one before, by the same code that compares strategies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stratkit.diagnostics import Origin
from stratkit.diff.change import Change, Direction, Kind
from stratkit.diff.entities import AMBITIOUS, changes_within
from stratkit.diff.fields import Pair
from stratkit.diff.records import Record
from stratkit.immutable import immutable
from stratkit.source.reader import parse


@immutable
class Home:
    """Where the entities of a kind stand.

    Args:
        file: the files, within the folder of a region; ``*`` stands for one name.
        key: the list in the file; None: the file itself is the entity.
        name: the key that holds the id.
    """

    file: str
    key: str | None = None
    name: str = "id"


HOMES: Mapping[str, Home] = {
    "project": Home("projects/*/{id}.yaml"),
    "indicator": Home("indicators/*.yaml", "indicators"),
    "challenge": Home("industries/{industry}.yaml", "challenges"),
    "industry": Home("industries/{id}.yaml", None, "industry"),
    "task": Home("priorities.yaml", "tasks"),
    "body": Home("bodies.yaml", "bodies"),
    "programme": Home("programmes.yaml", "programmes"),
    "technology": Home("technologies.yaml", "technologies"),
    "beneficiary": Home("card.yaml", "beneficiaries"),
    "strategy": Home("strategy.yaml"),
}
"""Where each kind of entity stands, in the order in which an id is looked for."""


@immutable
class Subject:
    """The entity whose history is told.

    Args:
        region: its region.
        kind: its kind.
        id: its id, with the industry before it for a challenge.
    """

    region: str
    kind: str
    id: str

    @property
    def pattern(self) -> str:
        """The files in which it stands or stood."""
        industry, _, name = self.id.rpartition("/")
        return f"{self.region}/{HOMES[self.kind].file.format(id=name, industry=industry or '*')}"

    def fields(self, path: str, data: bytes) -> tuple[Mapping[str, Any], Origin] | None:
        """What a version of the file *path* says of it, and where; None: nothing."""
        home, name = HOMES[self.kind], self.id.rpartition("/")[2]
        if home.key is not None and name.encode() not in data:
            return None
        cut = _cut(data, name) if home.key is not None else None
        value = parse(cut if cut is not None else data, path).value
        if cut is not None:
            value = {home.key: value}
        if not isinstance(value, dict):
            return None
        if home.key is None:
            return (value, Origin(path)) if value.get(home.name) == name else None
        items = value.get(home.key)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and item.get(home.name) == name:
                return {**_from_path(home, path), **item}, Origin(path, (home.key, index))
        return None


def _from_path(home: Home, path: str) -> dict[str, str]:
    """The industry, where the file is named after it: it is no field of the entity, and yet it may move."""
    return {"industry": path.rpartition("/")[2].removesuffix(".yaml")} if home.file.startswith("indicators/") else {}


def _cut(data: bytes, name: str) -> bytes | None:
    """The lines of the only list item that begins with the id *name*; None if it cannot be told from the lines."""
    heads = list(
        re.finditer(
            rb"^( *)- ++(?:\{ *+)?id: ++[\"']?" + re.escape(name.encode()) + rb"[\"']?(?=[\s,}])", data, re.MULTILINE
        )
    )
    if len(heads) != 1:
        return None
    indent = len(heads[0][1])
    end = re.compile(rb"^ {0,%d}[^ \n]" % indent, re.MULTILINE).search(data, heads[0].end())
    return data[heads[0].start() : end.start() if end else len(data)]


@immutable
class Version:
    """A step in the history of files: blobs by path, before and after; None: there was no file."""

    commit: str
    old: Mapping[str, bytes | None]
    new: Mapping[str, bytes | None]


def steps(subject: Subject, versions: Iterable[Version]) -> Iterator[tuple[str, list[Change]]]:
    """The commits that changed *subject*, with its changes, in the order of *versions*."""
    for commit, old, new in states(subject, versions):
        found = list(_changes(subject, old, new))
        if found:
            yield commit, found


def states(subject: Subject, versions: Iterable[Version]) -> Iterator[tuple[str, Record | None, Record | None]]:
    """The commits that touched *subject*, with the entity before and after; what the next version holds too is read once."""
    known: dict[tuple[str, bytes], Record | None] = {}
    for version in versions:
        seen: dict[tuple[str, bytes], Record | None] = {}
        old, new = (_record(subject, files, known, seen) for files in (version.old, version.new))
        known = seen
        if (old.fields if old else None) != (new.fields if new else None):
            yield version.commit, old, new


def _record(
    subject: Subject,
    files: Mapping[str, bytes | None],
    known: Mapping[tuple[str, bytes], Record | None],
    seen: dict[tuple[str, bytes], Record | None],
) -> Record | None:
    """The entity in *files*; what of them is *known* already is not read again, and goes over into *seen*."""
    for path, data in files.items():
        if data is None:
            continue
        key = path, data
        if key not in seen:
            found = None if key in known else subject.fields(path, data)
            seen[key] = known[key] if key in known else _made(subject, *found) if found else None
        if (record := seen[key]) is not None:
            return record
    return None


def _made(subject: Subject, fields: Mapping[str, Any], origin: Origin) -> Record:
    title = fields.get("title")
    industry = fields.get("industry")
    return Record(
        subject.kind, subject.id, title if isinstance(title, str) else "", fields, origin,
        industry if isinstance(industry, str) else "",
    )  # fmt: skip


def _changes(subject: Subject, old: Record | None, new: Record | None) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from changes_within(Pair(subject.region, old, new))
        return
    only = new or old
    if only is None:
        return
    promise = only.kind in AMBITIOUS
    way = (Direction.UP if new else Direction.DOWN) if promise else Direction.NEUTRAL
    yield Change(
        kind=Kind.ADDED if new else Kind.REMOVED, region=subject.region, entity=only.kind, id=only.id, title=only.title,
        old=(old.title or old.id) if old else None, new=(new.title or new.id) if new else None,
        old_origin=old.origin if old else None, new_origin=new.origin if new else None, direction=way,
        industry=only.industry,
    )  # fmt: skip


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value within *value*, with its path; items of lists are named by their ids."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        for index, inner in enumerate(value, 1):
            name = next(
                (inner[key] for key in ("id", "number", "act") if isinstance(inner, dict) and key in inner), index
            )
            yield from leaves(inner, f"{path}[{name}]")
    else:
        yield path, value
