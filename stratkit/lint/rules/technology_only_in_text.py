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
from stratkit.lint.technologies import told_technologies
from stratkit.model.linked import Challenge, Strategy, Technology, Workspace


@rule("TRC051", "technology-only-in-text", Severity.INFO, packs=("methodology", "texts"))
def technology_only_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    listed = {project.origin.path: {one.id for one in project.technologies} for project in strategy.projects}
    challenges = {(one.origin.path, one.id): one for one in strategy.challenges}
    for technology, texts in told_technologies(strategy):
        told = set[str]()
        for text in texts:
            path = text.whole.path
            challenge = challenges.get((path, text.subject))
            if challenge is not None:
                yield from _used_by_nobody(strategy, challenge, technology)
            if path in told or technology.id in listed.get(path, {technology.id}):
                continue
            told.add(path)
            yield Finding(
                text.origin,
                say("the text names '{title}', the project does not list it", title=technology.short),
                say("add '{id}' to 'technologies', if the project uses it", id=technology.id),
                subject=text.subject,
            )


def _used_by_nobody(strategy: Strategy, challenge: Challenge, technology: Technology) -> Iterator[Finding]:
    """What is wrong if no project that answers *challenge* lists the *technology* that it names."""
    projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
    if projects and not any(one.id == technology.id for project in projects for one in project.technologies):
        yield Finding(
            challenge.origin.at("title"),
            say("the challenge speaks of '{title}', and no project that answers it lists that", title=technology.short),
            say("add '{id}' to 'technologies' of the project that uses it", id=technology.id),
            related=((projects[0].origin.at("challenges"), say("'{title}'", title=projects[0].short)),),
            subject=challenge.id,
        )
