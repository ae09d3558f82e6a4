"""Details of an act are lost in the text of the source.

## Why this is bad
They were taken from elsewhere or left out; only the approved document can confirm them.

## Example
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1, uncertain: [date]}   # error: ACT006

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import BasisAct, Strategy, Workspace
from stratkit.model.parts import parts_named


@rule("ACT006", "lost-act-details", Severity.INFO, packs=("acts",))
def lost_act_details(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for entry in strategy.basis:
        if entry.uncertain:
            yield Finding(
                entry.origin.at("uncertain"),
                say(
                    "details of '{title}' are lost in the source: {keys}",
                    title=_called(entry),
                    keys=parts_named(entry.uncertain),
                ),
                say("compare with the approved document, then remove the mark"),
                subject=entry.id,
            )


def _called(entry: BasisAct) -> str:
    """What an act is called: where its kind is printed before its title, the title alone may be no name."""
    kind = entry.act.kind
    goes_on = kind is not None and kind.pattern is not None and kind.pattern.startswith("{kind}")
    return f"{kind.title} {entry.short}" if kind is not None and goes_on else entry.short
