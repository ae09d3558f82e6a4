"""A region gives a federally recommended project a title of its own.

## Why this is bad
The link to the recommendation is seen only by those who know it.

## Example
    # sample/projects/health/records.yaml
    title: Больницы без бумаги   # error: REG002

## Use instead
    # sample/projects/health/records.yaml
    goal: Больницы без бумаги
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Strategy, Workspace


@rule("REG002", "federal-project-retitled", Severity.INFO, packs=("comparison", "methodology"))
def federal_project_retitled(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        federal = project.federal
        # A title that is only shortened, to an abbreviation for example, is still the recommended one.
        if federal is not None and not set(stems(project.own_title or "")) <= set(stems(federal.title)):
            yield Finding(
                project.origin.at("title"),
                say(
                    "the federal recommendation calls this project '{title}'",
                    title=federal.title,
                ),
                say("use the recommended title in the next amendment, or give up 'federal'"),
                related=(
                    (workspace.catalog.origins["federal-projects", federal.id], say("the federal project stands here")),
                ),
                subject=project.id,
            )
