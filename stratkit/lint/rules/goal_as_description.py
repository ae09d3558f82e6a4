"""The description of a project only repeats its goal.

## Why this is bad
What is going to be done is not said.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый, кто хочет
    description: Записаться к врачу может каждый, кто хочет   # error: TXT011

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый, кто хочет
    description: Портал показывает свободное время врачей
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import opening, stems
from stratkit.model.linked import Strategy, Workspace


@rule("TXT011", "goal-as-description", Severity.INFO, packs=("texts",))
def goal_as_description(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.goal or not project.description:
            continue
        if opening(project.goal, 1) != opening(project.description, 1):
            continue
        goal, description = stems(project.goal), stems(project.description)
        if (
            goal
            and description
            and goal[: len(description)] == description[: len(goal)]
            and len(description) <= len(goal) + 2
        ):
            yield Finding(
                project.origin.at("description"),
                say("the description of '{title}' only repeats its goal", title=project.short),
                say("say what is going to be done"),
                subject=project.id,
            )
