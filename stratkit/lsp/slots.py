"""Where ids stand in the files: one table of places, by kind of file.

The table says what the loader does with each place (a test compares both). It works on values as
they stand in a file, so that a file with mistakes still shows its ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from stratkit.diagnostics import mark
from stratkit.immutable import immutable
from stratkit.load.references import TARGETS
from stratkit.model.kinds import KINDS, Kind, kind_of

Pointer = tuple[str | int, ...]

PROJECT = mark("project")
"""The one kind of entity that no reference of the loader leads to."""

BESIDE = ""
"""In place of a kind of entity: the key ``kind`` beside the id names it."""

ANY = "*"


class Part(Enum):
    """What a mention of an id does.

    ``DEFINITION`` brings the entity into being. ``LISTING`` takes it from the catalogue into a
    strategy, with a number of its own. ``REFERENCE`` leads to it. ``RETIRED`` bars it for ever.
    """

    DEFINITION = "definition"
    LISTING = "listing"
    REFERENCE = "reference"
    RETIRED = "retired"


@immutable
class Slot:
    """A place for ids.

    Args:
        steps: the keys that lead to it; ``*`` stands for any index of a list.
        target: kind of entity, as in ``TARGETS``.
        part: what a mention there does.
    """

    steps: tuple[str, ...]
    target: str
    part: Part

    def matches(self, pointer: Pointer) -> bool:
        """Whether *pointer* leads to this place."""
        return len(pointer) == len(self.steps) and all(
            isinstance(here, int) if step == ANY else here == step
            for step, here in zip(self.steps, pointer, strict=True)
        )


def _slots(target: str, part: Part, *places: str) -> Iterator[Slot]:
    return (Slot(tuple(place.split("/")), target, part) for place in places)


def _define(target: str, *places: str) -> Iterator[Slot]:
    return _slots(target, Part.DEFINITION, *places)


def _list(target: str, *places: str) -> Iterator[Slot]:
    return _slots(target, Part.LISTING, *places)


def _refer(target: str, *places: str) -> Iterator[Slot]:
    return _slots(target, Part.REFERENCE, *places)


SLOTS: dict[str, tuple[Slot, ...]] = {
    "workspace": (*_refer("profile", "profile"),),
    "strategy": (
        *_refer("document kind", "kind"),
        *_refer("profile", "profile"),
        *_refer("act kind", "approval/act/kind", "editions/*/act/kind"),
    ),
    "basis": (*_refer("act", "acts/*/act"),),
    "technologies": (
        *_list("technology", "technologies/*/id"),
        *_refer("technology", "applications/*/technologies/*"),
        *_refer("industry", "technologies/*/industries/*", "applications/*/industries/*"),
    ),
    "card": (
        *_refer("body", "lead/*"),
        *_list("beneficiary", "beneficiaries/*/id"),
        *_list("source of funds", "resources/*/id"),
        *_list("national goal", "national_goals/*/id"),
    ),
    "priorities": (*_define("task", "tasks/*/id"), *_refer("industry", "tasks/*/industries/*")),
    "bodies": (*_define("body", "bodies/*/id"),),
    "programmes": (
        *_define("programme", "programmes/*/id"),
        *_refer("body", "participants/*/bodies/*"),
        *_refer("act kind", "programmes/*/act/kind"),
        *_refer("industry", "programmes/*/industries/*"),
    ),
    "industry": (*_list("industry", "industry"), *_define("challenge", "challenges/*/id")),
    "project": (
        *_define(PROJECT, "id"),
        *_refer("industry", "industry"),
        *_refer("federal project", "federal"),
        *_refer("source of funds", "financing/sources/*"),
        *_refer("kind of support", "financing/support/*"),
        *_refer("role", "role/kinds/*"),
        *_refer("challenge", "challenges/*"),
        *_refer("beneficiary", "beneficiaries/*/who/*"),
        *_refer("body", "responsible/*"),
        *_refer("indicator", "indicators/*/id"),
        *_refer("task", "tasks/*"),
        *_refer("technology", "technologies/*"),
        *_refer("programme", "programmes/*"),
    ),
    "indicators": (
        *_refer("industry", "industry"),
        *_define("indicator", "indicators/*/id"),
        *_refer("common indicator", "indicators/*/common"),
        *_refer("unit", "indicators/*/unit"),
        *_refer("body", "indicators/*/responsible/*"),
        *_refer("national goal", "indicators/*/national_goals/*"),
    ),
    "facts": (*_refer("indicator", "values/*/indicator"),),
    "retired": (
        *_slots(BESIDE, Part.RETIRED, "entries/*/id"),
        *_refer(BESIDE, "entries/*/superseded_by"),
        *_refer("industry", "entries/*/industry"),
    ),
    "industries": (*_define("industry", "items/*/id"),),
    "beneficiaries": (*_define("beneficiary", "items/*/id"),),
    "technologies-catalog": (*_define("technology", "items/*/id"),),
    "national-goals": (*_define("national goal", "items/*/id"),),
    "roles": (*_define("role", "items/*/id"),),
    "units": (*_define("unit", "items/*/id"),),
    "financing": (*_define("source of funds", "sources/*/id"), *_define("kind of support", "support/*/id")),
    "act-kinds": (*_define("act kind", "items/*/id"),),
    "document-kinds": (*_define("document kind", "items/*/id"),),
    "acts": (*_define("act", "items/*/id"), *_refer("act kind", "items/*/kind")),
    "federal-projects": (*_refer("industry", "industry"), *_define("federal project", "projects/*/id")),
    "common-indicators": (
        *_refer("industry", "industry"),
        *_define("common indicator", "indicators/*/id"),
        *_refer("unit", "indicators/*/unit"),
        *_refer("act", "indicators/*/method"),
        *_refer("national goal", "indicators/*/national_goals/*"),
    ),
    "profile": (*_define("profile", "id"), *_refer("profile", "based_on")),
}
"""Every place where an id stands, by kind of file; the list exists once."""


def file_kind(value: Any, path: str) -> Kind | None:
    """The kind of the file *path*: as it says itself, else by its place."""
    named = kind_of(value.get("stratkit"))[0] if isinstance(value, dict) else None
    # Kinds of the catalogue stand last in the table and are the narrower ones.
    fitting = (kind for kind in reversed(KINDS.values()) if kind.stands_at(path))
    return named or next(fitting, None)


def slot_at(kind: Kind, pointer: Pointer) -> Slot | None:
    """The place to which *pointer* leads in a file of *kind*."""
    return next((slot for slot in SLOTS.get(kind.name, ()) if slot.matches(pointer)), None)


def filled(value: Any, steps: tuple[str, ...], pointer: Pointer = ()) -> Iterator[tuple[Pointer, str, Any]]:
    """Every text that stands at *steps* within *value*: its pointer, itself and the mapping around it."""
    if not steps:
        return
    step, rest = steps[0], steps[1:]
    inner: Iterable[tuple[str | int, Any]] = ()
    if step == ANY and isinstance(value, list):
        inner = enumerate(value)
    elif isinstance(value, dict) and step in value:
        inner = ((step, value[step]),)
    for key, one in inner:
        if rest:
            yield from filled(one, rest, (*pointer, key))
        elif isinstance(one, str):
            yield (*pointer, key), one, value


def shared(target: str) -> bool:
    """Whether entities of this kind stand in the catalogue and mean the same in all regions."""
    return target in TARGETS and bool(TARGETS[target].catalogue)
