"""The strategy as a whole: entities that hold each other instead of ids.

``stratkit.load`` builds these from the files; every other room reads them. They are immutable
and compared by identity. ``origin`` is the place of an entity in its file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from stratkit.diagnostics import Finding, Origin
from stratkit.model.frozen import Field, Frozen
from stratkit.model.numbers import Moment

if TYPE_CHECKING:  # what the files hold is built by a library that takes long to start: only who reads files needs it
    from stratkit.model import catalog, indicator, project, strategy
    from stratkit.model.amendments import Amendments
    from stratkit.model.base import Passage, Point, Variant
    from stratkit.model.profile import FullProfile
    from stratkit.model.reasons import Reason


class Entity(Frozen):
    """Something with an id, a title and a place."""

    id: str
    title: str
    short_title: str | None = None
    origin: Origin

    @property
    def short(self) -> str:
        """The short title, or the title where there is none."""
        return self.short_title or self.title


class Numbered(Entity):
    """An entity with an official number and the page on which it stands."""

    number: int | str
    page: int | None = None


class Act(Entity):
    """A legal act."""

    kind: catalog.ActKind | None
    issuer: str | None = None
    date: Moment | None = None
    act_number: str | None = None


class BasisAct(Numbered):
    """An act on which the strategy is based."""

    act: Act
    uncertain: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


class Body(Entity):
    """A responsible body."""

    kind: str
    variants: tuple[Variant, ...] = ()


class Beneficiary(Numbered):
    """Someone who gains, as the strategy's card names them."""


class Technology(Numbered):
    """A technology with its fields of application."""

    industries: tuple[str, ...] = ()


class Task(Numbered):
    """A task of the strategy."""

    industries: tuple[str, ...] = ()


class Challenge(Numbered):
    """A challenge of an industry."""

    industry: str
    variants: tuple[Variant, ...] = ()


class Programme(Numbered):
    """A state programme."""

    act: Act
    period: strategy.Period | None = None
    industries: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


class Indicator(Entity):
    """A measure with its approved plan; facts are apart."""

    industry: str
    unit: catalog.Unit | None
    direction: indicator.Direction | None
    plan: Mapping[int, int | float | None]
    uncertain: Mapping[int, indicator.Doubt]
    baseline: tuple[int, int | float | None] | None
    cumulative: bool
    responsible: tuple[Body, ...]
    common: catalog.CommonIndicator | None
    common_id: str | None
    national_goals: tuple[str, ...]
    pages: tuple[int, ...]
    variants: tuple[Variant, ...]
    facts: Mapping[int, indicator.Fact]
    own_title: str | None
    own_unit: str | None
    note: str | None

    @cached_property
    def known(self) -> tuple[tuple[int, int | float], ...]:
        """Year and value of every promise that is known, by year."""
        return tuple([(year, value) for year, value in self.plan.items() if value is not None])

    @cached_property
    def values(self) -> tuple[int | float, ...]:
        """The value of every promise that is known, by year."""
        return tuple([value for _, value in self.known])

    @cached_property
    def target_year(self) -> int | None:
        """The first year from which the last planned value holds; None where nothing is known."""
        reached = None
        for year, value in reversed(self.known):
            if value != self.known[-1][1]:
                break
            reached = year
        return reached


class IndicatorRow(Frozen):
    """An indicator under one project: a row of the official table."""

    indicator: Indicator
    page: int | None
    responsible: tuple[Body, ...]
    origin: Origin


class Benefit(Frozen):
    """What some beneficiaries gain; ``text`` is None where the source lost it."""

    who: tuple[Beneficiary, ...]
    text: str | None
    origin: Origin


class Project(Numbered):
    """A project with everything that it is linked to."""

    industry: str
    federal: catalog.FederalProject | None
    recommended: bool
    goal: str | None
    description: str | None
    milestones: tuple[project.Milestone, ...]
    term: project.Term
    financing: project.Financing
    role: project.Role
    challenges: tuple[Challenge, ...]
    benefits: tuple[Benefit, ...]
    responsible: tuple[Body, ...]
    rows: tuple[IndicatorRow, ...]
    tasks: tuple[Task, ...]
    technologies: tuple[Technology, ...]
    programmes: tuple[Programme, ...]
    pages: project.ProjectPages
    variants: tuple[Variant, ...]
    own_title: str | None
    note: str | None

    @cached_property
    def beneficiaries(self) -> tuple[Beneficiary, ...]:
        """Everyone who gains, each once, in order."""
        return tuple({who.id: who for benefit in self.benefits for who in benefit.who}.values())

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators, in order."""
        return tuple([row.indicator for row in self.rows])

    @cached_property
    def answering(self) -> tuple[Body, ...]:
        """Everyone who answers for the project or for one of its indicators, each once."""
        named = (*self.responsible, *[body for row in self.rows for body in row.responsible])
        return tuple({body.id: body for body in named}.values())

    @cached_property
    def last_year(self) -> int | None:
        """The year in which its term is over; None if it is open, goes on or is repeated."""
        term = self.term
        if term.to is None or term.then is not None or term.recurrence is not None:
            return None
        return Moment.parse(term.to).year


class Industry(Numbered):
    """An industry of the strategy with its challenges and projects, in official order."""

    entry: catalog.CatalogIndustry
    problems: tuple[Point, ...]
    challenges: tuple[Challenge, ...]
    risks: tuple[Point, ...]
    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]


class Reference(NamedTuple):
    """A mention of an id in a file, or all those of a list; a region has thousands.

    Args:
        kind: what is mentioned.
        targets: the ids.
        path: of the file.
        pointer: leads to the id, or to the list.
        listed: it is a list.
    """

    kind: str
    targets: tuple[str, ...]
    path: str
    pointer: tuple[str | int, ...]
    listed: bool = False

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where each id stands."""
        if not self.listed:
            return (Origin(self.path, self.pointer),)
        return tuple(Origin(self.path, (*self.pointer, index)) for index in range(len(self.targets)))


class Strategy(Frozen):
    """A region's strategy, linked.

    ``unread`` are the kinds of files, of the region and of the catalogue, of which one could not be read:
    what is missing then cannot be judged.
    """

    id: str
    frame: strategy.Strategy
    kind: catalog.ActKind | None
    approval_act: Act
    profile: FullProfile | None
    basis: tuple[BasisAct, ...]
    technologies: tuple[Technology, ...]
    applications: tuple[strategy.Application, ...]
    card: strategy.Card | None
    beneficiaries: tuple[Beneficiary, ...]
    resources: tuple[Numbered, ...]
    national_goals: tuple[Numbered, ...]
    lead: tuple[Body, ...]
    goal: Passage | None
    tasks: tuple[Task, ...]
    industries: tuple[Industry, ...]
    bodies: Mapping[str, Body]
    participants: tuple[strategy.Participant, ...]
    programmes: tuple[Programme, ...]
    retired: tuple[project.RetiredEntry, ...]
    reasons: tuple[Reason, ...] = ()
    references: tuple[Reference, ...]
    origin: Origin
    files: Mapping[str, Any] = Field(default={})
    unread: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The full title."""
        return self.frame.title

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the period."""
        return tuple(range(self.frame.period.from_, self.frame.period.to + 1))

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """All projects, by industry and number."""
        return tuple(project for industry in self.industries for project in industry.projects)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, by industry, in the order of the files."""
        return tuple(one for industry in self.industries for one in industry.indicators)

    @cached_property
    def challenges(self) -> tuple[Challenge, ...]:
        """All challenges, by industry and number."""
        return tuple(challenge for industry in self.industries for challenge in industry.challenges)

    @cached_property
    def industry(self) -> Mapping[str, Industry]:
        """Industries by id."""
        return {industry.id: industry for industry in self.industries}

    @cached_property
    def projects_by(self) -> Mapping[str, Mapping[str, tuple[Project, ...]]]:
        """Back links: ``projects_by["indicator"]["id"]`` are the projects that rely on it."""
        links: dict[str, dict[str, dict[str, Project]]] = defaultdict(lambda: defaultdict(dict))
        for one in self.projects:
            for kind, targets in _targets(one):
                for target in targets:
                    links[kind][target][one.id] = one
        return {
            kind: {target: tuple(found.values()) for target, found in by_target.items()}
            for kind, by_target in links.items()
        }

    def place_in(self, kind: str, *steps: str | int) -> Origin:
        """A place in the only file of a *kind*."""
        paths = self.files.get(kind) or [f"{self.id}/{kind}.yaml"]
        return Origin(paths[0], steps)

    def projects_of(self, kind: str, target: str) -> tuple[Project, ...]:
        """The projects linked to *target*, in official order."""
        return self.projects_by.get(kind, {}).get(target, ())


def _targets(one: Project) -> Iterable[tuple[str, Iterable[str]]]:
    yield "indicator", (row.indicator.id for row in one.rows)
    yield "challenge", (f"{challenge.industry}/{challenge.id}" for challenge in one.challenges)
    yield "beneficiary", (who.id for who in one.beneficiaries)
    yield "body", (body.id for body in one.answering)
    yield "technology", (technology.id for technology in one.technologies)
    yield "programme", (programme.id for programme in one.programmes)
    yield "task", (task.id for task in one.tasks)
    yield "source", one.financing.sources
    if one.federal is not None:
        yield "federal", (one.federal.id,)


def project_years(one: Project, strategy: Strategy) -> tuple[int, int]:
    """First and last year of a project; where its term is open, those of the strategy's period."""
    term, period = one.term, strategy.frame.period
    start = Moment.parse(term.from_).year if term.from_ is not None else period.from_
    end = Moment.parse(term.to).year if term.to is not None else period.to
    return start, max(start, end)


class Catalog(Frozen):
    """What regions share, by id."""

    industries: Mapping[str, catalog.CatalogIndustry]
    beneficiaries: Mapping[str, catalog.Term]
    technologies: Mapping[str, catalog.Entry]
    national_goals: Mapping[str, catalog.Entry]
    roles: Mapping[str, catalog.Entry]
    sources: Mapping[str, catalog.Entry]
    support: Mapping[str, catalog.Entry]
    units: Mapping[str, catalog.Unit]
    act_kinds: Mapping[str, catalog.ActKind]
    document_kinds: Mapping[str, catalog.ActKind]
    acts: Mapping[str, Act]
    federal_projects: Mapping[str, tuple[catalog.FederalProject, str]]
    common_indicators: Mapping[str, tuple[catalog.CommonIndicator, str]]
    glossary: tuple[catalog.GlossaryEntry, ...]
    profiles: Mapping[str, FullProfile]
    amendments: Amendments | None
    origins: Mapping[tuple[str, str], Origin]
    missing: frozenset[str]


class Workspace(Frozen):
    """Everything that a tree holds, and everything that is wrong with reading it.

    ``unread`` are the files of which nothing could be used, ``waived`` those that may hold suppressions of findings.
    """

    title: str
    settings: Any
    catalog: Catalog
    strategies: Mapping[str, Strategy]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
