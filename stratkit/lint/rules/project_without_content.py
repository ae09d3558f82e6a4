"""A project has neither a description nor milestones.

## Why this is bad
The document says what the project is for and not what is done: its fulfilment cannot be checked.

## Example
    # demo/projects/health/records.yaml
    description: null   # error: TRC056

## Use instead
    # demo/projects/health/records.yaml
    description: null
    milestones:
      - {by: 2023, text: Карту видят врачи всех больниц}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC056", "project-without-content", Severity.WARNING, packs=("methodology",))
def project_without_content(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if project.description is None and not project.milestones:
            yield Finding(
                project.origin.at("description"),
                say("the project '{title}' has neither a description nor milestones", title=project.short),
                say("say what is done, or by when what is reached"),
                subject=project.id,
            )
