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

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _cited(strategy: Strategy) -> Gathered:
    return sorted({entry.act.id for entry in strategy.basis})


@workspace_rule("ACT009", "unused-act", Severity.INFO, _cited, packs=("acts",))
def unused_act(catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    cited = {name for names in gathered.values() for name in names}
    cited.update(entry.method for entry, _ in catalog.common_indicators.values() if entry.method)
    for act in catalog.acts.values():
        if act.id not in cited:
            yield Finding(
                act.origin.at("id"),
                say("no strategy is based on the act '{title}'", title=act.short),
                say("remove it, or cite it"),
                subject=act.id,
            )
