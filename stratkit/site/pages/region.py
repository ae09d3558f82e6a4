"""Pages of one region: itself and everything that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.message import mark as _
from stratkit.document.build import build_document
from stratkit.model import linked
from stratkit.model.numbers import Moment
from stratkit.site import address
from stratkit.site.charts import indicator_chart
from stratkit.site.page import Crumb, Page
from stratkit.site.timeline import timeline

FILTERED_FROM = 8
"""Lists of this length and longer can be filtered."""


def region_pages(
    strategy: linked.Strategy, workspace: linked.Workspace, findings: Sequence[Diagnostic], files: Mapping[str, str]
) -> Iterator[Page]:
    """All pages of *strategy*; *files* are its downloads: title by path."""
    make = _RegionPages(strategy, workspace, findings)
    yield make.overview(files)
    yield make.document()
    yield from make.lists()
    for industry in strategy.industries:
        yield make.industry(industry)
        yield from (make.project(one, industry) for one in industry.projects)
        yield from (make.indicator(one) for one in industry.indicators)
        yield from (make.challenge(one, industry) for one in industry.challenges)
    yield from (make.body(one) for one in strategy.bodies.values())
    yield from (make.beneficiary(one) for one in all_beneficiaries(strategy))
    yield from (make.technology(one) for one in strategy.technologies)
    yield from (make.programme(one) for one in strategy.programmes)
    yield make.findings()


def all_beneficiaries(strategy: linked.Strategy) -> list[linked.Beneficiary]:
    """Those of the card, then those that only projects name."""
    named = {one.id: one for one in strategy.beneficiaries}
    for project in strategy.projects:
        for who in project.beneficiaries:
            named.setdefault(who.id, who)
    return list(named.values())


class _RegionPages:
    def __init__(self, strategy: linked.Strategy, workspace: linked.Workspace, findings: Sequence[Diagnostic]) -> None:
        self.strategy = strategy
        self.workspace = workspace
        self.found = tuple(findings)
        self.top = Crumb(strategy.frame.region.name.nominative, address.region_path(strategy.id))

    def _page(self, path: str, template: str, title: str, view: dict[str, Any], *crumbs: Crumb, summary: str = "") -> Page:
        return Page(
            path, template, title, {"strategy": self.strategy, **view}, (self.top, *crumbs), self.strategy.id, summary
        )

    def _listing(self, path: str, template: str, title: str, view: dict[str, Any]) -> Page:
        """A page whose title is a word of the interface."""
        view = {"strategy": self.strategy, **view}
        return Page(path, template, title, view, (self.top,), self.strategy.id, content_title=False)

    def overview(self, files: Mapping[str, str]) -> Page:
        """The region: card, figures, industries, timeline, downloads."""
        strategy = self.strategy
        last_year = strategy.years[-1] if strategy.years else None
        lead = [
            (project, row.indicator, row.indicator.plan[last_year])
            for project in strategy.projects
            for row in project.rows[:1]
            if last_year in row.indicator.plan and row.indicator.plan[last_year] is not None and project.recommended
        ]
        view = {
            "files": files,
            "timeline": timeline(strategy),
            "headline": _spread(lead, 6),
            "last_year": last_year,
            "findings": self.found,
        }
        return Page(
            address.region_path(strategy.id), "region.html", strategy.frame.region.name.nominative,
            {"strategy": strategy, **view}, (), strategy.id, strategy.goal.text if strategy.goal else strategy.title,
        )  # fmt: skip

    def document(self) -> Page:
        """The whole official document as one page."""
        path = address.region_file(self.strategy.id, "document.html")
        return self._page(path, "document.html", self.strategy.title, {"document": build_document(self.strategy)})

    def lists(self) -> Iterator[Page]:
        """The lists of a region: alphabetical ways in that need no script."""
        strategy = self.strategy
        file = lambda name: address.region_file(strategy.id, f"{name}/index.html")  # noqa: E731 - a shorthand
        industry = strategy.industry
        yield self._listing(file("industries"), "industries.html", _("Industries"), {})
        yield self._listing(file("projects"), "projects.html", _("Projects"), {"industry": industry})
        yield self._listing(
            file("indicators"), "indicators.html", _("Indicators"), {"industry": industry, "years": strategy.years}
        )
        yield self._listing(file("bodies"), "bodies.html", _("Who is responsible"), {})
        yield self._listing(
            file("beneficiaries"), "beneficiaries.html", _("What is in it for me"), {"beneficiaries": all_beneficiaries(strategy)}
        )
        yield self._listing(file("basis"), "basis.html", _("Grounds, technologies, money"), {})

    def industry(self, one: linked.Industry) -> Page:
        """Problems, challenges, projects and indicators of an industry as one story."""
        matrix = [
            (challenge, [challenge in project.challenges for project in one.projects]) for challenge in one.challenges
        ]
        view = {"industry": one, "matrix": matrix, "years": self.strategy.years}
        crumb = Crumb(_("Industries"), address.region_file(self.strategy.id, "industries/index.html"))
        return self._page(self._path(one), "industry.html", one.title, view, crumb)

    def project(self, one: linked.Project, industry: linked.Industry) -> Page:
        """A project: what, for whom, why, when, who pays, who answers, how it is measured."""
        related = {
            other.id: other
            for challenge in one.challenges
            for other in self.strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
            if other is not one
        }
        elsewhere = [
            (strategy, other)
            for strategy in self.workspace.strategies.values()
            if strategy is not self.strategy and one.federal is not None
            for other in strategy.projects_of("federal", one.federal.id)
        ]
        catalog = self.workspace.catalog
        view = {
            "project": one,
            "industry": industry,
            "related": tuple(related.values()),
            "elsewhere": elsewhere,
            "charts": {row.indicator.id: indicator_chart(row.indicator, self.strategy.years, one.title) for row in one.rows},
            "years": self.strategy.years,
            "milestones": [(Moment.parse(each.by), each.text) for each in one.milestones],
            "sources": [catalog.sources[each] for each in one.financing.sources if each in catalog.sources],
            "support": [catalog.support[each] for each in one.financing.support if each in catalog.support],
            "roles": [catalog.roles[each] for each in one.role.kinds if each in catalog.roles],
            "found": self._about(one.origin.path, one.id),
        }
        crumb = Crumb(industry.short, self._path(industry))
        return self._page(self._path(one), "project.html", one.title, view, crumb, summary=one.goal or "")

    def indicator(self, one: linked.Indicator) -> Page:
        """An indicator: its plan by year, who relies on it, how other regions do."""
        elsewhere = [
            (strategy, other)
            for strategy in self.workspace.strategies.values()
            if strategy is not self.strategy and one.common is not None
            for other in strategy.indicators
            if other.common is one.common
        ]
        view = {
            "indicator": one,
            "chart": indicator_chart(one, self.strategy.years, one.title),
            "projects": self.strategy.projects_of("indicator", one.id),
            "elsewhere": elsewhere,
            "years": tuple(sorted({*self.strategy.years, *one.plan})),
            "industry": self.strategy.industry[one.industry],
            "found": self._about(one.origin.path, one.id),
        }
        industry = self.strategy.industry[one.industry]
        crumb = Crumb(industry.short, self._path(industry))
        return self._page(self._path(one), "indicator.html", one.title, view, crumb)

    def challenge(self, one: linked.Challenge, industry: linked.Industry) -> Page:
        """A challenge and the projects that answer it."""
        view = {
            "challenge": one,
            "industry": industry,
            "projects": self.strategy.projects_of("challenge", f"{one.industry}/{one.id}"),
            "found": self._about(one.origin.path, one.id),
        }
        return self._page(self._path(one), "challenge.html", one.title, view, Crumb(industry.short, self._path(industry)))

    def body(self, one: linked.Body) -> Page:
        """A responsible body: what it answers for."""
        projects = self.strategy.projects_of("body", one.id)
        indicators = {row.indicator.id: row.indicator for p in projects for row in p.rows if one in row.responsible}
        view = {
            "body": one,
            "projects": projects,
            "indicators": tuple(indicators.values()),
            "participations": [each for each in self.strategy.participants if one.id in each.bodies],
            "lead": one in self.strategy.lead,
            "years": self.strategy.years,
        }
        crumb = Crumb(_("Who is responsible"), address.region_file(self.strategy.id, "bodies/index.html"))
        return self._page(self._path(one), "body.html", one.title, view, crumb)

    def beneficiary(self, one: linked.Beneficiary) -> Page:
        """What the strategy does for a group of people or organisations."""
        gains = [
            (project, benefit.text)
            for project in self.strategy.projects_of("beneficiary", one.id)
            for benefit in project.benefits
            if one in benefit.who
        ]
        crumb = Crumb(_("What is in it for me"), address.region_file(self.strategy.id, "beneficiaries/index.html"))
        return self._page(self._path(one), "beneficiary.html", one.title, {"beneficiary": one, "gains": gains}, crumb)

    def technology(self, one: linked.Technology) -> Page:
        """A technology: where it is applied."""
        strategy = self.strategy
        view = {
            "technology": one,
            "industries": [strategy.industry[each] for each in one.industries if each in strategy.industry],
            "applications": [each for each in strategy.applications if one.id in each.technologies],
            "projects": strategy.projects_of("technology", one.id),
        }
        return self._page(self._path(one), "technology.html", one.title, view, self._basis_crumb)

    def programme(self, one: linked.Programme) -> Page:
        """A state programme: its act, its industries, its projects."""
        strategy = self.strategy
        view = {
            "programme": one,
            "industries": [strategy.industry[each] for each in one.industries if each in strategy.industry],
            "projects": strategy.projects_of("programme", one.id),
        }
        return self._page(self._path(one), "programme.html", one.title, view, self._basis_crumb)

    def findings(self) -> Page:
        """What is uncertain or contradictory in this strategy."""
        path = address.region_file(self.strategy.id, "findings.html")
        doubts = [
            (one, sorted({*one.uncertain, *(year for year, value in one.plan.items() if value is None)}))
            for one in self.strategy.indicators
        ]
        view = {"findings": self.found, "doubts": [(one, years) for one, years in doubts if years], "years": self.strategy.years}
        return self._listing(path, "findings.html", _("Quality of the data"), view)

    @property
    def _basis_crumb(self) -> Crumb:
        return Crumb(_("Grounds, technologies, money"), address.region_file(self.strategy.id, "basis/index.html"))

    def _path(self, entity: linked.Entity) -> str:
        return address.entity_path(self.strategy.id, entity)

    def _about(self, path: str, subject: str) -> list[Diagnostic]:
        return [one for one in self.found if one.span.path == path and one.subject == subject]


def _spread(items: list[Any], count: int) -> list[Any]:
    """*count* items taken evenly over the whole list."""
    if len(items) <= count:
        return items
    return [items[index * len(items) // count] for index in range(count)]
