"""A text of a project names a technology that the project does not list, or a challenge one that none of its projects lists.

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
from stratkit.lint.texts import naming, texts_naming
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
        for challenge in strategy.challenges:
            projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
            if any(technology.id in listed[project.origin.path] for project in projects):
                continue
            if projects and any(naming(name, challenge.title, challenge.title.lower())):
                yield Finding(
                    challenge.origin.at("title"),
                    say(
                        "the challenge speaks of '{title}', and no project that answers it lists that",
                        title=technology.short,
                    ),
                    say("add '{id}' to 'technologies' of the project that uses it", id=technology.id),
                    related=((projects[0].origin.at("challenges"), say("'{title}'", title=projects[0].short)),),
                    subject=challenge.id,
                )
