"""Pages above the regions: home, comparison, search, findings, and what the website says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stratkit.compare import Comparison
from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.message import mark as _
from stratkit.model.linked import Workspace
from stratkit.site import address
from stratkit.site.charts import compare_chart
from stratkit.site.page import Crumb, Page


def shared_pages(workspace: Workspace, comparison: Comparison, findings: Sequence[Diagnostic]) -> Iterator[Page]:
    """All pages that belong to no single region."""
    strategies = tuple(workspace.strategies.values())
    by_region = {one.id: [each for each in findings if each.span.path.startswith(f"{one.id}/")] for one in strategies}
    yield Page(address.HOME, "home.html", workspace.title, {"strategies": strategies, "comparison": comparison})
    yield Page(address.SEARCH, "search.html", _("Search"), {"strategies": strategies}, content_title=False)
    view: Mapping[str, object] = {"by_region": by_region, "strategies": strategies}
    yield Page(address.FINDINGS, "all-findings.html", _("Quality of the data"), view, content_title=False)
    entries = sorted(workspace.catalog.glossary, key=lambda one: one.term.casefold())
    yield Page(address.GLOSSARY, "glossary.html", _("Abbreviations"), {"entries": entries}, content_title=False)
    yield Page(address.ABOUT, "about.html", _("About"), {"strategies": strategies}, content_title=False)
    yield Page(address.ACCESSIBILITY, "accessibility.html", _("Accessibility"), {}, content_title=False)
    yield Page(address.DATA, "data.html", _("Open data"), {"strategies": strategies}, content_title=False)
    yield Page(address.NOT_FOUND, "404.html", _("Page not found"), {}, content_title=False)
    yield from _comparisons(workspace, comparison)


def _comparisons(workspace: Workspace, comparison: Comparison) -> Iterator[Page]:
    crumb = Crumb(_("Comparison"), address.COMPARE)
    view = {"comparison": comparison, "catalog": workspace.catalog}
    yield Page(address.COMPARE, "compare.html", _("Comparison"), view, content_title=False)
    for indicator in comparison.indicators:
        lines = {one.strategy.frame.region.name.nominative: one.indicator for one in indicator.rows}
        shown = {"comparison": indicator, "chart": compare_chart(lines, indicator.years)}
        path = address.compared_path("indicators", indicator.common.id)
        yield Page(path, "compare-indicator.html", indicator.common.title, shown, (crumb,))
    for project in comparison.projects:
        path = address.compared_path("projects", project.federal.id)
        yield Page(path, "compare-project.html", project.federal.title, {"comparison": project}, (crumb,))
    for industry in comparison.industries:
        path = address.compared_path("industries", industry.entry.id)
        yield Page(path, "compare-industry.html", industry.entry.title, {"comparison": industry}, (crumb,))
