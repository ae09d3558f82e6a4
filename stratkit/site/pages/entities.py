"""A page for each entity of a region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from stratkit.diagnostics.message import mark as _
from stratkit.model import linked
from stratkit.model.numbers import Moment
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.editions.views import FormerPlan
from stratkit.site.groups import all_beneficiaries, answering, gains
from stratkit.site.page import Crumb, Page
from stratkit.site.pages.changes import plan_against_plan
from stratkit.site.pictures.charts import Line, indicator_chart, sparkline
from stratkit.site.pictures.flow import LIMIT, flow, traces
from stratkit.site.promise import in_short, promise

E = TypeVar("E", bound=linked.Entity)

_KINDS: Mapping[type, str] = {
    linked.Project: "project", linked.Indicator: "indicator", linked.Body: "body", linked.Beneficiary: "beneficiary",
    linked.Technology: "technology", linked.Programme: "programme", linked.Industry: "industry", linked.Task: "task",
    linked.BasisAct: "basis", linked.Challenge: "challenge",
}  # fmt: skip
"""What changes call the kinds of entities that have a page."""
_RELATED = 12
"""Related projects that a project names; in an industry of hundreds each would name all others."""


class EntityPages:
    """Makes the pages of the entities of one region.

    Args:
        strategy: the region.
        context: what else its pages show.
    """

    def __init__(self, strategy: linked.Strategy, context: RegionContext) -> None:
        self.strategy = strategy
        self.catalog = context.catalog
        self.others = context.others
        self.editions = context.editions
        self.top = Crumb(strategy.frame.region.name.nominative, address.region_path(strategy.id), content=True)

    def all(self) -> Iterator[Page]:
        """All of them."""
        strategy = self.strategy
        for industry in strategy.industries:
            yield self.industry(industry)
            yield from (self.project(one, industry) for one in industry.projects)
            yield from (self.indicator(one, industry) for one in industry.indicators)
            yield from (self.challenge(one, industry) for one in industry.challenges)
        yield from (self.task(one) for one in strategy.tasks)
        yield from (self.body(one) for one in strategy.bodies.values())
        yield from (self.beneficiary(one) for one in all_beneficiaries(strategy))
        yield from (self.technology(one) for one in strategy.technologies)
        yield from (self.programme(one) for one in strategy.programmes)
        yield from (self.act(one) for one in strategy.basis)

    def industry(self, one: linked.Industry) -> Page:
        """Problems, challenges, projects and indicators of an industry as one story."""
        # With very many projects the matrix is wider than anybody can read; the table of links stays.
        projects = one.projects if len(one.projects) <= LIMIT else ()
        matrix = [
            (challenge, [challenge in project.challenges for project in projects]) for challenge in one.challenges
        ]
        view = {
            "industry": one,
            "matrix": matrix if projects else [],
            "flow": flow(one),
            "traces": traces(one),
            "years": self.strategy.years,
        }
        return self._page(
            one, "industry.html", view, self._list_crumb(_("Industries"), "industries"), self.strategy.industries
        )

    def project(self, one: linked.Project, industry: linked.Industry) -> Page:
        """A project: what, for whom, why, when, who pays, who answers, how it is measured."""
        related = {
            other.id: other
            for challenge in one.challenges
            for other in self.strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
            if other is not one
        }
        catalog = self.catalog
        view = {
            "project": one,
            "industry": industry,
            "related": tuple(related.values())[:_RELATED],
            "more_related": len(related) > _RELATED,
            "elsewhere": self.others.carrying(one.federal.id) if one.federal else [],
            "charts": {row.indicator.id: sparkline(row.indicator, self.strategy.years) for row in one.rows},
            "years": self.strategy.years,
            "milestones": [(Moment.parse(each.by), each.text) for each in one.milestones],
            "sources": [catalog.sources[each] for each in one.financing.sources if each in catalog.sources],
            "support": [catalog.support[each] for each in one.financing.support if each in catalog.support],
            "roles": [catalog.roles[each] for each in one.role.kinds if each in catalog.roles],
        }
        return self._page(one, "project.html", view, self._industry_crumb(industry), industry.projects, one.goal or "")

    def indicator(self, one: linked.Indicator, industry: linked.Industry) -> Page:
        """An indicator: its plan by year, who relies on it, how other regions do."""
        projects = self.strategy.projects_of("indicator", one.id)
        plans = self.editions.plans.get(one.id, ())
        view = {
            "indicator": one,
            "chart": indicator_chart(one, self.strategy.years, _("Plan"), _("Reached"), _former_line(plans)),
            "promise": promise(one),
            "plans": plans,
            "targets": plan_against_plan(one, plans),
            "projects": projects,
            "answers": answering(self.strategy, one),
            "elsewhere": self.others.promising(one.common.id) if one.common else [],
            "years": tuple(sorted({*self.strategy.years, *one.plan, *(year for each in plans for year in each.plan)})),
            "industry": industry,
        }
        # The title stands beside it wherever a link is shared: the summary tells the figure.
        summary = " · ".join(filter(None, (in_short(self.strategy, one), self.top.title)))
        return self._page(one, "indicator.html", view, self._industry_crumb(industry), industry.indicators, summary)

    def challenge(self, one: linked.Challenge, industry: linked.Industry) -> Page:
        """A challenge and the projects that answer it."""
        projects = self.strategy.projects_of("challenge", f"{one.industry}/{one.id}")
        view = {"challenge": one, "industry": industry, "projects": projects}
        return self._page(one, "challenge.html", view, self._industry_crumb(industry), industry.challenges)

    def task(self, one: linked.Task) -> Page:
        """A task of the strategy and the projects that carry it out."""
        view = {
            "task": one,
            "industries": self._industries(one.industries),
            "projects": self.strategy.projects_of("task", one.id),
        }
        return self._page(one, "task.html", view, self._list_crumb(_("Tasks"), "tasks"), self.strategy.tasks)

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
        return self._page(one, "body.html", view, self._list_crumb(_("Who is responsible"), "bodies"))

    def beneficiary(self, one: linked.Beneficiary) -> Page:
        """What the strategy does for a group of people or organisations."""
        found = gains(self.strategy, one)
        view = {"beneficiary": one, "gains": found, "elsewhere": self.others.serving(one.id)}
        crumb = self._list_crumb(_("What is in it for me"), "beneficiaries")
        first = next((text for _project, text in found if text), "")
        return self._page(one, "beneficiary.html", view, crumb, summary=first)

    def technology(self, one: linked.Technology) -> Page:
        """A technology: where it is applied."""
        view = {
            "technology": one,
            "industries": self._industries(one.industries),
            "applications": [each for each in self.strategy.applications if one.id in each.technologies],
            "projects": self.strategy.projects_of("technology", one.id),
        }
        return self._page(one, "technology.html", view, self._basis_crumb)

    def programme(self, one: linked.Programme) -> Page:
        """A state programme: its act, its industries, its projects."""
        view = {
            "programme": one,
            "industries": self._industries(one.industries),
            "projects": self.strategy.projects_of("programme", one.id),
        }
        return self._page(one, "programme.html", view, self._basis_crumb)

    def act(self, one: linked.BasisAct) -> Page:
        """An act on which the strategy is based: its details, who else cites it, what is counted by it."""
        counted = [
            each for each in self.strategy.indicators if each.common is not None and each.common.method == one.id
        ]
        view = {"basis_act": one, "elsewhere": self.others.based_on(one.id), "counted": counted}
        return self._page(one, "act.html", view, self._basis_crumb, self.strategy.basis)

    def _page(
        self, one: E, template: str, view: Mapping[str, Any], crumb: Crumb, row: Sequence[E] = (), summary: str = ""
    ) -> Page:
        common = {
            "strategy": self.strategy,
            "neighbours": _neighbours(one, row),
            "history": self.editions.history.get(_key(one), ()),
            "standing": self.editions.standing,
        }
        path = address.entity_path(self.strategy.id, one)
        title = one.title or one.id
        crumbs = (self.top, crumb)
        return Page(
            path, template, title, {**common, **view}, crumbs, self.strategy.id, summary or title, entity=True,
            about=(one.origin.path, one.id),
        )  # fmt: skip

    def _industries(self, names: Sequence[str]) -> list[linked.Industry]:
        return [self.strategy.industry[name] for name in names if name in self.strategy.industry]

    def _industry_crumb(self, industry: linked.Industry) -> Crumb:
        return Crumb(industry.short, address.entity_path(self.strategy.id, industry), content=True)

    def _list_crumb(self, title: str, folder: str) -> Crumb:
        return Crumb(title, address.region_file(self.strategy.id, f"{folder}/index.html"))

    @property
    def _basis_crumb(self) -> Crumb:
        return self._list_crumb(_("Grounds, technologies, money"), "basis")


def _former_line(plans: Sequence[FormerPlan]) -> Line | None:
    """The plan before the one in force as a line of the chart, if it is counted in the same unit."""
    last = next(iter(plans), None)
    return Line(_("Former plan"), last.plan, last.uncertain) if last is not None and last.comparable else None


def _key(one: linked.Entity) -> tuple[str, str]:
    """The kind and id under which changes speak of an entity."""
    name = f"{one.industry}/{one.id}" if isinstance(one, linked.Challenge) else one.id
    return _KINDS[type(one)], name


def _neighbours(one: E, row: Sequence[E]) -> tuple[E | None, E | None]:
    """What stands before and after *one* in the document."""
    if one not in row:
        return None, None
    place = row.index(one)
    return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)
