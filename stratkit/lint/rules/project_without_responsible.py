"""A project for which nobody answers.

## Why this is bad
Citizens do not know whom to ask, and nobody reports.

## Example
    # demo/projects/health/booking.yaml
    responsible: []   # error: TRC007

## Use instead
    # demo/projects/health/booking.yaml
    responsible: [health-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC007", "project-without-responsible", Severity.WARNING, packs=("methodology",))
def project_without_responsible(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.answering:
            yield Finding(
                project.origin.at("responsible"),
                say("nobody answers for the project '{title}'", title=project.short),
                say("add ids of bodies.yaml to 'responsible'"),
                subject=project.id,
            )
