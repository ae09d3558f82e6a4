"""The card names a source of funds on which no project draws.

## Why this is bad
The card promises money that no project counts on.

## Example
    # demo/card.yaml
    resources:
      - {id: federal-budget, number: 1}
      - {id: regional-budget, number: 2}
      - {id: extra-budgetary, number: 3}   # error: TRC012

## Use instead
    # demo/card.yaml
    resources:
      - {id: federal-budget, number: 1}
      - {id: regional-budget, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC012", "unused-resource", Severity.WARNING, packs=("methodology",))
def unused_resource(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for source in strategy.resources:
        if not strategy.projects_of("source", source.id):
            yield Finding(
                source.origin.at("id"),
                say("no project draws on '{title}'", title=source.short),
                say("name it under 'financing' of a project, or take it out of the card"),
                subject=source.id,
            )
