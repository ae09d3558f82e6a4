"""Industries of a region with their challenges, indicators and projects, linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from stratkit.diagnostics import Finding, Origin, say
from stratkit.load.catalog import duplicate_id
from stratkit.load.documents import Document
from stratkit.load.references import References
from stratkit.model import indicator as indicator_files
from stratkit.model import industry as industry_files
from stratkit.model import project as project_files
from stratkit.model.linked import (
    Beneficiary,
    Benefit,
    Body,
    Catalog,
    Challenge,
    Indicator,
    IndicatorRow,
    Industry,
    Programme,
    Project,
    Task,
    Technology,
)
from stratkit.model.numbers import number_key


@dataclass(eq=False, repr=False)
class IndustryLinker:
    """Links what belongs to industries."""

    by_kind: Mapping[str, list[Document]]
    catalog: Catalog
    references: References
    findings: list[Finding]
    bodies: Mapping[str, Body]
    tasks: Mapping[str, Task]
    programmes: Mapping[str, Programme]
    technologies: Mapping[str, Technology]
    beneficiaries: Mapping[str, Beneficiary]
    _outside: dict[str, Beneficiary] = field(default_factory=dict)

    def industries(self) -> list[Industry]:
        """All industries, in the order of their files."""
        facts = self._facts()
        indicators = self._indicators(facts)
        challenges = self._challenges()
        projects = self._projects(indicators, challenges)
        found: list[Industry] = []
        for document in self.by_kind.get("industry", []):
            model: industry_files.Industry = document.model
            entry = self.references.one(
                "industry", model.industry, self.catalog.industries, document.origin, "industry"
            )
            if entry is None:
                continue
            own = [one for one in projects if one.industry == entry.id]
            found.append(
                Industry(
                    id=entry.id, title=model.title or entry.title, short_title=entry.short_title, origin=document.origin,
                    number=model.number, entry=entry, problems=model.problems, risks=model.risks,
                    challenges=tuple(challenges.get(entry.id, {}).values()),
                    projects=tuple(sorted(own, key=lambda one: number_key(one.number))),
                    indicators=tuple(one for one in indicators.values() if one.industry == entry.id),
                )
            )  # fmt: skip
        self._check_homes(found)
        return found

    def _check_homes(self, found: Iterable[Industry]) -> None:
        """Projects and indicators whose industry has no file would silently vanish."""
        if self.references.absent & {"industry", "industries"}:
            return  # the broken file of the industry has a finding of its own
        known = {industry.id for industry in found}
        for kind in ("project", "indicators"):
            for document in self.by_kind.get(kind, []):
                if document.model.industry not in known:
                    origin = document.origin.at("industry")
                    message = say("the strategy has no industry '{id}'", id=document.model.industry)
                    self.findings.append(
                        Finding(
                            origin,
                            message,
                            say("add the file industries/{id}.yaml", id=document.model.industry),
                            code="REF006",
                        )
                    )

    def _challenges(self) -> dict[str, dict[str, Challenge]]:
        found: dict[str, dict[str, Challenge]] = {}
        for document in self.by_kind.get("industry", []):
            model: industry_files.Industry = document.model
            table, top = found.setdefault(model.industry, {}), document.origin
            for index, one in enumerate(model.challenges):
                place = top.at("challenges", index)
                if one.id in table:
                    self.findings.append(duplicate_id(one.id, place.at("id"), table[one.id].origin.at("id")))
                    continue
                table[one.id] = Challenge(
                    id=one.id, title=one.title, short_title=one.short_title, origin=place, number=one.number,
                    page=one.page, industry=model.industry, variants=one.variants,
                )  # fmt: skip
        return found

    def _facts(self) -> dict[str, dict[int, indicator_files.Fact]]:
        found: dict[str, dict[int, indicator_files.Fact]] = {}
        known = {one.id: one for doc in self.by_kind.get("indicators", []) for one in doc.model.indicators}
        for document in self.by_kind.get("facts", []):
            top = document.origin
            for index, fact in enumerate(document.model.values):
                if self.references.one("indicator", fact.indicator, known, top, "values", index, "indicator"):
                    found.setdefault(fact.indicator, {})[int(document.model.year)] = fact
        return found

    def _indicators(self, facts: Mapping[str, Mapping[int, indicator_files.Fact]]) -> dict[str, Indicator]:
        found: dict[str, Indicator] = {}
        for document in self.by_kind.get("indicators", []):
            top = document.origin
            for index, one in enumerate(document.model.indicators):
                place = top.at("indicators", index)
                if one.id in found:
                    self.findings.append(duplicate_id(one.id, place.at("id"), found[one.id].origin.at("id")))
                    continue
                found[one.id] = self._indicator(one, document.model.industry, place, facts.get(one.id, {}))
        return found

    def _indicator(
        self, one: indicator_files.Indicator, industry: str, place: Origin, facts: Mapping[int, indicator_files.Fact]
    ) -> Indicator:
        shared = None
        if one.common is not None:
            shared = self.references.one("common indicator", one.common, self._common, place, "common")
        unit_id = one.unit or (shared.unit if shared else None)
        unit = self.catalog.units.get(unit_id) if unit_id else None
        if one.unit is not None:
            self.references.one("unit", one.unit, self.catalog.units, place, "unit")
        goals = one.national_goals or (shared.national_goals if shared else ())
        self.references.many("national goal", one.national_goals, self.catalog.national_goals, place, "national_goals")
        baseline = (int(one.baseline.year), one.baseline.value) if one.baseline else None
        return Indicator(
            id=one.id,
            title=one.title or (shared.title if shared else one.id),
            short_title=one.short_title or (shared.short_title if shared and not one.title else None),
            origin=place, industry=industry, unit=unit,
            direction=one.direction or (shared.direction if shared else None),
            plan={int(year): one.plan[year] for year in sorted(one.plan)},
            uncertain={int(year): doubt for year, doubt in sorted(one.uncertain.items())},
            baseline=baseline, cumulative=one.cumulative,
            responsible=self.references.many("body", one.responsible, self.bodies, place, "responsible"),
            common=shared, common_id=one.common, national_goals=goals, pages=one.pages, variants=one.variants, facts=facts,
            own_title=one.title, own_unit=one.unit, note=one.note,
        )  # fmt: skip

    @cached_property
    def _federal(self) -> dict[str, Any]:
        return {name: entry for name, (entry, _) in self.catalog.federal_projects.items()}

    @cached_property
    def _common(self) -> dict[str, Any]:
        return {name: entry for name, (entry, _) in self.catalog.common_indicators.items()}

    def _projects(
        self, indicators: Mapping[str, Indicator], challenges: Mapping[str, Mapping[str, Challenge]]
    ) -> list[Project]:
        found: dict[str, Project] = {}
        for document in self.by_kind.get("project", []):
            model: project_files.Project = document.model
            if model.id in found:
                self.findings.append(duplicate_id(model.id, document.origin.at("id"), found[model.id].origin.at("id")))
                continue
            found[model.id] = self._project(model, document.origin, indicators, challenges.get(model.industry, {}))
        return list(found.values())

    def _project(
        self,
        model: project_files.Project,
        place: Origin,
        indicators: Mapping[str, Indicator],
        challenges: Mapping[str, Challenge],
    ) -> Project:
        look = self.references
        federal = None
        if model.federal is not None:
            federal = look.one("federal project", model.federal, self._federal, place, "federal")
        responsible = look.many("body", model.responsible, self.bodies, place, "responsible")
        look.many("source of funds", model.financing.sources, self.catalog.sources, place, "financing", "sources")
        look.many("kind of support", model.financing.support, self.catalog.support, place, "financing", "support")
        look.many("role", model.role.kinds, self.catalog.roles, place, "role", "kinds")
        return Project(
            id=model.id,
            title=model.title or (federal.title if federal else model.id),
            short_title=model.short_title or (federal.short_title if federal and not model.title else None),
            origin=place, number=model.number, page=next(iter(model.pages.project), None), industry=model.industry,
            federal=federal, recommended=model.recommended if model.recommended is not None else federal is not None,
            goal=model.goal, description=model.description, milestones=model.milestones, term=model.term,
            financing=model.financing, role=model.role,
            challenges=look.many("challenge", model.challenges, challenges, place, "challenges"),
            benefits=tuple(self._benefit(one, place.at("beneficiaries", index)) for index, one in enumerate(model.beneficiaries)),
            responsible=responsible, rows=self._rows(model, place, indicators, responsible),
            tasks=look.many("task", model.tasks, self.tasks, place, "tasks"),
            technologies=look.many("technology", model.technologies, self.technologies, place, "technologies"),
            programmes=look.many("programme", model.programmes, self.programmes, place, "programmes"),
            pages=model.pages, variants=model.variants, own_title=model.title, note=model.note,
        )  # fmt: skip

    def _rows(
        self,
        model: project_files.Project,
        place: Origin,
        indicators: Mapping[str, Indicator],
        responsible: tuple[Body, ...],
    ) -> tuple[IndicatorRow, ...]:
        rows: list[IndicatorRow] = []
        for index, link in enumerate(model.indicators):
            origin = place.at("indicators", index)
            one = self.references.one("indicator", link.id, indicators, origin, "id")
            if one is not None:
                rows.append(
                    IndicatorRow(
                        indicator=one, page=link.page, responsible=one.responsible or responsible, origin=origin
                    )
                )
        return tuple(rows)

    def _benefit(self, model: project_files.Benefit, place: Origin) -> Benefit:
        who: list[Beneficiary] = []
        for index, target in enumerate(model.who):
            found = self.beneficiaries.get(target) or self._not_in_card(target, place.at("who", index))
            if found is not None:
                who.append(found)
        return Benefit(who=tuple(who), text=model.benefit, origin=place)

    def _not_in_card(self, target: str, origin: Origin) -> Beneficiary | None:
        """A beneficiary that the catalogue knows and the card does not: usable, and a finding of its own rule."""
        entry = self.references.one("beneficiary", target, self.catalog.beneficiaries, origin)
        if entry is None:
            return None
        if target not in self._outside:
            self._outside[target] = Beneficiary(
                id=entry.id, title=entry.title, short_title=entry.short_title, origin=origin, number=0
            )
        return self._outside[target]
