"""A resolved strategy as one JSON document, and each of its entities as one.

Everything stands in document order with titles filled in, so that a reader needs neither the
catalogue nor the YAML. :mod:`stratkit.exchange.models` describes the format.
"""

from __future__ import annotations

from collections.abc import Iterable

from stratkit.exchange.models import (
    SCHEMA,
    ActData,
    BenefitData,
    CardData,
    FinancingData,
    IndicatorData,
    IndustryData,
    MilestoneData,
    NumberedTitle,
    PointData,
    ProgrammeData,
    ProjectData,
    StrategyData,
    TermData,
    Titled,
)
from stratkit.model import linked
from stratkit.model.catalog import Entry
from stratkit.model.numbers import Moment
from stratkit.model.written import as_json


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
        approval=act_data(strategy.approval_act, 1, None, ()),
        goal=strategy.goal.text if strategy.goal else None,
        legal_basis=[act_data(one.act, one.number, one.page, one.uncertain) for one in strategy.basis],
        technologies=numbered(strategy.technologies),
        tasks=numbered(strategy.tasks),
        beneficiaries=numbered(strategy.beneficiaries),
        card=_card(strategy),
        bodies=titled(strategy.bodies.values()),
        industries=[industry_data(one, catalog) for one in strategy.industries],
        participants=[one.text for one in strategy.participants],
        programmes=[programme_data(one) for one in strategy.programmes],
    )


def _iso(date: Moment | None) -> str | None:
    return date.iso() if date else None


def titled(entities: Iterable[linked.Entity | Entry]) -> list[Titled]:
    """Ids and titles."""
    return [Titled(id=one.id, title=one.title) for one in entities]


def numbered(entities: Iterable[linked.Numbered]) -> list[NumberedTitle]:
    """Ids, titles, official numbers and pages."""
    return [NumberedTitle(id=one.id, title=one.title, number=one.number, page=one.page) for one in entities]


def act_data(act: linked.Act, number: int | str, page: int | None, uncertain: tuple[str, ...]) -> ActData:
    """An act as one document cites it: under which number, on which page, with which details lost."""
    return ActData(
        id=act.id, number=number, kind=act.kind.title if act.kind else "", issuer=act.issuer, date=_iso(act.date),
        act_number=act.act_number, title=act.title, uncertain=list(uncertain), page=page,
    )  # fmt: skip


def programme_data(one: linked.Programme) -> ProgrammeData:
    """A state programme."""
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
        lead=titled(strategy.lead),
        results=[one.text for one in card.results],
        resources=numbered(strategy.resources),
        effects=[one.text for one in card.effects],
        national_goals=numbered(strategy.national_goals),
    )


def industry_data(one: linked.Industry, catalog: linked.Catalog) -> IndustryData:
    """An industry with all its projects."""
    return IndustryData(
        id=one.id, number=one.number, title=one.title,
        problems=[point.text for point in one.problems],
        challenges=numbered(one.challenges),
        risks=[point.text for point in one.risks],
        projects=[project_data(project, catalog) for project in one.projects],
    )  # fmt: skip


def project_data(one: linked.Project, catalog: linked.Catalog) -> ProjectData:
    """A project with everything that it is linked to."""
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
            sources=titled(catalog.sources[each] for each in money.sources if each in catalog.sources),
            support=titled(catalog.support[each] for each in money.support if each in catalog.support),
            text=money.text,
        ),
        role=one.role.text, role_kinds=titled(catalog.roles[each] for each in one.role.kinds if each in catalog.roles),
        responsible=titled(one.responsible),
        technologies=[each.id for each in one.technologies], tasks=[each.id for each in one.tasks],
        programmes=[each.id for each in one.programmes],
        indicators=[indicator_data(row.indicator, row.responsible, row.page) for row in one.rows],
        pages={
            "relations": list(one.pages.relations), "project": list(one.pages.project),
            "indicators": list(one.pages.indicators),
        },
    )  # fmt: skip


def indicator_data(one: linked.Indicator, responsible: Iterable[linked.Body], page: int | None) -> IndicatorData:
    """An indicator, with those who answer for it and the page in the place where it is shown."""
    return IndicatorData(
        id=one.id, common=one.common.id if one.common else None, title=one.title,
        unit=one.unit.symbol if one.unit else None, unit_id=one.unit.id if one.unit else None, direction=one.direction,
        values={str(year): value for year, value in one.plan.items()},
        uncertain=[str(year) for year in one.uncertain],
        uncertain_reasons={str(year): doubt for year, doubt in one.uncertain.items()},
        baseline={str(one.baseline[0]): one.baseline[1]} if one.baseline else {},
        facts={str(year): fact.value for year, fact in one.facts.items()},
        responsible=titled(responsible), page=page,
    )  # fmt: skip


def render(strategy: linked.Strategy, catalog: linked.Catalog) -> bytes:
    """The export as it is written to a file."""
    return as_json(strategy_data(strategy, catalog))
