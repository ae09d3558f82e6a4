"""Looking ids up: every look is remembered, every miss is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from stratkit.diagnostics import Finding, Origin, say
from stratkit.load.catalog import unknown
from stratkit.model.linked import Reference
from stratkit.model.project import RetiredEntry

T = TypeVar("T")


class References:
    """Looks ids up and remembers every look: found or not, and where it stood."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.seen: list[Reference] = []
        self.findings: list[Finding] = []
        self.retired: Mapping[tuple[str, str], RetiredEntry] = {}

    def one(self, kind: str, target: str, table: Mapping[str, T], origin: Origin) -> T | None:
        """The entity with the id *target*; None, with a finding, if nothing has it."""
        found = table.get(target)
        self.seen.append(Reference(kind, target, origin, self.owner, found is not None))
        if found is None:
            self.findings.append(self._missing(kind, target, origin, table))
        return found

    def many(self, kind: str, targets: Iterable[str], table: Mapping[str, T], origin: Origin) -> tuple[T, ...]:
        """The entities with these ids; unknown ones are left out, with a finding each."""
        looked = (self.one(kind, target, table, origin.at(index)) for index, target in enumerate(targets))
        return tuple(one for one in looked if one is not None)

    def _missing(self, kind: str, target: str, origin: Origin, table: Iterable[str]) -> Finding:
        entry = self.retired.get((kind, target))
        if entry is None:
            return unknown(kind, target, origin, table)
        successor = entry.superseded_by
        hint = say("use '{id}', which took its place", id=successor) if successor else say("remove the reference")
        return Finding(origin, say("'{id}' is retired", id=target), hint, code="REF002", subject=target)
