"""A text of a project names a technology of the strategy that the project does not list.

## Why this is bad
The project is missing from the list of those that use the technology, and from its counts.

## Example
    # demo/projects/health/booking.yaml
    goal: Искусственный интеллект подбирает время приёма   # error: TRC051
    technologies: []

## Use instead
    # demo/projects/health/booking.yaml
    goal: Искусственный интеллект подбирает время приёма
    technologies: [artificial-intelligence]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_naming
from stratkit.model.linked import Strategy, Workspace


@rule("TRC051", "technology-only-in-text", Severity.INFO, packs=("methodology", "texts"))
def technology_only_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    listed = {project.origin.path: {one.id for one in project.technologies} for project in strategy.projects}
    for technology in strategy.technologies:
        name, told = technology.title.lower(), set[str]()
        for text, _match in texts_naming(strategy, name):
            path = text.whole.path
            if path in told or technology.id in listed.get(path, {technology.id}):
                continue
            told.add(path)
            yield Finding(
                text.origin,
                say("the text names '{title}', the project does not list it", title=technology.short),
                say("add '{id}' to 'technologies', if the project uses it", id=technology.id),
                subject=text.subject,
            )
