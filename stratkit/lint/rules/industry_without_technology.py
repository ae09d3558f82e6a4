"""A passage names an industry for technologies of which none lists it as its field; or nothing names any for an industry.

## Why this is bad
The reader is told that the industry uses the technologies and does not learn which, or looks for it in vain: neither the
chapter on technologies nor a project says what the industry uses.

## Example
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2, industries: [health]}
    applications:
      - text: Технологии применяются в здравоохранении и образовании.
        technologies: [artificial-intelligence, big-data]
        industries: [health, education]   # error: TRC029

## Use instead
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2, industries: [health, education]}
    applications:
      - text: Технологии применяются в здравоохранении и образовании.
        technologies: [artificial-intelligence, big-data]
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace


@rule("TRC029", "industry-without-technology", Severity.INFO, packs=("methodology",))
def industry_without_technology(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    fields = {one.id: one.industries for one in strategy.technologies}
    for index, application in enumerate(strategy.applications):
        listed = [fields.get(name, ()) for name in application.technologies]
        # A technology without fields of its own may be used everywhere.
        if not listed or not all(listed):
            continue
        known = {name for names in listed for name in names}
        for step, name in enumerate(application.industries):
            if name not in known and name in strategy.industry:
                yield Finding(
                    strategy.place_in("technologies", "applications", index, "industries", step),
                    say("none of these technologies lists the industry '{title}'", title=strategy.industry[name].short),
                    say("name the industry under the technology that it uses, or leave it out here"),
                    subject=name,
                )
    yield from _without_any(strategy)


def _without_any(strategy: Strategy) -> Iterator[Finding]:
    """One finding for all industries for which neither the chapter nor a project names a technology."""
    served = {name for technology in strategy.technologies for name in technology.industries}
    served |= {name for passage in strategy.applications for name in passage.industries}
    served |= {one.industry for one in strategy.projects if one.technologies}
    idle = [one for one in strategy.industries if one.projects and one.id not in served]
    # Where most industries are left out, the chapter is not meant to tell of each.
    if idle and len(idle) <= len(served):
        yield Finding(
            strategy.place_in("technologies", "technologies"),
            say("no technology is named for these industries: {titles}", titles=shown([one.short for one in idle])),
            say("say in the chapter on technologies, or in their projects, what they use"),
            related=tuple((one.origin.at("industry"), say("'{title}'", title=one.short)) for one in idle),
            subject=strategy.id,
        )
