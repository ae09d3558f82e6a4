"""A task of the strategy names an industry that the strategy does not have.

## Why this is bad
The task stands in the document, and no industry, project or indicator follows from it.

## Example
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид}
      - id: learning
        number: 2
        title: Развитие цифровой школы и цифровых дорог
        industries: [education, transport]   # error: TRC022

## Use instead
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид}
      - {id: learning, number: 2, title: Развитие цифровой школы, industries: [education]}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC022", "task-of-missing-industry", Severity.WARNING, packs=("methodology",))
def task_of_missing_industry(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    for task in strategy.tasks:
        for index, name in enumerate(task.industries):
            if name not in strategy.industry:
                yield Finding(
                    task.origin.at("industries", index),
                    say(
                        "the task names the industry '{title}', which the strategy does not have",
                        title=workspace.catalog.industries[name].title,
                    ),
                    say("add the industry with its projects, or settle the task in the next amendment"),
                    subject=task.id,
                )
