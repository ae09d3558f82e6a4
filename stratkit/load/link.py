"""One region: its documents -> a linked strategy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from stratkit.diagnostics import Finding, Origin, say
from stratkit.load.catalog import duplicate_id, link_act
from stratkit.load.documents import Document
from stratkit.load.projects import IndustryLinker
from stratkit.load.references import References
from stratkit.load.strangers import explained
from stratkit.model import strategy as files
from stratkit.model.linked import (
    Act,
    BasisAct,
    Beneficiary,
    Body,
    Catalog,
    Industry,
    Numbered,
    Programme,
    Strategy,
    Task,
    Technology,
)
from stratkit.model.numbers import number_key


class StrategyLinker:
    """Links the documents of one region."""

    def __init__(
        self, region: str, documents: Iterable[Document], catalog: Catalog, unread: Collection[str] = ()
    ) -> None:
        self.region = region
        self.catalog = catalog
        self.by_kind: dict[str, list[Document]] = {}
        for document in documents:
            self.by_kind.setdefault(document.kind.name, []).append(document)
        self.references = References(catalog, unread)
        self.findings: list[Finding] = []

    def link(self) -> Strategy | None:
        """The linked strategy; None if the region has no readable ``strategy.yaml``."""
        frame = self._single("strategy")
        if frame is None:
            return None
        model: files.Strategy = frame.model
        self._check_id(model, frame)
        retired = self._single("retired")
        entries = retired.model.entries if retired else ()
        self.references.retired = {(entry.kind, entry.id): entry for entry in entries}
        bodies = self._bodies()
        tasks = self._tasks()
        programmes = self._programmes()
        technologies, applications = self._technologies()
        card, beneficiaries, resources, goals, lead = self._card(bodies)
        industries = self._industries(bodies, tasks, programmes, technologies, beneficiaries)
        priorities = self._single("priorities")
        reasons = self._single("reasons")
        place = frame.origin
        strategy = Strategy(
            id=self.region,
            frame=model,
            kind=self.references.one("document kind", model.kind, self.catalog.document_kinds, place, "kind"),
            approval_act=self._act(model.approval.act, place.at("approval", "act"), "approval"),
            profile=self.references.one("profile", model.profile, self.catalog.profiles, place, "profile"),
            basis=self._basis(),
            technologies=technologies,
            applications=applications,
            card=card.model if card else None,
            beneficiaries=beneficiaries,
            resources=resources,
            national_goals=goals,
            lead=lead,
            goal=priorities.model.goal if priorities else None,
            tasks=tasks,
            industries=industries,
            bodies=bodies,
            participants=self._participants(bodies),
            programmes=programmes,
            retired=entries,
            reasons=reasons.model.reasons if reasons else (),
            references=tuple(self.references.seen),
            origin=place,
            unread=self.references.absent,
            files={kind: [document.path for document in found] for kind, found in self.by_kind.items()},
        )
        self.findings += explained(self.references.findings, strategy)
        return strategy

    def _single(self, kind: str) -> Document | None:
        return next(iter(self.by_kind.get(kind, [])), None)

    def _check_id(self, model: files.Strategy, frame: Document) -> None:
        if model.id != self.region:
            message = say("the id '{id}' is not the name of the folder '{folder}'", id=model.id, folder=self.region)
            hint = say("give the folder and the strategy one name")
            self.findings.append(Finding(frame.origin.at("id"), message, hint, code="REF005", subject=model.id))
        if model.period.to < model.period.from_:
            message = say(
                "the period ends in {to}, before it starts in {start}", to=model.period.to, start=model.period.from_
            )
            self.findings.append(Finding(frame.origin.at("period", "to"), message, code="TRM001"))

    def _act(self, act: files.Act, origin: Origin, name: str) -> Act:
        self.references.one("act kind", act.kind, self.catalog.act_kinds, origin, "kind")
        return link_act(act, self.catalog.act_kinds, origin, name)

    def _unique(self, items: Iterable[Any], origin: Origin) -> list[tuple[int, Any]]:
        """Items with their index; the second of two with one id is a finding and left out."""
        first: dict[str, int] = {}
        kept: list[tuple[int, Any]] = []
        for index, item in enumerate(items):
            if item.id in first:
                place = origin.at(index, "id")
                self.findings.append(duplicate_id(item.id, place, origin.at(first[item.id], "id")))
                continue
            first[item.id] = index
            kept.append((index, item))
        return kept

    def _bodies(self) -> dict[str, Body]:
        document = self._single("bodies")
        if document is None:
            return {}
        place = document.origin.at("bodies")
        return {
            body.id: Body(
                id=body.id,
                title=body.title,
                short_title=body.short_title,
                origin=place.at(index),
                kind=body.kind,
                variants=body.variants,
            )
            for index, body in self._unique(document.model.bodies, place)
        }

    def _tasks(self) -> tuple[Task, ...]:
        document = self._single("priorities")
        if document is None:
            return ()
        place = document.origin.at("tasks")
        return tuple(
            Task(
                id=task.id, title=task.title, short_title=task.short_title, origin=place.at(index), number=task.number,
                page=task.page, industries=self._industry_ids(task.industries, place, index, "industries"),
            )
            for index, task in self._unique(document.model.tasks, place)
        )  # fmt: skip

    def _industry_ids(self, ids: Sequence[str], place: Origin, *steps: str | int) -> tuple[str, ...]:
        found = self.references.many("industry", ids, self.catalog.industries, place, *steps)
        return tuple(entry.id for entry in found)

    def _programmes(self) -> tuple[Programme, ...]:
        document = self._single("programmes")
        if document is None:
            return ()
        place = document.origin.at("programmes")
        return tuple(
            Programme(
                id=one.id, title=one.title, origin=place.at(index), number=one.number, page=one.page, period=one.period,
                act=self._act(one.act, place.at(index, "act"), one.id),
                industries=self._industry_ids(one.industries, place, index, "industries"), variants=one.variants,
            )
            for index, one in self._unique(document.model.programmes, place)
        )  # fmt: skip

    def _participants(self, bodies: Mapping[str, Body]) -> tuple[files.Participant, ...]:
        document = self._single("programmes")
        if document is None:
            return ()
        participants: tuple[files.Participant, ...] = document.model.participants
        for index, one in enumerate(participants):
            self.references.many("body", one.bodies, bodies, document.origin, "participants", index, "bodies")
        return participants

    def _technologies(self) -> tuple[tuple[Technology, ...], tuple[files.Application, ...]]:
        document = self._single("technologies")
        if document is None:
            return (), ()
        place = document.origin.at("technologies")
        found: list[Technology] = []
        for index, use in self._unique(document.model.technologies, place):
            entry = self.references.one("technology", use.id, self.catalog.technologies, place, index, "id")
            if entry is not None:
                found.append(
                    Technology(
                        id=use.id, title=use.title or entry.title, short_title=entry.short_title, origin=place.at(index),
                        number=use.number, page=use.page,
                        industries=self._industry_ids(use.industries, place, index, "industries"),
                    )
                )  # fmt: skip
        applications: tuple[files.Application, ...] = document.model.applications
        named = {technology.id: technology for technology in found}
        for index, one in enumerate(applications):
            origin = document.origin.at("applications", index)
            self.references.many("technology", one.technologies, named, origin, "technologies")
            self._industry_ids(one.industries, origin, "industries")
        return tuple(found), applications

    def _card(self, bodies: Mapping[str, Body]) -> tuple[Any, ...]:
        document = self._single("card")
        if document is None:
            return None, (), (), (), ()
        card: files.Card = document.model
        return (
            document,
            self._card_items(document, "beneficiaries", "beneficiary", self.catalog.beneficiaries, Beneficiary),
            self._card_items(document, "resources", "source of funds", self.catalog.sources, Numbered),
            self._card_items(document, "national_goals", "national goal", self.catalog.national_goals, Numbered),
            self.references.many("body", card.lead, bodies, document.origin, "lead"),
        )

    def _card_items(
        self, document: Document, part: str, kind: str, table: Mapping[str, Any], cls: type[Numbered]
    ) -> tuple[Any, ...]:
        place = document.origin.at(part)
        items: list[Numbered] = []
        for index, item in self._unique(getattr(document.model, part), place):
            entry = self.references.one(kind, item.id, table, place, index, "id")
            if entry is not None:
                title, short = item.title or entry.title, entry.short_title
                items.append(
                    cls(
                        id=item.id,
                        title=title,
                        short_title=short,
                        origin=place.at(index),
                        number=item.number,
                        page=item.page,
                    )
                )
        return tuple(items)

    def _basis(self) -> tuple[BasisAct, ...]:
        document = self._single("basis")
        if document is None:
            return ()
        found: list[BasisAct] = []
        for index, entry in enumerate(document.model.acts):
            place = document.origin.at("acts", index)
            act = self.references.one("act", entry.act, self.catalog.acts, place, "act")
            if act is not None:
                found.append(
                    BasisAct(
                        id=act.id, title=act.title, origin=place, number=entry.number, page=entry.page,
                        act=act, uncertain=entry.uncertain, variants=entry.variants,
                    )
                )  # fmt: skip
        return tuple(found)

    def _industries(
        self,
        bodies: Mapping[str, Body],
        tasks: tuple[Task, ...],
        programmes: tuple[Programme, ...],
        technologies: tuple[Technology, ...],
        beneficiaries: tuple[Beneficiary, ...],
    ) -> tuple[Industry, ...]:
        linker = IndustryLinker(
            self.by_kind,
            self.catalog,
            self.references,
            self.findings,
            bodies=bodies,
            tasks={one.id: one for one in tasks},
            programmes={one.id: one for one in programmes},
            technologies={one.id: one for one in technologies},
            beneficiaries={one.id: one for one in beneficiaries},
        )
        return tuple(sorted(linker.industries(), key=lambda industry: number_key(industry.number)))
