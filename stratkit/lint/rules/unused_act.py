"""An act of the catalogue on which no strategy is based.

## Why this is bad
The list grows, and editors choose among acts that nobody cites.

## Example
    # catalog/acts.yaml
    items:
      - {id: goals-decree, kind: decree, issuer: Президента, date: 2020-03-02, act_number: "101", title: О целях}
      - {id: housing-code, kind: code, title: Жилищный кодекс}
      - {id: data-resolution, kind: resolution, issuer: Правительства, date: 2019-05-14, act_number: "202", title: О данных}
      - {id: old-code, kind: code, title: Старый кодекс}   # error: ACT009

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import workspace_rule
from stratkit.model.linked import Workspace


@workspace_rule("ACT009", "unused-act", Severity.INFO)
def unused_act(workspace: Workspace) -> Iterator[Finding]:
    cited = {entry.act.id for strategy in workspace.strategies.values() for entry in strategy.basis}
    cited.update(entry.method for entry, _ in workspace.catalog.common_indicators.values() if entry.method)
    for act in workspace.catalog.acts.values():
        if act.id not in cited:
            yield Finding(
                act.origin.at("id"),
                say("no strategy is based on the act '{title}'", title=act.short),
                say("remove it, or cite it"),
                subject=act.id,
            )
