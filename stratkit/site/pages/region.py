"""Pages of one region: itself, its lists, its document, the quality of its data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.message import mark as _
from stratkit.document.view import DocumentView
from stratkit.model import linked
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.groups import all_beneficiaries, grouped
from stratkit.site.machine.data import Download, dataset
from stratkit.site.machine.downloads import downloads
from stratkit.site.page import Crumb, Page
from stratkit.site.pages.changes import change_pages
from stratkit.site.pages.entities import EntityPages
from stratkit.site.pictures.timeline import timeline

if TYPE_CHECKING:
    from stratkit.lint.told import Told

_OVERVIEW, _FINDINGS = "region.html", "findings.html"
"""The templates of the pages that show what lint says of the region as a whole."""
_HEADLINE = 6
"""Figures that stand at the top of a region's page."""


def region_pages(
    strategy: linked.Strategy, context: RegionContext, document: Callable[[], DocumentView]
) -> Iterator[Page]:
    """All pages of *strategy*, but for what lint says of it: that is put into them by :func:`with_findings`.

    Args:
        strategy: the region.
        context: what its pages know beside it.
        document: gives its official document.
    """
    settings = context.settings
    files = downloads(strategy, context.documents)
    yield _overview(strategy, files, dataset(strategy, files, address.base(settings.url), settings.operator))
    if strategy.profile is not None:
        yield _document(strategy, document())
    yield from _lists(strategy, context.catalog)
    yield _findings(strategy)
    yield from change_pages(strategy, context.editions)
    yield from EntityPages(strategy, context).all()


Explain = Callable[[str], "Told"]
"""Gives what readers are told of a rule, by its code."""


def with_findings(
    pages: Iterable[Page], findings: Sequence[Diagnostic], explain: Explain | None = None
) -> Iterator[Page]:
    """The *pages* of a region with what lint says of it.

    Args:
        pages: of :func:`region_pages`.
        findings: what lint says.
        explain: says more of the rules; without it the page of all findings is left out.
    """
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in findings:
        found.setdefault((one.span.path, one.subject or ""), []).append(one)
    for page in pages:
        if page.template == _OVERVIEW:
            yield replace(page, view={**page.view, "findings": len(findings)})
        elif page.about is not None:
            yield replace(page, view={**page.view, "found": found.get(page.about, [])})
        elif page.template != _FINDINGS:
            yield page
        elif explain is not None:
            rules = {code: explain(code) for code in sorted({one.code for one in findings})}
            yield replace(page, view={**page.view, "findings": findings, "rules": rules})


def _listing(strategy: linked.Strategy, name: str, template: str, title: str, view: Mapping[str, Any]) -> Page:
    """A page whose title is a word of the interface."""
    path = address.region_file(strategy.id, name)
    crumb = Crumb(strategy.frame.region.name.nominative, address.region_path(strategy.id), content=True)
    return Page(path, template, title, {"strategy": strategy, **view}, (crumb,), strategy.id, content_title=False)


def _overview(strategy: linked.Strategy, files: Sequence[Download], data: Mapping[str, Any]) -> Page:
    """The region: card, figures, industries, timeline, downloads."""
    last_year = strategy.years[-1]
    view = {
        "strategy": strategy,
        "files": files,
        "timeline": timeline(strategy),
        "headline": _headline(strategy, last_year),
        "last_year": last_year,
    }
    summary = strategy.goal.text if strategy.goal else strategy.title
    title = strategy.frame.region.name.nominative
    return Page(address.region_path(strategy.id), _OVERVIEW, title, view, (), strategy.id, summary, described=(data,))


def _headline(strategy: linked.Strategy, year: int) -> list[tuple[linked.Project, linked.Indicator, int | float]]:
    """What projects promise for *year* in their first row: those that are recommended, and others if these are few."""
    lead = [
        (project, row.indicator, value)
        for project in strategy.projects
        for row in project.rows[:1]
        if (value := row.indicator.plan.get(year)) is not None
    ]
    recommended = {one.short: (project, one, value) for project, one, value in lead if project.recommended}
    chosen = _spread(list(recommended.values()), _HEADLINE)
    others = {one.short: (project, one, value) for project, one, value in lead if one.short not in recommended}
    chosen += _spread(list(others.values()), _HEADLINE - len(chosen))
    return sorted(chosen, key=lead.index)


def _document(strategy: linked.Strategy, document: DocumentView) -> Page:
    """The whole official document as one page."""
    path = address.region_file(strategy.id, "document.html")
    crumb = Crumb(strategy.frame.region.name.nominative, address.region_path(strategy.id), content=True)
    view = {"strategy": strategy, "document": document}
    return Page(path, "document.html", strategy.title, view, (crumb,), strategy.id, strategy.title)


def _lists(strategy: linked.Strategy, catalog: linked.Catalog) -> Iterator[Page]:
    """The lists of a region: ways in that need no script."""
    industry = strategy.industry
    groups = grouped(all_beneficiaries(strategy), catalog.beneficiaries)
    tasks = [(one, strategy.projects_of("task", one.id)) for one in strategy.tasks]
    named = {"tasks": tasks, "linked": any(projects for _one, projects in tasks)}
    projects = {"industry": industry, "sources": catalog.sources}
    years = {"industry": industry, "years": strategy.years}
    yield _listing(strategy, "industries/index.html", "industries.html", _("Industries"), {})
    yield _listing(strategy, "projects/index.html", "projects.html", _("Projects"), projects)
    yield _listing(strategy, "indicators/index.html", "indicators.html", _("Indicators"), years)
    yield _listing(strategy, "tasks/index.html", "tasks.html", _("Tasks"), named)
    yield _listing(strategy, "bodies/index.html", "bodies.html", _("Who is responsible"), {})
    yield _listing(
        strategy, "beneficiaries/index.html", "beneficiaries.html", _("What is in it for me"), {"groups": groups}
    )
    yield _listing(strategy, "basis/index.html", "basis.html", _("Grounds, technologies, money"), {})


def _findings(strategy: linked.Strategy) -> Page:
    """What is uncertain or contradictory in this strategy."""
    doubts = [one for one in strategy.indicators if one.uncertain or any(value is None for value in one.plan.values())]
    view = {"doubts": doubts, "years": strategy.years}
    return _listing(strategy, "findings.html", _FINDINGS, _("Quality of the data"), view)


def _spread(items: list[Any], count: int) -> list[Any]:
    """*count* items taken evenly over the whole list."""
    if len(items) <= count:
        return items
    return [items[index * len(items) // count] for index in range(count)]
