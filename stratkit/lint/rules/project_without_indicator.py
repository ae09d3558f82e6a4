"""A project without an indicator.

## Why this is bad
Whether the project was worth it cannot be measured.

## Example
    # demo/projects/health/booking.yaml
    indicators: []   # error: TRC003

## Use instead
    # demo/projects/health/booking.yaml
    indicators: [{id: online-booking}]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC003", "project-without-indicator", Severity.WARNING, packs=("methodology",))
def project_without_indicator(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.rows:
            yield Finding(
                project.origin.at("indicators"),
                say("the project '{title}' has no indicator", title=project.short),
                say("add ids of indicators to 'indicators'"),
                subject=project.id,
            )
