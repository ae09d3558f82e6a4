"""A list names the same id twice.

## Why this is bad
The document prints it twice, and counts are too high.

## Example
    # demo/projects/health/booking.yaml
    challenges: [queues, queues]   # error: REF010

## Use instead
    # demo/projects/health/booking.yaml
    challenges: [queues]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

# Items of other lists say something of their own about what they name.
_LISTED = frozenset({"body", "challenge", "indicator", "task", "technology", "programme", "industry", "beneficiary"})


@rule("REF010", "repeated-reference", Severity.WARNING, packs=("references",))
def repeated_reference(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for one in strategy.references:
        if one.kind not in _LISTED:
            continue
        steps = one.pointer
        # The list is what leads to the last index: challenges/2 or indicators/2/id.
        cut = len(steps) - 1
        if cut > 0 and not isinstance(steps[cut], int):
            cut -= 1
        if cut < 0 or not isinstance(steps[cut], int):
            continue
        key = (one.path, steps[:cut], steps[cut + 1 :], one.kind, one.target)
        if key in seen:
            yield Finding(
                one.origin,
                say("'{id}' stands twice in one list", id=one.target),
                say("remove one"),
                subject=one.owner,
            )
        seen.add(key)
    for benefit in (benefit for project in strategy.projects for benefit in project.benefits):
        named = [who.id for who in benefit.who]
        for id_ in dict.fromkeys(one for index, one in enumerate(named) if one in named[:index]):
            yield Finding(benefit.origin.at("who"), say("'{id}' stands twice in one list", id=id_), say("remove one"))
