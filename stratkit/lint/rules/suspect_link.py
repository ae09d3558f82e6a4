"""An indicator changed since the base revision, and a project that relies on it did not.

## Why this is bad
Goal, description and milestones of the project were written for the former indicator; nobody has looked whether they
still fit.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 55, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
    # demo/projects/health/booking.yaml
    indicators:
      - {id: online-booking, page: 5}   # error: HIS005

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 55, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может больше половины жителей
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Indicator, Project, Strategy


@history_rule("HIS005", "suspect-link", Severity.INFO, packs=("history",))
def suspect_link(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: _meaning(one) for one in old.indicators}
    changed = {one.id for one in new.indicators if one.id in former and former[one.id] != _meaning(one)}
    projects = {one.id: _wording(one) for one in old.projects}
    for project in new.projects:
        if projects.get(project.id) != _wording(project):
            continue
        for row in project.rows:
            if row.indicator.id in changed:
                yield Finding(
                    row.origin,
                    say("the indicator '{title}' changed, this project did not", title=row.indicator.title),
                    say("check that goal, description and milestones still fit"),
                    related=((row.indicator.origin, say("the indicator stands here")),),
                    subject=project.id,
                )


def _meaning(one: Indicator) -> tuple[object, ...]:
    """What a project relies on."""
    return (one.title, one.unit.id if one.unit else None, one.own_unit, one.direction, dict(one.plan))


def _wording(one: Project) -> tuple[object, ...]:
    """What was written with the indicators in mind."""
    return (one.title, one.goal, one.description, one.milestones, one.term, one.note)
