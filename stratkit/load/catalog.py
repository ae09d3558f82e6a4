"""Assembling the catalogue: what regions share, by id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from stratkit.diagnostics import Finding, Origin, say
from stratkit.diagnostics.rewrite import renaming
from stratkit.diagnostics.suggest import closest, only_close
from stratkit.load.documents import Document
from stratkit.load.profiles import merge_profiles
from stratkit.model import catalog, strategy
from stratkit.model.kinds import KINDS
from stratkit.model.linked import Act, Catalog
from stratkit.model.numbers import Moment

# Lists without which references cannot be checked at all.
NEEDED = ("industries", "beneficiaries", "units", "financing", "roles", "act-kinds", "document-kinds")


class CatalogBuilder:
    """Collects catalogue documents; duplicates and gaps become findings."""

    def __init__(self, documents: Iterable[Document], unread: Collection[str] = ()) -> None:
        self.unread = frozenset(unread)
        self.by_kind: dict[str, list[Document]] = {}
        for document in documents:
            self.by_kind.setdefault(document.kind.name, []).append(document)
        self.findings: list[Finding] = []
        self.origins: dict[tuple[str, str], Origin] = {}

    def build(self) -> Catalog:
        """The catalogue."""
        act_kinds = self._items("act-kinds")
        profiles, found = merge_profiles(self.by_kind.get("profile", []), whole="profile" not in self.unread)
        self.findings += found
        return Catalog(
            industries=self._items("industries"),
            beneficiaries=self._items("beneficiaries"),
            technologies=self._items("technologies-catalog"),
            national_goals=self._items("national-goals"),
            roles=self._items("roles"),
            sources=self._items("financing", "sources"),
            support=self._items("financing", "support"),
            units=self._items("units"),
            act_kinds=act_kinds,
            document_kinds=self._items("document-kinds"),
            acts=self._acts(act_kinds),
            federal_projects=self._by_industry("federal-projects", "projects"),
            common_indicators=self._by_industry("common-indicators", "indicators"),
            glossary=self._glossary(),
            profiles=profiles,
            amendments=self._single("amendments"),
            origins=self.origins,
            missing=self.unread | {name for name in NEEDED if name not in self.by_kind},
        )

    def _items(self, kind: str, part: str = "items") -> dict[str, Any]:
        return {item.id: item for item, _ in self._all(kind, part)}

    def _single(self, kind: str) -> Any:
        """What the one file of *kind* holds, or None."""
        return next((document.model for document in self.by_kind.get(kind, [])), None)

    def _by_industry(self, kind: str, part: str) -> dict[str, Any]:
        return {item.id: (item, document.model.industry) for item, document in self._all(kind, part)}

    def _all(self, kind: str, part: str) -> Iterable[tuple[Any, Document]]:
        for document in self.by_kind.get(kind, []):
            for index, item in enumerate(getattr(document.model, part)):
                origin = document.origin.at(part, index, "id")
                key = (f"{kind}/{part}" if part in ("sources", "support") else kind, item.id)
                if key in self.origins:
                    self.findings.append(duplicate_id(item.id, origin, self.origins[key]))
                    continue
                self.origins[key] = origin
                yield item, document

    def _acts(self, kinds: Mapping[str, catalog.ActKind]) -> dict[str, Act]:
        acts: dict[str, Act] = {}
        for item, _ in self._all("acts", "items"):
            origin = self.origins["acts", item.id]
            place = Origin(origin.path, origin.pointer[:-1])
            if item.kind not in kinds and "act-kinds" in self.by_kind:
                self.findings.append(unknown("act kind", item.kind, place.at("kind"), kinds))
            acts[item.id] = link_act(item, kinds, place, item.id)
        return acts

    def _glossary(self) -> tuple[catalog.GlossaryEntry, ...]:
        return tuple(entry for document in self.by_kind.get("glossary", []) for entry in document.model.items)


def link_act(act: strategy.Act, kinds: Mapping[str, catalog.ActKind], origin: Origin, name: str) -> Act:
    """An act with its kind and date looked up."""
    return Act(
        id=name,
        title=act.title or "",
        origin=origin,
        kind=kinds.get(act.kind),
        issuer=act.issuer,
        date=moment(act.date),
        act_number=act.act_number,
    )


def moment(value: int | str | None) -> Moment | None:
    """The date that *value* writes; the models let only dates pass that there are."""
    return None if value is None else Moment.parse(value)


def duplicate_id(identifier: str, origin: Origin, first: Origin) -> Finding:
    """An id that two entities claim."""
    return Finding(
        origin,
        say("the id '{id}' is used twice", id=identifier),
        say("give one of the two another id"),
        related=((first, say("it is used here first")),),
        code="REF003",
        subject=identifier,
    )


def unknown(
    kind: str,
    target: str,
    origin: Origin,
    known: Iterable[str],
    home: Callable[[str], Origin | None] = lambda _near: None,
) -> Finding:
    """A reference to an id that nothing defines; *home* says where the nearest known one stands."""
    near, only = closest(target, known), only_close(target, known)
    place = home(near) if near else None
    return Finding(
        origin,
        say("there is no {kind} with the id '{id}'", kind=say(kind), id=target),
        say("did you mean '{name}'?", name=near) if near else say("define it, or correct the id"),
        related=((place, say("'{name}' stands here", name=near)),) if place is not None else (),
        code="REF001",
        subject=target,
        rewrite=renaming(target, only) if only else None,
    )


def missing_file(name: str, wanted_by: Origin | None) -> Finding:
    """A list of the catalogue is missing; *wanted_by* is a reference that needs it."""
    path = KINDS[name].place
    return Finding(
        Origin(path),
        say("the catalogue has no file '{path}'", path=path),
        say("copy it from another workspace, or make one with 'stratkit new workspace'"),
        related=((wanted_by, say("it is needed here")),) if wanted_by is not None else (),
        code="REF004",
    )
