"""One entity of a strategy as a JSON document: ``stratkit.entity/1``."""

from __future__ import annotations

from stratkit.exchange.models import (
    ENTITY_SCHEMA,
    ActData,
    EntityData,
    IndicatorData,
    IndustryData,
    NumberedTitle,
    ProgrammeData,
    ProjectData,
    Titled,
)
from stratkit.exchange.strategy_json import (
    act_data,
    indicator_data,
    industry_data,
    numbered,
    programme_data,
    project_data,
    titled,
)
from stratkit.model import linked

_KINDS: dict[type, str] = {
    linked.Industry: "industry",
    linked.Project: "project",
    linked.Indicator: "indicator",
    linked.Challenge: "challenge",
    linked.Body: "body",
    linked.Beneficiary: "beneficiary",
    linked.Technology: "technology",
    linked.Task: "task",
    linked.Programme: "programme",
    linked.BasisAct: "act",
}


def entity_data(entity: linked.Entity, strategy: linked.Strategy, catalog: linked.Catalog) -> EntityData:
    """What the file of *entity*, which belongs to *strategy*, holds; :func:`stratkit.model.written.as_json` writes it.

    Raises:
        KeyError: entities of this kind are not exported on their own.
    """
    kind = _KINDS[type(entity)]
    industry = getattr(entity, "industry", None)
    key = f"{industry}/{entity.id}" if isinstance(entity, linked.Challenge) else entity.id
    return EntityData(
        schema_=ENTITY_SCHEMA,
        kind=kind,
        region=strategy.id,
        strategy=strategy.title,
        industry=industry,
        data=_data(entity, catalog),
        projects=titled(strategy.projects_of(kind, key)),
    )


def _data(
    one: linked.Entity, catalog: linked.Catalog
) -> ProjectData | IndicatorData | IndustryData | ProgrammeData | ActData | NumberedTitle | Titled:
    match one:
        case linked.Project():
            return project_data(one, catalog)
        case linked.Indicator():
            return indicator_data(one, one.responsible, one.pages[0] if one.pages else None)
        case linked.Industry():
            return industry_data(one, catalog)
        case linked.Programme():
            return programme_data(one)
        case linked.BasisAct():
            return act_data(one.act, one.number, one.page, one.uncertain)
        case _:
            return numbered([one])[0] if isinstance(one, linked.Numbered) else titled([one])[0]
