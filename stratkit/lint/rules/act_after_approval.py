"""An act of the basis or of a programme is younger than the strategy.

## Why this is bad
A strategy cannot be based on an act that did not exist when it was approved.

## Example
    # catalog/acts.yaml
    items:
      - {id: goals-decree, kind: decree, issuer: Президента, date: 2023-03-02, act_number: "101", title: О целях}
      - {id: housing-code, kind: code, title: Жилищный кодекс}
      - {id: data-resolution, kind: resolution, issuer: Правительства, date: 2019-05-14, act_number: "202", title: О данных}
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}   # error: ACT001
    # sample/basis.yaml
    acts:
      - {act: data-resolution, number: 1}

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import BasisAct, Programme, Strategy, Workspace


@rule("ACT001", "act-after-approval", Severity.WARNING, packs=("acts",))
def act_after_approval(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    approved = strategy.approval_act.date
    entries: tuple[BasisAct | Programme, ...] = (*strategy.basis, *strategy.programmes)
    for entry in entries:
        date = entry.act.date
        if approved is not None and date is not None and date.first > approved.last:
            yield Finding(
                entry.origin.at("act"),
                say(
                    "the act is of {date}, the strategy was approved on {approved}",
                    date=date.iso(),
                    approved=approved.iso(),
                ),
                say("check the date of the act"),
                related=((entry.act.origin.at("date"), say("the date stands here")),),
                subject=entry.id,
            )
