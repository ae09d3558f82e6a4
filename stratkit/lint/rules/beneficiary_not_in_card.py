"""A project serves a beneficiary that the card of the strategy does not name.

## Why this is bad
The card, which most people read, leaves somebody out.

## Example
    # demo/projects/health/booking.yaml
    beneficiaries:
      - {who: [residents, farmers], benefit: Запись без очереди}   # error: TRC005

## Use instead
    # demo/projects/health/booking.yaml
    beneficiaries:
      - {who: [residents], benefit: Запись без очереди}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC005", "beneficiary-not-in-card", Severity.WARNING, packs=("methodology",))
def beneficiary_not_in_card(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if strategy.card is None:
        return
    named = {one.id for one in strategy.beneficiaries}
    for project in strategy.projects:
        for benefit in project.benefits:
            for index, who in enumerate(benefit.who):
                if who.id not in named:
                    yield Finding(
                        benefit.origin.at("who", index),
                        say("the beneficiary '{title}' is not in the card of the strategy", title=who.short),
                        say("add '{id}' to 'beneficiaries' of card.yaml", id=who.id),
                        subject=who.id,
                    )
