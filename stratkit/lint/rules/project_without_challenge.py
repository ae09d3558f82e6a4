"""A project that answers no challenge of its industry.

## Why this is bad
Nobody can see from the strategy why the project is done.

## Example
    # demo/projects/health/booking.yaml
    challenges: []   # error: TRC002

## Use instead
    # demo/projects/health/booking.yaml
    challenges: [queues]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC002", "project-without-challenge", Severity.WARNING, packs=("methodology",))
def project_without_challenge(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.challenges:
            yield Finding(
                project.origin.at("challenges"),
                say("the project '{title}' answers no challenge", title=project.short),
                say("add ids of challenges of the industry to 'challenges'"),
                subject=project.id,
            )
