"""The strategy was approved after its period had begun.

## Why this is bad
The budget of the first year was drawn up without it, and its first targets were set when they were due.

## Example
    # demo/strategy.yaml
    approval:
      kind: approved
      act:
        kind: resolution
        issuer: Правительства Вымышленной области
        date: 2022-04-01   # error: TRM009
        act_number: "33-п"

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
from stratkit.model.linked import Strategy, Workspace


@rule("TRM009", "late-approval", Severity.WARNING, packs=("terms", "methodology"))
def late_approval(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    date = strategy.approval_act.date
    opening = strategy.frame.period.from_
    if date is not None and date.year >= opening:
        yield Finding(
            strategy.approval_act.origin.at("date"),
            say("the strategy was approved on {date}, after its period began in {year}", date=date.iso(), year=opening),
            say("check the date and the period"),
            subject=strategy.id,
        )
