"""A text cites an act that the basis does not name.

## Why this is bad
The list of grounds is incomplete, and the act has no details and no link.

## Example
    # demo/projects/health/booking.yaml
    goal: Работает запись по приказу № 555-н   # error: ACT010

## Use instead
    # demo/projects/health/booking.yaml
    goal: Работает запись по указу № 101
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import CITED_ACT
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("ACT010", "act-not-in-basis", Severity.INFO, packs=("acts", "methodology"))
def act_not_in_basis(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = (*(entry.act for entry in strategy.basis), *(programme.act for programme in strategy.programmes))
    named = {act.act_number for act in (strategy.approval_act, *acts)}
    for text, _excerpt in matches(strategy, CITED_ACT, texts_with(strategy, "№")):
        cited = (found["number"] for found in CITED_ACT.finditer(text.words) if not found["thing"])
        for number in cited:
            if number not in named:
                named.add(number)
                yield Finding(
                    text.origin,
                    say("the basis does not name the act № {number}", number=number),
                    say("add it to acts.yaml of the catalogue and to basis.yaml"),
                    subject=text.subject,
                )
