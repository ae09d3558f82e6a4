"""A project uses, or a challenge names, a technology that the chapter on technologies does not name for its industry.

## Why this is bad
The chapter is incomplete: whoever reads only it does not learn of this use.

## Example
    # demo/projects/education/portfolio.yaml
    technologies: [big-data, artificial-intelligence]   # error: TRC011

## Use instead
    # demo/projects/education/portfolio.yaml
    technologies: [big-data]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.technologies import told_technologies
from stratkit.model.linked import Strategy, Workspace


@rule("TRC011", "technology-not-listed-for-industry", Severity.INFO, packs=("methodology",))
def technology_not_listed_for_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    listed = _listed(strategy)
    for project in strategy.projects:
        for index, technology in enumerate(project.technologies):
            fields = listed.get(technology.id)
            if fields and project.industry not in fields:
                yield Finding(
                    project.origin.at("technologies", index),
                    say("the strategy does not name '{title}' for this industry", title=technology.short),
                    say("add the industry '{id}' in technologies.yaml", id=project.industry),
                    subject=project.id,
                )
    challenges = {(one.origin.path, one.id): one for one in strategy.challenges}
    for technology, texts in told_technologies(strategy):
        fields = listed.get(technology.id)
        for text in texts if fields else ():
            challenge = challenges.get((text.whole.path, text.subject))
            if challenge is not None and fields and challenge.industry not in fields:
                yield Finding(
                    text.origin,
                    say(
                        "the challenge speaks of '{title}', which the strategy does not name for this industry",
                        title=technology.short,
                    ),
                    say("add the industry '{id}' in technologies.yaml", id=challenge.industry),
                    subject=challenge.id,
                )


def _listed(strategy: Strategy) -> dict[str, set[str]]:
    """The industries that the chapter names for each technology."""
    fields: dict[str, set[str]] = defaultdict(set)
    for technology in strategy.technologies:
        fields[technology.id].update(technology.industries)
    for application in strategy.applications:
        # A sentence on all technologies at once says nothing of any of them.
        if len(application.technologies) > 1 and len(application.technologies) == len(strategy.technologies):
            continue
        for name in application.technologies:
            fields[name].update(application.industries)
    return fields
