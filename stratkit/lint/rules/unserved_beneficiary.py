"""The card names a beneficiary that no project serves.

## Why this is bad
Somebody is promised a gain, and nothing is done for them.

## Example
    # demo/card.yaml
    beneficiaries:
      - {number: 1, id: residents}
      - {number: 2, id: pupils}
      - {number: 3, id: farmers}   # error: TRC006

## Use instead
    # demo/card.yaml
    beneficiaries:
      - {number: 1, id: residents}
      - {number: 2, id: pupils}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC006", "unserved-beneficiary", Severity.WARNING, packs=("methodology",))
def unserved_beneficiary(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for who in strategy.beneficiaries:
        if not strategy.projects_of("beneficiary", who.id):
            yield Finding(
                who.origin.at("id"),
                say("no project serves the beneficiary '{title}' of the card", title=who.short),
                say("name it under 'beneficiaries' of a project, or take it out of the card"),
                subject=who.id,
            )
