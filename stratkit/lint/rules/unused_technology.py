"""A technology of the strategy that no project uses.

## Why this is bad
The strategy promises to bring a technology in, and no project does.

## Example
    # demo/projects/education/portfolio.yaml
    technologies: []
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1}
      - {id: big-data, number: 2}   # error: TRC009

## Use instead
    # demo/projects/education/portfolio.yaml
    technologies: [big-data]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC009", "unused-technology", Severity.INFO, packs=("methodology",))
def unused_technology(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for technology in strategy.technologies:
        if strategy.projects and not strategy.projects_of("technology", technology.id):
            yield Finding(
                technology.origin.at("id"),
                say("no project uses the technology '{title}'", title=technology.short),
                say("add its id to 'technologies' of the projects that use it"),
                subject=technology.id,
            )
