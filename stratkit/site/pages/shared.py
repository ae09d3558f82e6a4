"""Pages above the regions: home, comparison, search, findings, and what the website says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from stratkit.compare import Comparison, RegionFacts, compare_regions
from stratkit.compare.comparison import Coverage, IndicatorComparison, IndustryComparison
from stratkit.compare.facts import IndicatorFacts
from stratkit.diagnostics.message import mark as _
from stratkit.immutable import immutable
from stratkit.model.catalog import CatalogIndustry
from stratkit.model.linked import Catalog
from stratkit.site import address
from stratkit.site.context import FEW
from stratkit.site.editions.listed import News
from stratkit.site.machine.data import Download
from stratkit.site.machine.web import feed_path
from stratkit.site.page import Crumb, Page
from stratkit.site.pictures.charts import SMALL, compare_chart, small_multiples
from stratkit.site.pictures.tiles import tile_map

_FEW_LINES = 3
"""Lines that can be told apart in one chart; more are drawn one by one."""
_SHADES = 4
_NEWS = 6
"""Editions that stand on the home page."""


@immutable
class Heat:
    """A cell of the heat map: how much of an industry a region covers; ``shade`` is 0 … 4."""

    coverage: Coverage
    projects: int
    taken: int
    recommended: int
    shade: int


@immutable
class HeatRow:
    """A row of the heat map."""

    entry: CatalogIndustry
    cells: tuple[Heat, ...]


@immutable
class Shared:
    """What the pages above the regions are made of.

    Args:
        title: of the website.
        catalog: what regions share.
        regions: the regions, in order.
        found: how many findings each region has, by its id.
        files: the downloads of each region, by its id.
        news: the last edition of each region, by its id.
    """

    title: str
    catalog: Catalog
    regions: Sequence[RegionFacts]
    found: Mapping[str, int]
    files: Mapping[str, Sequence[Download]]
    news: Mapping[str, News | None]


def shared_pages(shared: Shared) -> Iterator[Page]:
    """All pages that belong to no single region."""
    regions = shared.regions
    comparison = compare_regions(shared.catalog, regions)
    few = len(regions) <= FEW
    home = {
        "regions": regions,
        "comparison": comparison,
        "few": few,
        "map": None if few else tile_map(regions),
        "news": _news(shared),
    }
    yield Page(address.HOME, "home.html", shared.title, home, summary=shared.title)
    years = sorted({year for one in regions for year in one.years})
    entries = sorted(shared.catalog.glossary, key=lambda one: one.term.casefold())
    search = {"regions": regions, "years": years, "few": few, "abbreviations": entries}
    yield _own(address.SEARCH, "search.html", _("Search"), search)
    found = [(one, shared.found.get(one.id, 0)) for one in regions]
    yield _own(address.FINDINGS, "all-findings.html", _("Quality of the data"), {"found": found})
    yield _own(address.GLOSSARY, "glossary.html", _("Abbreviations"), {"entries": entries})
    yield _own(address.ABOUT, "about.html", _("About"), {"regions": regions})
    yield _own(address.ACCESSIBILITY, "accessibility.html", _("Accessibility"), {})
    sets = [(one, shared.files.get(one.id, ()), feed_path(one.id)) for one in regions]
    yield _own(address.DATA, "data.html", _("Open data"), {"sets": sets})
    yield _own(address.NOT_FOUND, "404.html", _("Page not found"), {})
    yield from _comparisons(shared, comparison, few)


def _news(shared: Shared) -> list[tuple[RegionFacts, News]]:
    """The last editions of all regions, the newest first."""
    found = [(one, news) for one in shared.regions if (news := shared.news.get(one.id)) is not None]
    return sorted(found, key=lambda each: each[1].sortable, reverse=True)[:_NEWS]


def _own(path: str, template: str, title: str, view: Mapping[str, object]) -> Page:
    """A page whose title is a word of the interface."""
    return Page(path, template, title, view, content_title=False)


def _comparisons(shared: Shared, comparison: Comparison, few: bool) -> Iterator[Page]:
    rows = [_row(one, shared.regions if few else ()) for one in comparison.shared_indicators]
    yield _own(address.COMPARE, "compare.html", _("Comparison"), {
        "comparison": comparison, "catalog": shared.catalog, "regions": shared.regions, "few": few,
        "heat": [_heat(one) for one in comparison.industries], "rows": rows,
    })  # fmt: skip
    crumb = Crumb(_("Comparison"), address.COMPARE)
    for indicator in comparison.indicators:
        lines = _lines(indicator)
        joined = len(lines) <= _FEW_LINES
        shown = {
            "comparison": indicator,
            "chart": compare_chart(lines, indicator.years) if joined else None,
            "multiples": () if joined else small_multiples(lines, indicator.years),
        }
        path = address.compared_path("indicators", indicator.common.id)
        yield _compared(path, "compare-indicator.html", indicator.common.title, shown, crumb)
    for project in comparison.projects:
        path = address.compared_path("projects", project.federal.id)
        yield _compared(path, "compare-project.html", project.federal.title, {"comparison": project}, crumb)
    by_industry: dict[str, list[tuple[IndicatorComparison, object]]] = {}
    for one in comparison.shared_indicators:
        chart = compare_chart(_lines(one), one.years) if len(_lines(one)) <= _FEW_LINES else _small(one)
        by_industry.setdefault(one.industry, []).append((one, chart))
    for industry in comparison.industries:
        path = address.compared_path("industries", industry.entry.id)
        view = {"comparison": industry, "charts": by_industry.get(industry.entry.id, [])}
        yield _compared(path, "compare-industry.html", industry.entry.title, view, crumb)


def _compared(path: str, template: str, title: str, view: Mapping[str, object], crumb: Crumb) -> Page:
    return Page(path, template, title, view, (crumb,), summary=title)


def _lines(one: IndicatorComparison) -> dict[str, IndicatorFacts]:
    """Indicators by the name of their line: the region, with a number where a region has several."""
    count = Counter(row.region.id for row in one.rows)
    return {
        f"{row.region.name}: {row.indicator.short}" if count[row.region.id] > 1 else row.region.name: row.indicator
        for row in one.rows
    }


def _small(one: IndicatorComparison) -> object:
    return compare_chart(_lines(one), one.years, SMALL)


@immutable
class CommonRow:
    """A common indicator in the table of all regions.

    Args:
        shown: the indicator.
        chart: its plan by region, where regions are few.
        ends: where each of few regions wants to come.
        least: the region that promises least for the year for which most promise something, and what it promises.
        most: the region that promises most.
        year: that year.
    """

    shown: IndicatorComparison
    chart: object
    ends: Sequence[tuple[IndicatorFacts, int] | None]
    least: tuple[RegionFacts, float] | None = None
    most: tuple[RegionFacts, float] | None = None
    year: int | None = None

    @property
    def gap(self) -> float | None:
        """How far the regions are apart."""
        return round(self.most[1] - self.least[1], 6) if self.least and self.most else None


def _row(one: IndicatorComparison, few: Sequence[RegionFacts]) -> CommonRow:
    ends = _ends(one, few)
    chart = compare_chart({each.id: end and end[0] for each, end in zip(few, ends, strict=True)}, one.years, SMALL)
    last = Counter(max(row.indicator.plan) for row in one.rows if row.indicator.plan)
    year = max(last, key=lambda each: (last[each], each), default=None)
    known = [
        (row.region, value) for row in one.rows
        if year is not None and (value := row.indicator.plan.get(year)) is not None
    ]  # fmt: skip
    if len({region.id for region, _value in known}) < 2:
        return CommonRow(one, chart, ends)
    least, most = (choose(known, key=lambda each: each[1]) for choose in (min, max))
    return CommonRow(one, chart, ends, least, most, year)


def _ends(one: IndicatorComparison, regions: Sequence[RegionFacts]) -> list[tuple[IndicatorFacts, int] | None]:
    """For each region its indicator and the last year for which it promises something."""
    found: dict[str, tuple[IndicatorFacts, int]] = {}
    for row in one.rows:
        if row.indicator.plan:
            found.setdefault(row.region.id, (row.indicator, max(row.indicator.plan)))
    return [found.get(region.id) for region in regions]


def _heat(one: IndustryComparison) -> HeatRow:
    most = max((each.industry.projects for each in one.regions if each.industry), default=0)
    return HeatRow(one.entry, tuple(_cell(each, one, most) for each in one.regions))


def _cell(coverage: Coverage, one: IndustryComparison, most: int) -> Heat:
    """Shaded by the share of recommended projects; where nothing is recommended, by the number of projects."""
    projects = coverage.industry.projects if coverage.industry else 0
    taken = sum(federal.id in coverage.taken for federal in one.federal)
    share = taken / len(one.federal) if one.federal else projects / most if most else 0
    shade = 0 if not projects else max(1, round(share * _SHADES))
    return Heat(coverage, projects, taken, len(one.federal), shade)
