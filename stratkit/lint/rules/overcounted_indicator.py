"""One indicator is counted for four projects or more.

## Why this is bad
Its growth cannot be put down to any of them, so none of them is measured.

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
from stratkit.model.linked import Strategy, Workspace


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
