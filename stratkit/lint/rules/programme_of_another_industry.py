"""A project is paid for by a programme of other industries.

## Why this is bad
The budget of the programme has no line for it: the project stands without money, or the programme is named by mistake.

## Example
    # demo/projects/health/booking.yaml
    programmes: [school-development]   # error: TRC055

## Use instead
    # demo/projects/health/booking.yaml
    programmes: [health-development]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC055", "programme-of-another-industry", Severity.INFO, packs=("methodology",))
def programme_of_another_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        for index, programme in enumerate(project.programmes):
            if programme.industries and project.industry not in programme.industries:
                yield Finding(
                    project.origin.at("programmes", index),
                    say("the programme '{title}' is for other industries", title=programme.short),
                    say("name the programme that pays for the project, or add the industry to this one"),
                    related=((programme.origin.at("industries"), say("the industries stand here")),),
                    subject=project.id,
                )
