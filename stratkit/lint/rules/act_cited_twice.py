"""The basis cites one act twice, or two programmes are approved by one.

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
from stratkit.model.linked import Programme, Strategy, Workspace


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
    yield from _programmes(strategy)


def _programmes(strategy: Strategy) -> Iterator[Finding]:
    """Two programmes that one act is said to have approved: its number was copied."""
    first: dict[tuple[object, ...], Programme] = {}
    for programme in strategy.programmes:
        act = programme.act
        if act.date is None or act.act_number is None:
            continue
        other = first.setdefault((act.date, act.act_number), programme)
        if other is not programme:
            yield Finding(
                programme.origin.at("act", "act_number"),
                say("the programme '{title}' is approved by the same act as '{other}'", title=programme.short, other=other.short),
                say("check the number and the date of the act"),
                related=((other.origin.at("act"), say("the other programme stands here")),),
                subject=programme.id,
            )  # fmt: skip
