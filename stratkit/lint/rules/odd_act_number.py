"""The number of an act is not written as numbers of acts are.

## Why this is bad
The sign № is printed twice, or a Latin letter keeps the act from being found.

## Example
    # demo/strategy.yaml
    approval:
      kind: approved
      act:
        kind: resolution
        issuer: Правительства Вымышленной области
        date: 2021-08-20
        act_number: "№ 33-п"   # error: ACT007

## Use instead
    # demo/strategy.yaml
    approval:
      kind: approved
      act:
        kind: resolution
        issuer: Правительства Вымышленной области
        date: 2021-08-20
        act_number: "33-п"
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import ODD_ACT_NUMBER
from stratkit.model.linked import Strategy, Workspace


@rule("ACT007", "odd-act-number", Severity.WARNING, packs=("acts",))
def odd_act_number(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = (*(entry.act for entry in strategy.basis), *(programme.act for programme in strategy.programmes))
    for act in (strategy.approval_act, *acts):
        if act.act_number is not None and ODD_ACT_NUMBER.search(act.act_number):
            yield Finding(
                act.origin.at("act_number"),
                say("the number '{number}' is not written as numbers of acts are", number=act.act_number),
                say(
                    "write only the number: in Russian letters, without №, with a hyphen before the letters at its end"
                ),
                subject=act.id,
            )
