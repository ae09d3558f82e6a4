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

from collections import Counter
from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Reference, Strategy, Workspace

# Items of other lists say something of their own about what they name.
_LISTED = frozenset({"body", "challenge", "indicator", "task", "technology", "programme", "industry", "beneficiary"})


@rule("REF010", "repeated-reference", Severity.WARNING, packs=("references",))
def repeated_reference(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for target, origin in _repeated(strategy.references):
        yield Finding(origin, say("'{id}' stands twice in one list", id=target), say("remove one"), subject=strategy.id)
    for benefit in (benefit for project in strategy.projects for benefit in project.benefits):
        if len(set(benefit.who)) < len(benefit.who):
            counted = Counter(who.id for who in benefit.who)
            for id_ in (one for one, times in counted.items() if times > 1):
                message = say("'{id}' stands twice in one list", id=id_)
                yield Finding(benefit.origin.at("who"), message, say("remove one"))


def _repeated(references: Iterable[Reference]) -> Iterator[tuple[str, Origin]]:
    """Ids that stand in a list before, and where they stand again."""
    seen: set[tuple[object, ...]] = set()
    for one in references:
        if one.kind not in _LISTED:
            continue
        if one.listed:
            if len(set(one.targets)) < len(one.targets):
                again = enumerate(zip(one.targets, one.origins, strict=True))
                yield from (mention for index, mention in again if mention[0] in one.targets[:index])
            continue
        steps = one.pointer
        # The list is what leads to the last index: indicators/2/id.
        cut = len(steps) - 1
        if cut > 0 and not isinstance(steps[cut], int):
            cut -= 1
        if cut < 0 or not isinstance(steps[cut], int):
            continue
        key = (one.path, steps[:cut], steps[cut + 1 :], one.kind, one.targets)
        if key in seen:
            yield one.targets[0], one.origins[0]
        seen.add(key)
