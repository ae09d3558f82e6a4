"""The basis cites one act twice.

## Why this is bad
The numbers of the list say that there are more grounds than there are.

## Example
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
      - {act: goals-decree, number: 3}   # error: ACT002

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("ACT002", "act-cited-twice", Severity.WARNING, packs=("acts",))
def act_cited_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[object, ...], Origin] = {}
    for entry in strategy.basis:
        act = entry.act
        # The same act may stand in the catalogue under two ids; kind, date and number give it away.
        key = (act.kind, act.date, act.act_number) if act.date and act.act_number else (act.id,)
        cited = entry.origin.at("act")
        if key in first:
            related = ((first[key], say("it is cited here first")),)
            yield Finding(
                cited,
                say("the act '{title}' is cited twice", title=act.short),
                say("remove one"),
                related,
                subject=act.id,
            )
        first.setdefault(key, cited)
