"""One indicator is counted for three projects or more, or two projects have exactly the same indicators.

## Why this is bad
Their growth cannot be put down to any of them, so none of them is measured.

## Example
    # demo/projects/health/booking.yaml
    indicators: [{id: portfolios-kept}, {id: online-booking}]
    # demo/projects/health/records.yaml
    indicators: [{id: portfolios-kept}, {id: e-records}]
    # demo/projects/health/reminders.yaml
    stratkit: project/1
    id: reminders
    number: 3
    industry: health
    title: Напоминания о приёме
    goal: Люди не забывают о приёме
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [federal-budget], text: Федеральный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [queues]
    responsible: [health-ministry]
    indicators: [{id: portfolios-kept}]
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept   # error: IND013
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]

## Use instead
    # demo/projects/health/booking.yaml
    indicators: [{id: online-booking}]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace


@rule("IND013", "overcounted-indicator", Severity.INFO, packs=("figures",))
def overcounted_indicator(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        projects = strategy.projects_of("indicator", indicator.id)
        if len(projects) > 2:
            yield Finding(
                indicator.origin.at("id"),
                say("'{title}' is counted for {count} projects", title=indicator.short, count=len(projects)),
                say("give each project a measure of its own result"),
                related=tuple(
                    (project.origin.at("indicators"), say("'{title}'", title=project.short)) for project in projects[:5]
                ),
                subject=indicator.id,
            )
    yield from _alike(strategy)


def _alike(strategy: Strategy) -> Iterator[Finding]:
    """Projects that are measured by exactly the indicators by which another one is."""
    first: dict[frozenset[str], Project] = {}
    for project in strategy.projects:
        measures = frozenset([one.id for one in project.indicators])
        other = first.setdefault(measures, project) if len(measures) > 1 else project
        if other is not project:
            yield Finding(
                project.origin.at("indicators"),
                say("the project is measured by exactly the indicators of '{title}'", title=other.short),
                say("give each project a measure of its own result"),
                related=((other.origin.at("indicators"), say("the other project stands here")),),
                subject=project.id,
            )
