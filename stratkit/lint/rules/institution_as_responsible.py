"""An institution is named among the bodies that answer for a project.

## Why this is bad
An institution carries out what a body of power orders: it cannot answer for the target before the region.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: medical-centre, title: Медицинский центр, kind: institution}
    # demo/projects/health/booking.yaml
    responsible: [health-ministry, medical-centre]   # error: TRC037

## Use instead
    # demo/projects/health/booking.yaml
    responsible: [health-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Indicator, Project, Strategy, Workspace


@rule("TRC037", "institution-as-responsible", Severity.INFO, packs=("methodology",))
def institution_as_responsible(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    named: list[Project | Indicator] = [*strategy.projects, *strategy.indicators]
    for one in named:
        for index, body in enumerate(one.responsible):
            if body.kind == "institution":
                yield Finding(
                    one.origin.at("responsible", index),
                    say("'{title}' is an institution and no executive body", title=body.short),
                    say("name the executive body as responsible; say in the role who carries the project out"),
                    related=((body.origin.at("kind"), say("here it is called an institution")),),
                    subject=one.id,
                )
