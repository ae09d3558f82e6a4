"""A technology is listed and nothing says where it is applied.

## Why this is bad
The chapter on technologies has to say for what each of them is used; this one is only a name.

## Example
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2}   # error: TRC027
    applications: []

## Use instead
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2, industries: [education]}
    applications: []
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC027", "technology-without-application", Severity.INFO, packs=("methodology",))
def technology_without_application(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    applied = {name for application in strategy.applications for name in application.technologies}
    applied |= {one.id for one in strategy.technologies if one.industries}
    for technology in strategy.technologies if applied else ():
        if technology.id not in applied:
            yield Finding(
                technology.origin.at("id"),
                say("nothing says where the technology '{title}' is applied", title=technology.short),
                say("name its industries, or describe its use in 'applications'"),
                subject=technology.id,
            )
