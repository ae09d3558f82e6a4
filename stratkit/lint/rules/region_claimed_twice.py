"""Two regions claim one id.

## Why this is bad
Addresses of the website and files of the exports would overwrite each other.

## Example
    # sample/strategy.yaml
    id: demo   # error: REG004

## Use instead
    # sample/strategy.yaml
    id: sample
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import workspace_rule
from stratkit.model.linked import Strategy, Workspace


@workspace_rule("REG004", "region-claimed-twice", Severity.ERROR)
def region_claimed_twice(workspace: Workspace) -> Iterator[Finding]:
    first: dict[str, Strategy] = {}
    for strategy in workspace.strategies.values():
        other = first.setdefault(strategy.frame.id, strategy)
        if other is not strategy:
            yield Finding(
                strategy.origin.at("id"),
                say("the id '{id}' is claimed by two regions", id=strategy.frame.id),
                say("give each region the name of its folder"),
                related=((other.origin.at("id"), say("it is claimed here first")),),
                subject=strategy.id,
            )
