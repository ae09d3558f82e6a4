"""A resolved strategy as one JSON document: ``stratkit.strategy/1``.

Everything stands in document order with titles filled in, so that a reader needs neither the
catalogue nor the YAML. The models below are the format; ``schema/export.json`` is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from stratkit.model import linked
from stratkit.model.catalog import Entry
from stratkit.model.numbers import Moment

SCHEMA = "stratkit.strategy/1"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Titled(_Part):
    """Something with an id and a title."""

    id: str
    title: str


class NumberedTitle(Titled):
    """Something with an official number."""

    number: int | str
    page: int | None = None


class ActData(_Part):
    """A legal act; dates as exact as known: ``2020``, ``2020-07`` or ``2020-07-21``."""

    id: str
    number: int | str
    kind: str
    issuer: str | None
    date: str | None
    act_number: str | None
    title: str
    uncertain: list[str]
    page: int | None


class PointData(_Part):
    """A numbered item of a list."""

    number: int | str
    text: str
    page: int | None


class TermData(_Part):
    """When a project runs."""

    from_: str | int | None = Field(alias="from")
    to: str | int | None
    then: str | None
    recurrence: str | None
    text: str


class MilestoneData(_Part):
    """What is reached by when."""

    by: str | int
    text: str


class BenefitData(_Part):
    """What one beneficiary gains."""

    id: str
    title: str
    benefit: str | None


class FinancingData(_Part):
    """Where the money comes from."""

    sources: list[Titled]
    support: list[Titled]
    text: str


class IndicatorData(_Part):
    """An indicator under a project, with its approved values by year."""

    id: str
    common: str | None
    title: str
    unit: str | None
    unit_id: str | None
    direction: str | None
    values: dict[str, int | float | None]
    uncertain: list[str]
    uncertain_reasons: dict[str, str]
    baseline: dict[str, int | float | None]
    facts: dict[str, int | float | None]
    responsible: list[Titled]
    page: int | None


class ProjectData(_Part):
    """A project with everything that it is linked to."""

    id: str
    number: int | str
    title: str
    short_title: str
    federal: str | None
    recommended: bool
    challenges: list[str]
    beneficiaries: list[BenefitData]
    goal: str | None
    description: str | None
    milestones: list[MilestoneData]
    term: TermData
    financing: FinancingData
    role: str
    role_kinds: list[Titled]
    responsible: list[Titled]
    technologies: list[str]
    tasks: list[str]
    programmes: list[str]
    indicators: list[IndicatorData]
    pages: dict[str, list[int]]


class IndustryData(_Part):
    """An industry: problems, challenges, risks, projects."""

    id: str
    number: int | str
    title: str
    problems: list[str]
    challenges: list[NumberedTitle]
    risks: list[str]
    projects: list[ProjectData]


class ProgrammeData(_Part):
    """A state programme."""

    id: str
    number: int | str
    title: str
    kind: str
    issuer: str | None
    date: str | None
    act_number: str | None
    period: list[int] | None
    page: int | None


class CardData(_Part):
    """The strategy in short."""

    directions: list[PointData]
    actions: list[str]
    lead: list[Titled]
    results: list[str]
    resources: list[NumberedTitle]
    effects: list[str]
    national_goals: list[NumberedTitle]


class StrategyData(_Part):
    """The whole strategy."""

    schema_: Literal["stratkit.strategy/1"] = Field(alias="schema")
    id: str
    title: str
    region: str
    year: int
    period: dict[str, int]
    source: str | None
    approval: ActData
    goal: str | None
    legal_basis: list[ActData]
    technologies: list[NumberedTitle]
    tasks: list[NumberedTitle]
    beneficiaries: list[NumberedTitle]
    card: CardData | None
    bodies: list[Titled]
    industries: list[IndustryData]
    participants: list[str]
    programmes: list[ProgrammeData]


def strategy_data(strategy: linked.Strategy, catalog: linked.Catalog) -> StrategyData:
    """The export of *strategy*."""
    frame = strategy.frame
    return StrategyData(
        schema_=SCHEMA,
        id=strategy.id,
        title=frame.title,
        region=frame.region.name.nominative,
        year=frame.year,
        period={"from": frame.period.from_, "to": frame.period.to},
        source=frame.source.title if frame.source else None,
        approval=_act(strategy.approval_act, 1, None, ()),
        goal=strategy.goal.text if strategy.goal else None,
        legal_basis=[_act(one.act, one.number, one.page, one.uncertain) for one in strategy.basis],
        technologies=_numbered(strategy.technologies),
        tasks=_numbered(strategy.tasks),
        beneficiaries=_numbered(strategy.beneficiaries),
        card=_card(strategy),
        bodies=_titled(strategy.bodies.values()),
        industries=[_industry(one, catalog) for one in strategy.industries],
        participants=[one.text for one in strategy.participants],
        programmes=[_programme(one) for one in strategy.programmes],
    )


def _iso(date: Moment | None) -> str | None:
    return date.iso() if date else None


def _titled(entities: Iterable[linked.Entity | Entry]) -> list[Titled]:
    return [Titled(id=one.id, title=one.title) for one in entities]


def _numbered(entities: tuple[linked.Numbered, ...]) -> list[NumberedTitle]:
    return [NumberedTitle(id=one.id, title=one.title, number=one.number, page=one.page) for one in entities]


def _act(act: linked.Act, number: int | str, page: int | None, uncertain: tuple[str, ...]) -> ActData:
    return ActData(
        id=act.id, number=number, kind=act.kind.title if act.kind else "", issuer=act.issuer, date=_iso(act.date),
        act_number=act.act_number, title=act.title, uncertain=list(uncertain), page=page,
    )  # fmt: skip


def _programme(one: linked.Programme) -> ProgrammeData:
    return ProgrammeData(
        id=one.id, number=one.number, title=one.title, kind=one.act.kind.title if one.act.kind else "",
        issuer=one.act.issuer, date=_iso(one.act.date), act_number=one.act.act_number,
        period=[one.period.from_, one.period.to] if one.period else None, page=one.page,
    )  # fmt: skip


def _card(strategy: linked.Strategy) -> CardData | None:
    card = strategy.card
    if card is None:
        return None
    return CardData(
        directions=[PointData(number=one.number, text=one.text, page=one.page) for one in card.directions],
        actions=[one.text for one in card.actions],
        lead=_titled(strategy.lead),
        results=[one.text for one in card.results],
        resources=_numbered(strategy.resources),
        effects=[one.text for one in card.effects],
        national_goals=_numbered(strategy.national_goals),
    )


def _industry(one: linked.Industry, catalog: linked.Catalog) -> IndustryData:
    return IndustryData(
        id=one.id, number=one.number, title=one.title,
        problems=[point.text for point in one.problems],
        challenges=_numbered(one.challenges),
        risks=[point.text for point in one.risks],
        projects=[_project(project, catalog) for project in one.projects],
    )  # fmt: skip


def _project(one: linked.Project, catalog: linked.Catalog) -> ProjectData:
    money = one.financing
    return ProjectData(
        id=one.id, number=one.number, title=one.title, short_title=one.short,
        federal=one.federal.id if one.federal else None, recommended=one.recommended,
        challenges=[each.id for each in one.challenges],
        beneficiaries=[
            BenefitData(id=who.id, title=who.title, benefit=benefit.text) for benefit in one.benefits for who in benefit.who
        ],
        goal=one.goal, description=one.description,
        milestones=[MilestoneData(by=each.by, text=each.text) for each in one.milestones],
        term=TermData(
            from_=one.term.from_, to=one.term.to, then=one.term.then, recurrence=one.term.recurrence, text=one.term.text
        ),
        financing=FinancingData(
            sources=_titled(catalog.sources[each] for each in money.sources if each in catalog.sources),
            support=_titled(catalog.support[each] for each in money.support if each in catalog.support),
            text=money.text,
        ),
        role=one.role.text, role_kinds=_titled(catalog.roles[each] for each in one.role.kinds if each in catalog.roles),
        responsible=_titled(one.responsible),
        technologies=[each.id for each in one.technologies], tasks=[each.id for each in one.tasks],
        programmes=[each.id for each in one.programmes],
        indicators=[_row(row) for row in one.rows],
        pages={
            "relations": list(one.pages.relations), "project": list(one.pages.project),
            "indicators": list(one.pages.indicators),
        },
    )  # fmt: skip


def _row(row: linked.IndicatorRow) -> IndicatorData:
    one = row.indicator
    return IndicatorData(
        id=one.id, common=one.common.id if one.common else None, title=one.title,
        unit=one.unit.symbol if one.unit else None, unit_id=one.unit.id if one.unit else None, direction=one.direction,
        values={str(year): value for year, value in one.plan.items()},
        uncertain=[str(year) for year in one.uncertain],
        uncertain_reasons={str(year): doubt for year, doubt in one.uncertain.items()},
        baseline={str(one.baseline[0]): one.baseline[1]} if one.baseline else {},
        facts={str(year): fact.value for year, fact in one.facts.items()},
        responsible=_titled(row.responsible), page=row.page,
    )  # fmt: skip


def render(strategy: linked.Strategy, catalog: linked.Catalog) -> bytes:
    """The export as it is written to a file."""
    text = strategy_data(strategy, catalog).model_dump_json(by_alias=True, indent=2, ensure_ascii=False)
    return (text + "\n").encode()
