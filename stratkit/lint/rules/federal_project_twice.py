"""Two projects of a region carry out one federal project.

## Why this is bad
The second was probably copied from the first: it takes over the title, and its own federal project seems to be left out.

## Example
    # demo/projects/health/booking.yaml
    federal: digital-card
    # demo/projects/health/records.yaml
    federal: digital-card   # error: REF012

## Use instead
    # demo/projects/health/records.yaml
    federal: digital-card
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace


@rule("REF012", "federal-project-twice", Severity.WARNING, packs=("references",))
def federal_project_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[str, Project] = {}
    for project in strategy.projects:
        if project.federal is None:
            continue
        other = first.setdefault(project.federal.id, project)
        if other is not project:
            yield Finding(
                project.origin.at("federal"),
                say("the federal project '{title}' is carried out by '{id}' too", title=project.federal.title, id=other.id),
                say("name the federal project that is meant, or none"),
                related=((other.origin.at("federal"), say("it is named here first")),),
                subject=project.id,
            )  # fmt: skip
