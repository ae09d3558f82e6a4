"""A project lists a technology of which it says nothing, while all other projects that list it speak of it.

## Why this is bad
It was ticked in the wrong row: nobody can tell what the technology is for.

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

from collections.abc import Callable, Iterable, Iterator

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
        silent = [one for one in projects if not _speaks_of(one, signs, any)] if signs else []
        # «Data» are in every project: those speak of big data that have all words of the name in one text.
        if len(silent) == 1 and all(one is silent[0] or _speaks_of(one, signs, all) for one in projects):
            yield Finding(
                silent[0].origin.at("technologies"),
                say("the project lists '{title}' and says nothing of it; others that list it do", title=technology.short),
                say("say what it is used for, or leave it out"),
                subject=silent[0].id,
            )  # fmt: skip


def _speaks_of(project: Project, signs: list[str], which: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether any, or all, of these signs stand in one text of a project."""
    parts = (project.title, project.goal, project.description, project.role.text, project.financing.text)
    more = (*(one.text for one in project.milestones), *(one.text for one in project.benefits))
    texts = (part.lower() for part in (*parts, *more) if part)
    return any(which(sign in text for sign in signs) for text in texts)
