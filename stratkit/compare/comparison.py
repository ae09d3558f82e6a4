"""Regions side by side, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stratkit.model.catalog import CatalogIndustry, CommonIndicator, FederalProject
from stratkit.model.linked import Indicator, Industry, Project, Strategy, Workspace


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A common indicator in one region."""

    strategy: Strategy
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class IndicatorComparison:
    """A common indicator in all regions that promise it."""

    common: CommonIndicator
    industry: str
    unit: str
    years: tuple[int, ...]
    rows: tuple[IndicatorLine, ...]

    @property
    def regions(self) -> int:
        """How many regions promise it."""
        return len({row.strategy.id for row in self.rows})


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A federal project in one region."""

    strategy: Strategy
    project: Project


@dataclass(frozen=True, slots=True)
class ProjectComparison:
    """A federal project: who carries it out, with terms and roles."""

    federal: FederalProject
    industry: str
    rows: tuple[ProjectLine, ...]

    @property
    def regions(self) -> int:
        """How many regions carry it out."""
        return len({row.strategy.id for row in self.rows})


@dataclass(frozen=True, slots=True)
class Coverage:
    """An industry in one region: which recommended projects it took."""

    strategy: Strategy
    industry: Industry | None
    taken: frozenset[str]


@dataclass(frozen=True, slots=True)
class IndustryComparison:
    """An industry: recommended projects against regions."""

    entry: CatalogIndustry
    federal: tuple[FederalProject, ...]
    regions: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that can be compared in a workspace."""

    indicators: tuple[IndicatorComparison, ...]
    projects: tuple[ProjectComparison, ...]
    industries: tuple[IndustryComparison, ...]

    @property
    def shared_indicators(self) -> tuple[IndicatorComparison, ...]:
        """Those that at least two regions promise."""
        return tuple(one for one in self.indicators if one.regions > 1)

    @property
    def shared_projects(self) -> tuple[ProjectComparison, ...]:
        """Those that at least two regions carry out."""
        return tuple(one for one in self.projects if one.regions > 1)


def compare_regions(workspace: Workspace) -> Comparison:
    """Everything that can be compared, in the order of the catalogue."""
    strategies = tuple(workspace.strategies.values())
    return Comparison(
        _indicators(workspace, strategies), _projects(workspace, strategies), _industries(workspace, strategies)
    )


def _indicators(workspace: Workspace, strategies: tuple[Strategy, ...]) -> tuple[IndicatorComparison, ...]:
    rows: dict[str, list[IndicatorLine]] = {}
    for strategy in strategies:
        for one in strategy.indicators:
            if one.common is not None:
                rows.setdefault(one.common.id, []).append(IndicatorLine(strategy, one))
    found: list[IndicatorComparison] = []
    for name, (common, industry) in workspace.catalog.common_indicators.items():
        lines = rows.get(name, [])
        years = tuple(sorted({year for line in lines for year in line.indicator.plan}))
        unit = workspace.catalog.units.get(common.unit)
        found.append(IndicatorComparison(common, industry, unit.symbol if unit else "", years, tuple(lines)))
    return tuple(found)


def _projects(workspace: Workspace, strategies: tuple[Strategy, ...]) -> tuple[ProjectComparison, ...]:
    return tuple(
        ProjectComparison(
            federal,
            industry,
            tuple(ProjectLine(each, one) for each in strategies for one in each.projects_of("federal", name)),
        )
        for name, (federal, industry) in workspace.catalog.federal_projects.items()
    )


def _industries(workspace: Workspace, strategies: tuple[Strategy, ...]) -> tuple[IndustryComparison, ...]:
    catalog = workspace.catalog
    federal: Mapping[str, list[FederalProject]] = {
        name: [one for one, industry in catalog.federal_projects.values() if industry == name]
        for name in catalog.industries
    }
    return tuple(
        IndustryComparison(entry, tuple(federal[name]), tuple(_coverage(each, name) for each in strategies))
        for name, entry in catalog.industries.items()
    )


def _coverage(strategy: Strategy, industry: str) -> Coverage:
    taken = frozenset(one.federal.id for one in strategy.projects if one.federal is not None)
    return Coverage(strategy, strategy.industry.get(industry), taken)
