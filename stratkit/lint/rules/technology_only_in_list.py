"""A project lists a technology of which it says nothing, while all other projects that list it speak of it.

## Why this is bad
It was ticked in the wrong row: nobody can tell what the technology is for.

Where the chapter on technologies says what it is for in the industry, the project need not say it again.

## Example
    # demo/projects/health/booking.yaml
    technologies: [big-data]   # error: TRC071
    # demo/projects/health/records.yaml
    technologies: [big-data]
    description: Больницы передают большие данные о лечении в общую систему.
    # demo/projects/education/portfolio.yaml
    description: Школы собирают большие данные об олимпиадах и кружках.

## Use instead
    # demo/projects/health/booking.yaml
    technologies: [artificial-intelligence]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.shapes import PAGE
from stratkit.lint.texts import stems
from stratkit.model.linked import Project, Strategy, Workspace

_LEAST = 3
"""Of fewer projects nothing can be told."""


@rule("TRC071", "technology-only-in-list", Severity.INFO, packs=("methodology", "texts"))
def technology_only_in_list(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for technology in strategy.technologies:
        projects = strategy.projects_of("technology", technology.id)
        if len(projects) < _LEAST:
            continue
        signs = [word.decode(PAGE) for word in stems(technology.title)]
        told = {
            industry
            for one in strategy.applications
            if technology.id in one.technologies
            for industry in one.industries
        }
        silent = [one for one in projects if not _speaks_of(one, signs)] if signs else []
        if len(silent) == 1 and silent[0].industry not in told:
            yield Finding(
                silent[0].origin.at("technologies"),
                say("the project lists '{title}' and says nothing of it; others that list it do", title=technology.short),
                say("say what it is used for, or leave it out"),
                subject=silent[0].id,
            )  # fmt: skip


def _speaks_of(project: Project, signs: list[str]) -> bool:
    """Whether any of these signs stands in a text of a project."""
    parts = (project.title, project.goal, project.description, project.role.text, project.financing.text)
    more = (*(one.text for one in project.milestones), *(one.text for one in project.benefits))
    texts = (part.lower() for part in (*parts, *more) if part)
    return any(sign in text for text in texts for sign in signs)
