"""What the search finds: one entry for each page of a region."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.model import linked
from stratkit.site import address
from stratkit.site.groups import all_beneficiaries, answering, gains
from stratkit.site.promise import in_short
from stratkit.site.search.index import Entry


def search_entries(strategy: linked.Strategy) -> Iterator[Entry]:
    """Everything of one region that can be found."""
    region = strategy.id
    goal = strategy.goal.text if strategy.goal else ""
    name = strategy.frame.region.name.nominative
    yield Entry(address.region_path(region), "region", name, text=goal, full=strategy.title)
    for industry in strategy.industries:
        yield from _industry(strategy, industry)
    for body in strategy.bodies.values():
        yield Entry(address.entity_path(region, body), "body", body.short, bodies=(body.id,), full=_full(body))
    for who in all_beneficiaries(strategy):
        text = " ".join(text or "" for _project, text in gains(strategy, who))
        yield Entry(address.entity_path(region, who), "beneficiary", who.short, text=text, full=_full(who))
    for task in strategy.tasks:
        yield Entry(address.entity_path(region, task), "task", task.short, full=_full(task))
    for technology in strategy.technologies:
        yield Entry(address.entity_path(region, technology), "technology", technology.short, full=_full(technology))
    for programme in strategy.programmes:
        yield Entry(address.entity_path(region, programme), "programme", programme.short, full=_full(programme))
    for act in strategy.basis:
        yield Entry(address.entity_path(region, act), "act", act.title or act.id, text=_act_words(act))


def _industry(strategy: linked.Strategy, industry: linked.Industry) -> Iterator[Entry]:
    region = strategy.id
    texts = " ".join(point.text for point in (*industry.problems, *industry.risks))
    path = address.entity_path(region, industry)
    yield Entry(path, "industry", industry.short, industry.id, texts, full=_full(industry))
    for project in industry.projects:
        yield _project(strategy, project)
    for indicator in industry.indicators:
        yield _indicator(strategy, indicator)
    for challenge in industry.challenges:
        path = address.entity_path(region, challenge)
        yield Entry(path, "challenge", challenge.short, industry.id, full=_full(challenge))


def _project(strategy: linked.Strategy, project: linked.Project) -> Entry:
    texts = _joined(project.goal, project.description, *(each.text for each in project.milestones))
    texts = _joined(texts, *(benefit.text for benefit in project.benefits))
    return Entry(
        address.entity_path(strategy.id, project), "project", project.short, project.industry, texts,
        tuple(body.id for body in project.answering), linked.project_years(project, strategy), _full(project),
        fact=" · ".join(filter(None, (project.term.text, "; ".join(body.short for body in project.responsible)))),
    )  # fmt: skip


def _indicator(strategy: linked.Strategy, indicator: linked.Indicator) -> Entry:
    answers, fact = answering(strategy, indicator), in_short(strategy, indicator)
    return Entry(
        address.entity_path(strategy.id, indicator), "indicator", indicator.short, indicator.industry, "",
        tuple(body.id for body in answers), (min(indicator.plan), max(indicator.plan)) if indicator.plan else None,
        _full(indicator), fact,
    )  # fmt: skip


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))


def _full(one: linked.Entity) -> str:
    """The whole title, where another one is shown: documents use the one, people type the other."""
    return "" if one.title == one.short else one.title


def _act_words(act: linked.BasisAct) -> str:
    """What people know of an act: what it is, who issued it, when, its number."""
    kind, day = act.act.kind, act.act.date
    return _joined(kind.title if kind else "", act.act.issuer, str(day.year) if day else "", act.act.act_number)
