"""Which id is mentioned where: definitions, listings and references of all files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from stratkit.diagnostics import Origin
from stratkit.immutable import immutable
from stratkit.lsp.slots import BESIDE, SLOTS, Part, file_kind, filled, shared


class Key(NamedTuple):
    """What an id means: the same id under another kind or in another region is another thing.

    Args:
        kind: kind of entity.
        scope: region, or region and industry, within which it is unique; empty for the catalogue.
        id: the id.
    """

    kind: str
    scope: str
    id: str


@immutable
class Mention:
    """An id in a file."""

    key: Key
    part: Part
    origin: Origin

    @property
    def region(self) -> str:
        """The folder in which the file stands."""
        return self.origin.path.partition("/")[0]


def scope_of(target: str, path: str, industry: object) -> str:
    """Within what an id of the kind *target*, mentioned in the file *path*, is unique."""
    if shared(target):
        return ""
    region = path.partition("/")[0]
    return f"{region}/{industry}" if target == "challenge" else region


def mentions(value: Any, path: str) -> Iterator[Mention]:
    """The ids in a file that holds *value*."""
    kind = file_kind(value, path)
    for slot in SLOTS.get(kind.name, ()) if kind is not None else ():
        for pointer, found, around in filled(value, slot.steps):
            target = str(around.get("kind")) if slot.target == BESIDE else slot.target
            industry = around.get("industry") if slot.target == BESIDE else value.get("industry")
            yield Mention(Key(target, scope_of(target, path, industry), found), slot.part, Origin(path, pointer))


class Index:
    """The mentions of all files.

    Args:
        by_path: the mentions of each file.
    """

    def __init__(self, by_path: Mapping[str, tuple[Mention, ...]]) -> None:
        self.by_path = by_path

    @cached_property
    def by_key(self) -> Mapping[Key, list[Mention]]:
        """All mentions of each thing, in the order of the files."""
        found: dict[Key, list[Mention]] = defaultdict(list)
        for path in sorted(self.by_path):
            for one in self.by_path[path]:
                found[one.key].append(one)
        return found

    def of(self, key: Key, *parts: Part) -> list[Mention]:
        """The mentions of *key* that do one of *parts*; all of them by default."""
        found: Iterable[Mention] = self.by_key.get(key, ())
        return [one for one in found if not parts or one.part in parts]

    def home(self, mention: Mention) -> list[Mention]:
        """Where *mention* leads: what the own region says of the thing, else its definition."""
        listed = [one for one in self.of(mention.key, Part.LISTING) if one.region == mention.region]
        if mention.part is Part.REFERENCE and listed:
            return listed
        return self.of(mention.key, Part.DEFINITION)
