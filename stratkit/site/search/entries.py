"""What the search finds: one entry for each page of a region."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.model import linked
from stratkit.site import address
from stratkit.site.groups import all_beneficiaries, gains
from stratkit.site.search.index import Entry


def search_entries(strategy: linked.Strategy) -> Iterator[Entry]:
    """Everything of one region that can be found."""
    region = strategy.id
    goal = strategy.goal.text if strategy.goal else ""
    yield Entry(address.region_path(region), "region", strategy.title, text=goal)
    for industry in strategy.industries:
        yield from _industry(strategy, industry)
    for body in strategy.bodies.values():
        yield Entry(address.entity_path(region, body), "body", body.title, bodies=(body.id,))
    for who in all_beneficiaries(strategy):
        text = " ".join(text or "" for _project, text in gains(strategy, who))
        yield Entry(address.entity_path(region, who), "beneficiary", _both(who), text=text)
    for task in strategy.tasks:
        yield Entry(address.entity_path(region, task), "task", task.title)
    for technology in strategy.technologies:
        yield Entry(address.entity_path(region, technology), "technology", technology.title)
    for programme in strategy.programmes:
        yield Entry(address.entity_path(region, programme), "programme", programme.title)
    for act in strategy.basis:
        yield Entry(address.entity_path(region, act), "act", act.title or act.id, text=act.act.act_number or "")


def _industry(strategy: linked.Strategy, industry: linked.Industry) -> Iterator[Entry]:
    region = strategy.id
    texts = " ".join(point.text for point in (*industry.problems, *industry.risks))
    yield Entry(address.entity_path(region, industry), "industry", industry.title, industry.id, texts)
    for project in industry.projects:
        texts = _joined(project.goal, project.description, *(each.text for each in project.milestones))
        texts = _joined(texts, *(benefit.text for benefit in project.benefits))
        bodies = tuple(body.id for body in linked.responsible_bodies(project))
        years = linked.project_years(project, strategy)
        path = address.entity_path(region, project)
        yield Entry(path, "project", project.title, industry.id, texts, bodies, years)
    for indicator in industry.indicators:
        planned = (min(indicator.plan), max(indicator.plan)) if indicator.plan else None
        projects = strategy.projects_of("indicator", indicator.id)
        rows = (row for project in projects for row in project.rows if row.indicator is indicator)
        bodies = tuple(dict.fromkeys(body.id for row in rows for body in row.responsible))
        path = address.entity_path(region, indicator)
        yield Entry(path, "indicator", indicator.title, industry.id, "", bodies, planned)
    for challenge in industry.challenges:
        yield Entry(address.entity_path(region, challenge), "challenge", challenge.title, industry.id)


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))


def _both(who: linked.Entity) -> str:
    """Both titles: people type the short one, documents use the long one."""
    return who.title if who.short == who.title else f"{who.short} ({who.title})"
