"""The card names another lead body than the one that coordinates the strategy.

## Why this is bad
Two bodies are named as the one that answers for the whole, and neither knows that it is meant.

## Example
    # demo/card.yaml
    lead: [health-ministry]   # error: TRC050

## Use instead
    # demo/card.yaml
    lead: [digital-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC050", "lead-unlike-coordinator", Severity.WARNING, packs=("methodology",))
def lead_unlike_coordinator(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    lead = {body.id: body for body in strategy.lead}
    named = {id_ for one in strategy.participants if one.role == "coordinator" for id_ in one.bodies}
    coordinators = [strategy.bodies[id_] for id_ in sorted(named) if id_ in strategy.bodies]
    if lead and coordinators and named.isdisjoint(lead):
        yield Finding(
            strategy.place_in("card", "lead"),
            say(
                "the card names '{lead}', the strategy is coordinated by '{other}'",
                lead=next(iter(lead.values())).short, other=coordinators[0].short,
            ),
            say("name the same body in card.yaml and among the participants"),
            related=((strategy.place_in("programmes", "participants"), say("the participants stand here")),),
            subject=strategy.id,
        )  # fmt: skip
