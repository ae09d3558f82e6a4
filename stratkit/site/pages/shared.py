"""Pages above the regions: home, comparison, search, findings, and what the website says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratkit.compare import Comparison
from stratkit.compare.comparison import Coverage, IndicatorComparison, IndustryComparison
from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.message import mark as _
from stratkit.model.catalog import CatalogIndustry
from stratkit.model.linked import Indicator, Workspace
from stratkit.site import address
from stratkit.site.charts import SMALL, compare_chart, small_multiples
from stratkit.site.machine_data import Download
from stratkit.site.machine_web import feed_path
from stratkit.site.page import Crumb, Page
from stratkit.site.timeline import project_years

_FEW_REGIONS = 6
"""Up to this many regions have a card on the home page and a column in tables; more stand as tiles."""
_FEW_LINES = 3
"""Lines that can be told apart in one chart; more are drawn one by one."""
_SHADES = 4


@dataclass(frozen=True, slots=True)
class Heat:
    """A cell of the heat map: how much of an industry a region covers; ``shade`` is 0 … 4."""

    coverage: Coverage
    projects: int
    taken: int
    recommended: int
    shade: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map."""

    entry: CatalogIndustry
    cells: tuple[Heat, ...]


def shared_pages(
    workspace: Workspace,
    comparison: Comparison,
    findings: Sequence[Diagnostic],
    files: Mapping[str, Sequence[Download]],
) -> Iterator[Page]:
    """All pages that belong to no single region; *files* are the downloads of each region."""
    strategies = tuple(workspace.strategies.values())
    found = Counter(one.span.path.split("/")[0] for one in findings)
    few = len(strategies) <= _FEW_REGIONS
    home = {"strategies": strategies, "comparison": comparison, "few": few}
    yield Page(address.HOME, "home.html", workspace.title, home, summary=workspace.title)
    years = sorted({year for one in strategies for year in one.years}
                   | {year for one in strategies for each in one.projects for year in project_years(each, one)})  # fmt: skip
    yield _own(address.SEARCH, "search.html", _("Search"), {"strategies": strategies, "years": years})
    yield _own(
        address.FINDINGS, "all-findings.html", _("Quality of the data"), {"found": found, "strategies": strategies}
    )
    entries = sorted(workspace.catalog.glossary, key=lambda one: one.term.casefold())
    yield _own(address.GLOSSARY, "glossary.html", _("Abbreviations"), {"entries": entries})
    yield _own(address.ABOUT, "about.html", _("About"), {"strategies": strategies})
    yield _own(address.ACCESSIBILITY, "accessibility.html", _("Accessibility"), {})
    sets = [(one, files.get(one.id, ()), feed_path(one.id)) for one in strategies]
    yield _own(address.DATA, "data.html", _("Open data"), {"sets": sets})
    yield _own(address.NOT_FOUND, "404.html", _("Page not found"), {})
    yield from _comparisons(workspace, comparison, few)


def _own(path: str, template: str, title: str, view: Mapping[str, object]) -> Page:
    """A page whose title is a word of the interface."""
    return Page(path, template, title, view, content_title=False)


def _comparisons(workspace: Workspace, comparison: Comparison, few: bool) -> Iterator[Page]:
    strategies = tuple(workspace.strategies.values())
    shared = [(one, _small(one), _ends(one, strategies)) for one in comparison.shared_indicators]
    yield _own(address.COMPARE, "compare.html", _("Comparison"), {
        "comparison": comparison, "catalog": workspace.catalog, "strategies": strategies, "few": few,
        "heat": [_heat(one) for one in comparison.industries], "rows": shared,
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


def _lines(one: IndicatorComparison) -> dict[str, Indicator]:
    """Indicators by the name of their line: the region, with a number where a region has several."""
    lines: dict[str, Indicator] = {}
    for row in one.rows:
        name = row.strategy.frame.region.name.nominative
        count = sum(1 for each in one.rows if each.strategy is row.strategy)
        lines[f"{name}: {row.indicator.short}" if count > 1 else name] = row.indicator
    return lines


def _small(one: IndicatorComparison) -> object:
    return compare_chart(_lines(one), one.years, SMALL)


def _ends(one: IndicatorComparison, strategies: Sequence[object]) -> list[tuple[Indicator, int] | None]:
    """For each region its indicator and the last year for which it promises something."""
    found: dict[int, tuple[Indicator, int]] = {}
    for row in one.rows:
        if row.indicator.plan:
            found.setdefault(id(row.strategy), (row.indicator, max(row.indicator.plan)))
    return [found.get(id(strategy)) for strategy in strategies]


def _heat(one: IndustryComparison) -> HeatRow:
    most = max((len(each.industry.projects) for each in one.regions if each.industry), default=0)
    return HeatRow(one.entry, tuple(_cell(each, one, most) for each in one.regions))


def _cell(coverage: Coverage, one: IndustryComparison, most: int) -> Heat:
    """Shaded by the share of recommended projects; where nothing is recommended, by the number of projects."""
    projects = len(coverage.industry.projects) if coverage.industry else 0
    taken = sum(federal.id in coverage.taken for federal in one.federal)
    share = taken / len(one.federal) if one.federal else projects / most if most else 0
    shade = 0 if not projects else max(1, round(share * _SHADES))
    return Heat(coverage, projects, taken, len(one.federal), shade)
