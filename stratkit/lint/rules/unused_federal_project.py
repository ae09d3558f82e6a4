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

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _used(strategy: Strategy) -> Gathered:
    return sorted({one.federal.id for one in strategy.projects if one.federal})


@workspace_rule("TRC020", "unused-federal-project", Severity.INFO, _used, packs=("methodology",))
def unused_federal_project(catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    used = {name for names in gathered.values() for name in names}
    for name, (entry, _) in catalog.federal_projects.items():
        if name not in used:
            yield Finding(
                catalog.origins["federal-projects", name],
                say("no region carries out the federal project '{title}'", title=entry.short_title or entry.title),
                say("name it under 'federal' of a project, or remove it"),
                subject=name,
            )
