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

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import ODD_ACT_NUMBER
from stratkit.model.linked import Act, Strategy, Workspace

_LEAST = 3
"""Of fewer nothing can be told."""


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
    for act in _without_letters(strategy):
        yield Finding(
            act.origin.at("act_number"),
            say(
                "the number '{number}' has no letters at its end, all others of {issuer} have",
                number=act.act_number,
                issuer=act.issuer,
            ),
            say("compare it with the act"),
            subject=act.id,
        )


def _without_letters(strategy: Strategy) -> Iterator[Act]:
    """Acts on programmes whose numbers end with a digit, where all others of their kind and issuer end with a letter."""
    alike: defaultdict[tuple[object, str | None], list[Act]] = defaultdict(list)
    for programme in strategy.programmes:
        if programme.act.act_number:
            alike[programme.act.kind, programme.act.issuer].append(programme.act)
    for acts in alike.values():
        bare = [act for act in acts if (act.act_number or "")[-1].isdigit()]
        if len(bare) == 1 and len(acts) > _LEAST:
            yield bare[0]
