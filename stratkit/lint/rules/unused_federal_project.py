"""A federally recommended project of the catalogue that no region carries out.

## Why this is bad
Either a region words it as its own, and then the link to the recommendation is lost, or it may go.

## Example
    # catalog/federal-projects/health.yaml
    projects:
      - {id: digital-card, title: Цифровая карта пациента}
      - {id: digital-queue, title: Электронная очередь}   # error: TRC020

## Use instead
    # catalog/federal-projects/health.yaml
    projects:
      - {id: digital-card, title: Цифровая карта пациента}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import workspace_rule
from stratkit.model.linked import Workspace


@workspace_rule("TRC020", "unused-federal-project", Severity.INFO)
def unused_federal_project(workspace: Workspace) -> Iterator[Finding]:
    used = {one.federal.id for strategy in workspace.strategies.values() for one in strategy.projects if one.federal}
    for name, (entry, _) in workspace.catalog.federal_projects.items():
        if name not in used:
            yield Finding(
                workspace.catalog.origins["federal-projects", name],
                say("no region carries out the federal project '{title}'", title=entry.short_title or entry.title),
                say("name it under 'federal' of a project, or remove it"),
                subject=name,
            )
