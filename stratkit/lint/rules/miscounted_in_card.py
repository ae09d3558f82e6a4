"""The card or the frame of the strategy counts otherwise than the strategy itself.

## Why this is bad
The count was right once; since then projects or indicators came or went.

## Example
    # demo/card.yaml
    results:
      - text: Завершены 25 проектов   # error: TXT017

## Use instead
    # demo/card.yaml
    results:
      - text: Завершены 3 проекта
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, mark, say
from stratkit.lint.amounts import NUMERALS
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts
from stratkit.lint.words import COUNTED
from stratkit.model.linked import Strategy, Workspace

_NAMES = {"project": mark("projects"), "indicator": mark("indicators"), "industry": mark("industries")}
_PARTS = frozenset({"directions", "actions", "results", "effects", "implementation", "goal"})


@rule("TXT017", "miscounted-in-card", Severity.WARNING, packs=("texts",))
def miscounted_in_card(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    counts = {
        "project": len(strategy.projects),
        "indicator": len(strategy.indicators),
        "industry": len(strategy.industries),
    }
    for text in texts(strategy):
        if text.subject or text.origin.pointer[0] not in _PARTS:
            continue
        for found in COUNTED.finditer(text.words):
            kind = next(name for name in counts if found[name])
            stated = int(found["count"]) if found["count"] else NUMERALS[found["words"]]
            if stated != counts[kind]:
                yield Finding(
                    text.origin,
                    say(
                        "the text counts {stated} ({kind}), the strategy has {count}",
                        stated=stated, kind=say(_NAMES[kind]), count=counts[kind],
                    ),
                    say("settle which of the two is right"),
                )  # fmt: skip
