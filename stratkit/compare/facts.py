"""What one region brings to a comparison: plain values, small enough to keep for every region at once.

Pages that show many regions are made of these and never of whole strategies, so that a website of a
hundred regions needs the memory of one. They are written to and read from JSON.
"""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.immutable import immutable
from stratkit.model import linked
from stratkit.model.indicator import Doubt


@immutable
class Named:
    """Something of a region that has a page: its id and its titles."""

    id: str
    title: str
    short_title: str | None

    @property
    def short(self) -> str:
        """The short title, or the title where there is none."""
        return self.short_title or self.title


@immutable
class BodyFacts(Named):
    """A responsible body."""


@immutable
class ActFacts(Named):
    """An act on which the strategy is based."""


@immutable
class IndustryFacts(Named):
    """An industry, and how much stands in it."""

    challenges: int
    projects: int
    indicators: int


@immutable
class UnitFacts:
    """How values are shown, and the most that they can be."""

    symbol: str
    maximum: int | float | None


@immutable
class IndicatorFacts(Named):
    """An indicator that regions have in common: what this one promises; ``own_title`` is its own wording."""

    common: str
    own_title: str | None
    unit: UnitFacts | None
    plan: Mapping[int, int | float | None]
    uncertain: Mapping[int, Doubt]


@immutable
class ProjectFacts(Named):
    """A federal project as this region carries it out; ``rows`` counts its indicators."""

    federal: str
    own_title: str | None
    term: str
    to: int | str | None
    role: str | None
    financing: str | None
    responsible: tuple[BodyFacts, ...]
    rows: int


@immutable
class SourceFacts:
    """Where the texts of a strategy were taken from."""

    title: str
    notice: str


@immutable
class RegionFacts:
    """A region among others.

    Args:
        id: of the region.
        name: of the region, in the nominative.
        title: of the strategy.
        first: the first year of its period.
        last: the last year of its period.
        years: all years in which something is due, beyond the period too.
        source: where its texts come from, if that is said.
        industries: in official order.
        bodies: everyone who answers for something.
        projects: how many there are.
        indicators: how many there are.
        common: the indicators that other regions may promise too.
        federal: the projects that other regions may carry out too.
        beneficiaries: ids of those for whom a project does something.
        acts: the basis.
        code: ISO 3166-2 code.
        tile: column and row on the tile map of regions.
    """

    id: str
    name: str
    title: str
    first: int
    last: int
    years: tuple[int, ...]
    source: SourceFacts | None
    industries: tuple[IndustryFacts, ...]
    bodies: tuple[BodyFacts, ...]
    projects: int
    indicators: int
    common: tuple[IndicatorFacts, ...]
    federal: tuple[ProjectFacts, ...]
    beneficiaries: tuple[str, ...]
    acts: tuple[ActFacts, ...]
    code: str | None = None
    tile: tuple[int, int] | None = None

    @property
    def taken(self) -> frozenset[str]:
        """The federal projects that the region carries out."""
        return frozenset(one.federal for one in self.federal)

    def industry(self, name: str) -> IndustryFacts | None:
        """The industry of this id, if the strategy has it."""
        return next((one for one in self.industries if one.id == name), None)


def facts_of(strategy: linked.Strategy) -> RegionFacts:
    """What *strategy* brings to a comparison."""
    period, source = strategy.frame.period, strategy.frame.source
    return RegionFacts(
        id=strategy.id,
        name=strategy.frame.region.name.nominative,
        title=strategy.title,
        first=period.from_,
        last=period.to,
        years=_years(strategy),
        source=SourceFacts(source.title, source.notice) if source else None,
        industries=tuple(
            IndustryFacts(
                one.id, one.title, one.short_title, len(one.challenges), len(one.projects), len(one.indicators)
            )
            for one in strategy.industries
        ),
        bodies=tuple(_body(one) for one in strategy.bodies.values()),
        projects=len(strategy.projects),
        indicators=len(strategy.indicators),
        common=tuple(_indicator(one, one.common.id) for one in strategy.indicators if one.common is not None),
        federal=tuple(_project(one, one.federal.id) for one in strategy.projects if one.federal is not None),
        beneficiaries=tuple(sorted({who.id for project in strategy.projects for who in project.beneficiaries})),
        acts=tuple(ActFacts(one.id, one.title, one.short_title) for one in strategy.basis),
        code=strategy.frame.region.code,
        tile=strategy.frame.region.tile,
    )


def _years(strategy: linked.Strategy) -> tuple[int, ...]:
    ends = {year for one in strategy.projects for year in linked.project_years(one, strategy)}
    return tuple(sorted({*strategy.years, *ends}))


def _body(one: linked.Body) -> BodyFacts:
    return BodyFacts(one.id, one.title, one.short_title)


def _indicator(one: linked.Indicator, common: str) -> IndicatorFacts:
    unit = UnitFacts(one.unit.symbol, one.unit.maximum) if one.unit else None
    return IndicatorFacts(
        one.id, one.title, one.short_title, common, one.own_title, unit, dict(one.plan), dict(one.uncertain)
    )


def _project(one: linked.Project, federal: str) -> ProjectFacts:
    bodies = tuple(_body(body) for body in one.responsible)
    return ProjectFacts(
        one.id, one.title, one.short_title, federal, one.own_title, one.term.text, one.term.to, one.role.text,
        one.financing.text, bodies, len(one.rows),
    )  # fmt: skip
