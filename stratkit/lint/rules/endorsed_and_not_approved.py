"""The strategy was endorsed by an advisory body, and no act approves it.

## Why this is bad
Minutes of a council bind nobody: bodies and their budgets follow acts. Who reads the strategy does not learn whether it is in
force.

## Example
    # demo/strategy.yaml
    approval:
      kind: endorsed   # error: ACT024
      act: {kind: resolution, issuer: Совета при Губернаторе Вымышленной области, date: 2021-08-20, act_number: "2"}

## Use instead
    # demo/strategy.yaml
    approval:
      kind: approved
      act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2021-08-20, act_number: "33-п"}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("ACT024", "endorsed-and-not-approved", Severity.INFO, packs=("acts",))
def endorsed_and_not_approved(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if strategy.frame.approval.kind == "endorsed":
        yield Finding(
            strategy.origin.at("approval", "kind"),
            say("the strategy is endorsed, and no act approves it"),
            say("if an act approves it, name that one; if none does yet, have one adopted"),
            subject=strategy.id,
        )
