"""Entities in one shape, so that they can be compared field by field.

A record holds what its file holds, with references by id and with titles, units and directions
that come from the catalogue filled in. So the entity of a linked strategy and the mapping in an
old version of a file can be compared by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from stratkit.diagnostics import Origin
from stratkit.immutable import immutable
from stratkit.model.kinds import KINDS
from stratkit.model.linked import Act, Catalog, Entity, Indicator, Numbered, Project, Strategy
from stratkit.model.node import Node, plain


@immutable
class Record:
    """An entity as it is compared.

    Args:
        kind: kind of entity.
        id: unique among the entities of its kind in the region.
        title: its title; empty where it has none.
        fields: values in the shape of the file.
        origin: where it stands.
        industry: its industry, if it has one.
        shared: places in the catalogue of the fields that come from there.
    """

    kind: str
    id: str
    title: str
    fields: Mapping[str, Any]
    origin: Origin
    industry: str = ""
    shared: Mapping[str, Origin] = field(default_factory=dict)

    def place(self, *steps: str | int) -> Origin:
        """Where the value of a field stands."""
        return self.shared.get(str(steps[0])) or self.origin.at(*steps) if steps else self.origin


def records(strategy: Strategy, catalog: Catalog) -> Iterator[Record]:
    """Everything in *strategy* that can change, in the order of the document."""
    yield _frame(strategy)
    for edition in strategy.frame.editions:
        yield Record("edition", edition.id, edition.id, {}, strategy.origin.at("editions"))
    yield from _basis(strategy, catalog)
    yield from _technologies(strategy, catalog)
    yield from _card(strategy, catalog)
    yield from _priorities(strategy)
    for industry in strategy.industries:
        yield from _industry(strategy, catalog, industry.id)
    for body in strategy.bodies.values():
        yield _entity("body", body, {"kind": body.kind, "variants": _plain(body.variants)})
    yield from _programmes(strategy)
    if strategy.profile is not None:
        origin = Origin(KINDS["profile"].place.replace("*", strategy.profile.id))
        yield Record("profile", "profile", "", plain(strategy.profile), origin)


def _plain(value: Any) -> Any:
    """A value of the files' models as it stands in the file."""
    if isinstance(value, Node):
        return plain(value, filled=True)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _ids(entities: Iterable[Entity]) -> list[str]:
    return [one.id for one in entities]


def _act(act: Act) -> dict[str, Any]:
    return {
        "kind": act.kind.id if act.kind else None,
        "issuer": act.issuer,
        "date": act.date.iso() if act.date else None,
        "act_number": act.act_number,
        "title": act.title,
    }


def _entity(kind: str, one: Entity, fields: Mapping[str, Any], shared: Mapping[str, Origin] | None = None) -> Record:
    """A record with what all entities have; ids of challenges are unique within industries only."""
    industry = getattr(one, "industry", "")
    common: dict[str, Any] = {"title": one.title, "short_title": one.short_title}
    if isinstance(one, Numbered):
        common |= {"number": one.number, "page": one.page}
    name = f"{industry}/{one.id}" if kind == "challenge" else one.id
    return Record(kind, name, one.title, {**common, **fields}, one.origin, industry, shared or {})


def _from_catalogue(one: Entity, table: str, catalog: Catalog, entries: Mapping[str, Any]) -> dict[str, Origin]:
    """The place of the title in the catalogue, if it comes from there."""
    entry = entries.get(one.id)
    origin = catalog.origins.get((table, one.id))
    if entry is None or origin is None or entry.title != one.title:
        return {}
    return {"title": _beside(origin, "title")}


def _beside(origin: Origin, key: str) -> Origin:
    return Origin(origin.path, (*origin.pointer[:-1], key))


def _frame(strategy: Strategy) -> Record:
    frame = strategy.frame
    fields = {
        "title": frame.title, "short_title": frame.short_title, "kind": frame.kind, "year": frame.year,
        "period": _plain(frame.period), "region": _plain(frame.region), "profile": frame.profile,
        "approval": {"kind": frame.approval.kind, "act": _act(strategy.approval_act)},
        "implementation": _plain(frame.implementation), "source": _plain(frame.source),
    }  # fmt: skip
    return Record("strategy", strategy.id, frame.title, fields, strategy.origin)


def _basis(strategy: Strategy, catalog: Catalog) -> Iterator[Record]:
    for one in strategy.basis:
        origin = catalog.origins.get(("acts", one.id))
        shared = {"act": Origin(origin.path, origin.pointer[:-1]), "title": _beside(origin, "title")} if origin else {}
        yield _entity("basis", one, {"act": _act(one.act), "variants": _plain(one.variants)}, shared)


def _technologies(strategy: Strategy, catalog: Catalog) -> Iterator[Record]:
    for one in strategy.technologies:
        shared = _from_catalogue(one, "technologies-catalog", catalog, catalog.technologies)
        yield _entity("technology", one, {"industries": list(one.industries)}, shared)
    if strategy.applications:
        path = Origin(strategy.files["technologies"][0])
        yield Record("applications", "applications", "", {"applications": _plain(strategy.applications)}, path)


def _card(strategy: Strategy, catalog: Catalog) -> Iterator[Record]:
    card = strategy.card
    if card is None:
        return
    parts = ("directions", "actions", "lead", "results", "effects", "page")
    fields = {part: _plain(getattr(card, part)) for part in parts}
    yield Record("card", "card", "", {**fields, "lead": list(card.lead)}, Origin(strategy.files["card"][0]))
    tables: tuple[tuple[str, tuple[Numbered, ...], str, Mapping[str, Any]], ...] = (
        ("beneficiary", strategy.beneficiaries, "beneficiaries", catalog.beneficiaries),
        ("source", strategy.resources, "financing/sources", catalog.sources),
        ("national-goal", strategy.national_goals, "national-goals", catalog.national_goals),
    )
    for kind, entities, table, entries in tables:
        for one in entities:
            yield _entity(kind, one, {}, _from_catalogue(one, table, catalog, entries))


def _priorities(strategy: Strategy) -> Iterator[Record]:
    if strategy.goal is not None:
        fields = {"text": strategy.goal.text, "page": strategy.goal.page}
        yield Record("goal", "goal", "", fields, Origin(strategy.files["priorities"][0], ("goal",)))
    for task in strategy.tasks:
        yield _entity("task", task, {"industries": list(task.industries)})


def _programmes(strategy: Strategy) -> Iterator[Record]:
    if strategy.participants:
        path = Origin(strategy.files["programmes"][0])
        yield Record("participants", "participants", "", {"participants": _plain(strategy.participants)}, path)
    for one in strategy.programmes:
        fields = {"act": _act(one.act), "industries": list(one.industries), "variants": _plain(one.variants)}
        yield _entity("programme", one, {**fields, "period": _plain(one.period)})


def _industry(strategy: Strategy, catalog: Catalog, name: str) -> Iterator[Record]:
    one = strategy.industry[name]
    shared = _from_catalogue(one, "industries", catalog, catalog.industries)
    texts = {"problems": _plain(one.problems), "risks": _plain(one.risks)}
    yield _entity("industry", one, texts, shared)
    for challenge in one.challenges:
        yield _entity("challenge", challenge, {"variants": _plain(challenge.variants)})
    for project in one.projects:
        yield _project(project, catalog)
    for indicator in one.indicators:
        yield _indicator(indicator, catalog)


def _project(one: Project, catalog: Catalog) -> Record:
    benefits = [{"who": _ids(benefit.who), "benefit": benefit.text} for benefit in one.benefits]
    fields = {
        "industry": one.industry, "federal": one.federal.id if one.federal else None, "recommended": one.recommended,
        "goal": one.goal, "description": one.description, "milestones": _plain(one.milestones),
        "term": _plain(one.term), "financing": _plain(one.financing), "role": _plain(one.role),
        "challenges": _ids(one.challenges), "beneficiaries": benefits, "responsible": _ids(one.responsible),
        "indicators": _ids(one.indicators), "tasks": _ids(one.tasks), "technologies": _ids(one.technologies),
        "programmes": _ids(one.programmes), "pages": _plain(one.pages), "variants": _plain(one.variants),
        "note": one.note,
    }  # fmt: skip
    shared: dict[str, Origin] = {}
    if one.own_title is None and one.federal is not None:
        origin = catalog.origins.get(("federal-projects", one.federal.id))
        shared = {"title": _beside(origin, "title")} if origin else {}
    return _entity("project", one, fields, shared)


def _indicator(one: Indicator, catalog: Catalog) -> Record:
    common = one.common
    fields = {
        "industry": one.industry, "unit": one.unit.id if one.unit else None,
        "symbol": one.unit.symbol if one.unit else None, "direction": one.direction,
        "plan": {str(year): value for year, value in one.plan.items()},
        "uncertain": {str(year): doubt for year, doubt in one.uncertain.items()},
        "baseline": {"year": str(one.baseline[0]), "value": one.baseline[1]} if one.baseline else None,
        "cumulative": one.cumulative, "responsible": _ids(one.responsible), "common": common.id if common else None,
        "method": common.method if common else None, "national_goals": list(one.national_goals),
        "facts": {str(year): fact.value for year, fact in sorted(one.facts.items())},
        "pages": list(one.pages), "variants": _plain(one.variants), "note": one.note,
    }  # fmt: skip
    origin = catalog.origins.get(("common-indicators", common.id)) if common else None
    own = {"title": one.own_title, "unit": one.own_unit}
    shared = (
        {key: _beside(origin, key) for key in ("title", "unit", "direction", "method") if not own.get(key)}
        if origin
        else {}
    )
    if one.unit is not None and (place := catalog.origins.get(("units", one.unit.id))):
        shared["symbol"] = _beside(place, "symbol")
    return _entity("indicator", one, fields, shared)
