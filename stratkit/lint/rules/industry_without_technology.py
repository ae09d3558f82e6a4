"""A passage names an industry for technologies of which none lists it as its field.

## Why this is bad
The reader is told that the industry uses the technologies and does not learn which.

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
