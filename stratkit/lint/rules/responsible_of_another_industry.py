"""One project of an industry is answered for by the body of another industry, all others by one of its own.

## Why this is bad
A line was slipped: the body that is named does not work on it, and the one that does is not asked.

## Example
    # demo/projects/health/booking.yaml
    responsible: [digital-ministry]   # error: TRC059
    # demo/projects/education/courses.yaml
    stratkit: project/1
    id: courses
    number: 2
    industry: education
    title: Курсы для учителей
    goal: Научить учителей вести портфолио
    description: null
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [regional-budget], text: Региональный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [portfolios]
    responsible: [digital-ministry]

## Use instead
    # demo/projects/health/booking.yaml
    responsible: [health-ministry]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_HOME = 2
"""In so many projects of an industry a body is at home there."""


@rule("TRC059", "responsible-of-another-industry", Severity.WARNING, packs=("methodology",))
def responsible_of_another_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    where: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for project in strategy.projects:
        for body in project.responsible:
            where[body.id][project.industry] += 1
    for industry in strategy.industries:
        for project in industry.projects:
            strangers = [body for body in project.responsible if _at_home_elsewhere(where[body.id], industry.id)]
            if not strangers or len(strangers) < len(project.responsible):
                continue
            others = [{body.id for body in one.responsible} for one in industry.projects if one is not project]
            if others and set.intersection(*others):
                yield Finding(
                    project.origin.at("responsible"),
                    say("'{title}' is the body of another industry, all other projects of this one have their own", title=strangers[0].short),
                    say("name the body of the industry, or both"),
                    subject=project.id,
                )  # fmt: skip


def _at_home_elsewhere(often: Counter[str], industry: str) -> bool:
    """Whether a body that answers for projects of industries so *often* is of another one and is in this one only once."""
    others = [count for one, count in often.items() if one != industry]
    return often[industry] == 1 and len(others) == 1 and others[0] >= _HOME
