"""The card names few of the bodies that answer for projects.

## Why this is bad
The card says who does it: whoever reads only the card takes the others for uninvolved.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: school-ministry, title: Министерство образования}
      - {id: science-ministry, title: Министерство науки}
    # demo/card.yaml
    lead: [digital-ministry]   # error: TRC025
    # demo/projects/education/portfolio.yaml
    responsible: [school-ministry, science-ministry]

## Use instead
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: school-ministry, title: Министерство образования}
      - {id: science-ministry, title: Министерство науки}
    # demo/card.yaml
    lead: [digital-ministry, health-ministry]
    # demo/projects/education/portfolio.yaml
    responsible: [school-ministry, science-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace

_FEW = 3
_SHOWN = 3


@rule("TRC025", "responsible-not-in-card", Severity.INFO, packs=("methodology",))
def responsible_not_in_card(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    named = {body.id for body in strategy.lead}
    answering = {body.id: body for project in strategy.projects for body in project.answering}
    missing = [body.short for name, body in answering.items() if name not in named]
    if named and len(missing) >= _FEW and 2 * len(missing) > len(answering):
        yield Finding(
            strategy.place_in("card", "lead"),
            say(
                "the card names {named} of the {all} bodies that answer for projects; among others it lacks: {missing}",
                named=len(answering) - len(missing), all=len(answering), missing=shown(missing[:_SHOWN]),
            ),
            say("name the others too, or say in words that each answers for its own projects"),
            subject=strategy.id,
        )  # fmt: skip
