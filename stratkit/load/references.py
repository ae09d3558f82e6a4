"""Looking ids up: every look is remembered, every miss is a finding."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from stratkit.diagnostics import Finding, Origin, mark, say
from stratkit.immutable import immutable
from stratkit.load.catalog import unknown
from stratkit.model.linked import Catalog, Entity, Reference
from stratkit.model.project import RetiredEntry

T = TypeVar("T")


@immutable
class Target:
    """Something that can be referred to.

    Args:
        name: as messages call it.
        catalogue: the list of the catalogue that answers; empty where the region alone does.
        own: the kind of file of the region that answers.
    """

    name: str
    catalogue: str = ""
    own: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """The kinds of files in which the answer may stand."""
        return tuple(name for name in (self.catalogue.partition("/")[0], self.own) if name)


TARGETS = {
    one.name: one
    for one in (
        Target(mark("act"), "acts"),
        Target(mark("act kind"), "act-kinds"),
        Target(mark("beneficiary"), "beneficiaries", "card"),
        Target(mark("body"), "", "bodies"),
        Target(mark("challenge"), "", "industry"),
        Target(mark("common indicator"), "common-indicators"),
        Target(mark("document kind"), "document-kinds"),
        Target(mark("federal project"), "federal-projects"),
        Target(mark("indicator"), "", "indicators"),
        Target(mark("industry"), "industries"),
        Target(mark("kind of support"), "financing/support"),
        Target(mark("national goal"), "national-goals"),
        Target(mark("profile"), "profile"),
        Target(mark("programme"), "", "programmes"),
        Target(mark("role"), "roles"),
        Target(mark("source of funds"), "financing/sources"),
        Target(mark("task"), "", "priorities"),
        Target(mark("technology"), "technologies-catalog", "technologies"),
        Target(mark("unit"), "units"),
    )
}
"""Everything that a reference can lead to, by name."""


class References:
    """Looks ids up and remembers every look: found or not, and where it stood.

    Args:
        catalog: what regions share.
        unread: kinds of files of the region of which at least one could not be read.
    """

    def __init__(self, catalog: Catalog, unread: Collection[str] = ()) -> None:
        self.absent = catalog.missing | frozenset(unread)
        self.catalog = catalog
        self.seen: list[Reference] = []
        self.findings: list[Finding] = []
        self.retired: Mapping[tuple[str, str], RetiredEntry] = {}
        self.wanting: dict[str, Origin] = {}

    def one(self, kind: str, target: str, table: Mapping[str, T], place: Origin, *steps: str | int) -> T | None:
        """The entity with the id *target*, which stands at *steps* of *place*; None, with a finding, if nothing has it."""
        path, pointer = place.path, place.pointer + steps
        self.seen.append(Reference(kind, (target,), path, pointer))
        found = table.get(target)
        if found is None:
            self._lost(kind, target, Origin(path, pointer), table)
        return found

    def many(
        self, kind: str, targets: Sequence[str], table: Mapping[str, T], place: Origin, *steps: str | int
    ) -> tuple[T, ...]:
        """The entities with the ids *targets*, which stand at *steps* of *place*; unknown ones are left out, with a finding each."""
        if not targets:
            return ()
        path, pointer = place.path, place.pointer + steps
        self.seen.append(Reference(kind, tuple(targets), path, pointer, listed=True))
        looked: list[T] = []
        for index, target in enumerate(targets):
            found = table.get(target)
            if found is None:
                self._lost(kind, target, Origin(path, (*pointer, index)), table)
            else:
                looked.append(found)
        return tuple(looked)

    def _lost(self, kind: str, target: str, origin: Origin, table: Mapping[str, object]) -> None:
        # A whole file is missing or broken: one finding about the file, not one for each mention.
        lost = [name for name in TARGETS[kind].files if name in self.absent]
        for name in lost:
            self.wanting.setdefault(name, origin)
        if not lost:
            self.findings.append(self._missing(kind, target, origin, table))

    def _missing(self, kind: str, target: str, origin: Origin, table: Mapping[str, object]) -> Finding:
        entry = self.retired.get((kind, target))
        if entry is None:
            return unknown(kind, target, origin, table, lambda near: self._home(kind, near, table[near]))
        successor = entry.superseded_by
        hint = say("use '{id}', which took its place", id=successor) if successor else say("remove the reference")
        return Finding(origin, say("'{id}' is retired", id=target), hint, code="REF002", subject=target)

    def _home(self, kind: str, target: str, entity: object) -> Origin | None:
        """Where an entity stands, if it stands anywhere: in the region or in the catalogue."""
        if isinstance(entity, Entity):
            return entity.origin.at("id")
        return self.catalog.origins.get((TARGETS[kind].catalogue, target))
