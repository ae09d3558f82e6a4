"""What an id may name: the entities of the workspace by kind, and a card of each in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.escape import markdown
from stratkit.diagnostics.message import Translate
from stratkit.lsp.index import Key, Mention
from stratkit.lsp.slots import PROJECT, Part
from stratkit.model import catalog
from stratkit.model.linked import Act, Catalog, Entity, Indicator, Numbered, Strategy, Workspace


def in_catalogue(target: str, known: Catalog) -> Mapping[str, Any]:
    """The entities of the kind *target* that all regions share."""
    tables: dict[str, Mapping[str, Any]] = {
        "act": known.acts,
        "act kind": known.act_kinds,
        "beneficiary": known.beneficiaries,
        "common indicator": {name: entry for name, (entry, _) in known.common_indicators.items()},
        "document kind": known.document_kinds,
        "federal project": {name: entry for name, (entry, _) in known.federal_projects.items()},
        "industry": known.industries,
        "kind of support": known.support,
        "national goal": known.national_goals,
        "profile": known.profiles,
        "role": known.roles,
        "source of funds": known.sources,
        "technology": known.technologies,
        "unit": known.units,
    }
    return tables.get(target, {})


def in_region(target: str, strategy: Strategy, scope: str) -> Mapping[str, Any]:
    """The entities of the kind *target* that *strategy* has or takes from the catalogue."""
    found: dict[str, Iterable[Entity]] = {
        PROJECT: strategy.projects,
        "act": strategy.basis,
        "beneficiary": strategy.beneficiaries,
        "body": strategy.bodies.values(),
        "challenge": [one for one in strategy.challenges if f"{strategy.id}/{one.industry}" == scope],
        "indicator": strategy.indicators,
        "industry": strategy.industries,
        "national goal": strategy.national_goals,
        "programme": strategy.programmes,
        "source of funds": strategy.resources,
        "task": strategy.tasks,
        "technology": strategy.technologies,
    }
    return {one.id: one for one in found.get(target, ())}


def choices(workspace: Workspace, target: str, part: Part, path: str, scope: str) -> dict[str, Any]:
    """What an id of the kind *target* may name in the file *path*: what the region has first, then the catalogue."""
    strategy = workspace.strategies.get(path.partition("/")[0])
    shared = in_catalogue(target, workspace.catalog)
    own = in_region(target, strategy, scope) if strategy is not None and part is Part.REFERENCE else {}
    # A technology is usable only after the strategy has taken it from the catalogue.
    return dict(own) if target == "technology" and own else {**own, **{k: v for k, v in shared.items() if k not in own}}


def entity_of(workspace: Workspace, mention: Mention) -> Any:
    """What *mention* names; as its own region has it, where it has it. None if nothing is known of it."""
    key: Key = mention.key
    strategy = workspace.strategies.get(mention.region)
    own = in_region(key.kind, strategy, key.scope) if strategy is not None else {}
    return own.get(key.id) or in_catalogue(key.kind, workspace.catalog).get(key.id)


def title_of(entity: Any) -> str:
    """The title of an entity of the region or of the catalogue."""
    return str(entity.title)


def short_title_of(entity: Any) -> str:
    """The short title, or the title where there is none."""
    return getattr(entity, "short_title", None) or title_of(entity)


def facts(entity: Any) -> Iterator[Message]:
    """What else is to be said of it in short: number, unit, details of an act."""
    if isinstance(entity, Numbered) and entity.number:
        yield say("number {number}", number=entity.number)
    if isinstance(entity, Indicator) and entity.unit is not None:
        yield say("unit: {unit}", unit=entity.unit.symbol)
    if isinstance(entity, catalog.Unit):
        yield say("sign: {symbol}", symbol=entity.symbol)
    if isinstance(entity, catalog.CommonIndicator):
        yield say("unit: {unit}", unit=entity.unit)
    if isinstance(entity, Act):
        if entity.date is not None:
            yield say("date: {date}", date=entity.date.iso)
        if entity.act_number:
            yield say("number {number}", number=entity.act_number)


def card(entity: Any, head: Iterable[Message], translate: Translate, unknown: Message) -> str:
    """The card of *entity* in Markdown: title, *head* and facts on one line, the plan by year."""
    line = " · ".join(markdown(one.render(translate)) for one in (*head, *facts(entity)))
    parts = [f"**{markdown(title_of(entity))}**", line]
    if isinstance(entity, Indicator) and entity.plan:
        years = sorted(entity.plan)
        values = (entity.plan[year] for year in years)
        shown = [unknown.render(translate) if value is None else str(value) for value in values]
        rows = ((str(year) for year in years), ("---:" for _ in years), shown)
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join(parts)
