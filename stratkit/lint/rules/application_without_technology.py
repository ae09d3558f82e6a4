"""The chapter on technologies describes a use of none of the technologies that it lists.

## Why this is bad
Either the list is short of a technology, or the passage does not say which one it means.

## Example
    # demo/technologies.yaml
    applications:
      - text: Большие данные помогают учителям.
        technologies: [big-data]
        industries: [education]
      - text: Внедряется умное видеонаблюдение.   # error: TRC028

## Use instead
    # demo/technologies.yaml
    applications:
      - text: Большие данные помогают учителям.
        technologies: [big-data]
        industries: [education]
      - text: Умное видеонаблюдение использует искусственный интеллект.
        technologies: [artificial-intelligence]
        industries: [health]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC028", "application-without-technology", Severity.INFO, packs=("methodology",))
def application_without_technology(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if not any(one.technologies for one in strategy.applications):
        return
    for index, application in enumerate(strategy.applications):
        if not application.technologies:
            yield Finding(
                strategy.place_in("technologies", "applications", index, "text"),
                say("the passage describes a use of none of the listed technologies"),
                say("add the technology to the list, or name it in 'technologies' of the passage"),
            )
