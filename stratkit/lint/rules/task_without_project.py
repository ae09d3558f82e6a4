"""A task of the strategy that no project serves.

## Why this is bad
The strategy sets itself a task and does nothing for it; readers cannot go from the task to what is done.

## Example
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид}
      - {id: learning, number: 2, title: Развитие цифровой школы}
      - {id: archives, number: 3, title: Перевод архивов в цифровую форму}   # error: TRC008

## Use instead
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид}
      - {id: learning, number: 2, title: Развитие цифровой школы}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC008", "task-without-project", Severity.WARNING, packs=("methodology",))
def task_without_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if not any(project.tasks for project in strategy.projects):
        # Where nobody links projects to tasks, one finding says so; forty would say no more.
        if strategy.tasks and strategy.projects:
            yield Finding(
                strategy.place_in("priorities", "tasks"),
                say(
                    "no project names the tasks of the strategy that it serves; tasks: {count}",
                    count=len(strategy.tasks),
                ),
                say("add ids of tasks to 'tasks' of the projects"),
                severity=Severity.INFO,
                subject=strategy.id,
            )
        return
    for task in strategy.tasks:
        if not strategy.projects_of("task", task.id):
            yield Finding(
                task.origin.at("id"),
                say("no project serves the task '{title}'", title=task.short),
                say("add its id to 'tasks' of a project"),
                subject=task.id,
            )
