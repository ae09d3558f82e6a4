"""Regions side by side, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stratkit.compare.facts import IndicatorFacts, IndustryFacts, ProjectFacts, RegionFacts
from stratkit.immutable import immutable
from stratkit.model.catalog import CatalogIndustry, CommonIndicator, FederalProject
from stratkit.model.linked import Catalog


@immutable
class IndicatorLine:
    """A common indicator in one region."""

    region: RegionFacts
    indicator: IndicatorFacts


@immutable
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
        return len({row.region.id for row in self.rows})


@immutable
class ProjectLine:
    """A federal project in one region."""

    region: RegionFacts
    project: ProjectFacts


@immutable
class ProjectComparison:
    """A federal project: who carries it out, with terms and roles."""

    federal: FederalProject
    industry: str
    rows: tuple[ProjectLine, ...]

    @property
    def regions(self) -> int:
        """How many regions carry it out."""
        return len({row.region.id for row in self.rows})


@immutable
class Coverage:
    """An industry in one region: which recommended projects it took."""

    region: RegionFacts
    industry: IndustryFacts | None
    taken: frozenset[str]


@immutable
class IndustryComparison:
    """An industry: recommended projects against regions."""

    entry: CatalogIndustry
    federal: tuple[FederalProject, ...]
    regions: tuple[Coverage, ...]


@immutable
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


def compare_regions(catalog: Catalog, regions: Sequence[RegionFacts]) -> Comparison:
    """Everything that can be compared, in the order of the catalogue."""
    return Comparison(_indicators(catalog, regions), _projects(catalog, regions), _industries(catalog, regions))


def _indicators(catalog: Catalog, regions: Sequence[RegionFacts]) -> tuple[IndicatorComparison, ...]:
    rows: dict[str, list[IndicatorLine]] = {}
    for region in regions:
        for one in region.common:
            rows.setdefault(one.common, []).append(IndicatorLine(region, one))
    found: list[IndicatorComparison] = []
    for name, (common, industry) in catalog.common_indicators.items():
        lines = rows.get(name, [])
        years = tuple(sorted({year for line in lines for year in line.indicator.plan}))
        unit = catalog.units.get(common.unit)
        found.append(IndicatorComparison(common, industry, unit.symbol if unit else "", years, tuple(lines)))
    return tuple(found)


def _projects(catalog: Catalog, regions: Sequence[RegionFacts]) -> tuple[ProjectComparison, ...]:
    rows: dict[str, list[ProjectLine]] = {}
    for region in regions:
        for one in region.federal:
            rows.setdefault(one.federal, []).append(ProjectLine(region, one))
    return tuple(
        ProjectComparison(federal, industry, tuple(rows.get(name, ())))
        for name, (federal, industry) in catalog.federal_projects.items()
    )


def _industries(catalog: Catalog, regions: Sequence[RegionFacts]) -> tuple[IndustryComparison, ...]:
    federal: Mapping[str, list[FederalProject]] = {
        name: [one for one, industry in catalog.federal_projects.values() if industry == name]
        for name in catalog.industries
    }
    return tuple(
        IndustryComparison(
            entry, tuple(federal[name]), tuple(Coverage(each, each.industry(name), each.taken) for each in regions)
        )
        for name, entry in catalog.industries.items()
    )
