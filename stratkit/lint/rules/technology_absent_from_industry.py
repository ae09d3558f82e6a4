"""An industry is named as a field of a technology, and none of its projects uses the technology.

## Why this is bad
What the chapter on technologies promises to an industry is not found among its projects.

## Example
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health, education]}   # error: TRC010
      - {id: big-data, number: 2}

## Use instead
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace


@rule("TRC010", "technology-absent-from-industry", Severity.INFO, packs=("methodology",))
def technology_absent_from_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for technology in strategy.technologies:
        using = {project.industry for project in strategy.projects_of("technology", technology.id)}
        missing = [
            strategy.industry[name].short
            for name in technology.industries
            if name in strategy.industry and name not in using
        ]
        # A technology that nobody uses at all is reported as such.
        if using and missing:
            yield Finding(
                technology.origin.at("industries"),
                say(
                    "no project of these industries uses '{title}': {industries}",
                    title=technology.short,
                    industries=shown(missing),
                ),
                say("add the technology to a project of the industry, or take the industry out"),
                subject=technology.id,
            )
