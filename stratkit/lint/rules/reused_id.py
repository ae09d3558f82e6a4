"""An id or a number that was retired is in use again.

## Why this is bad
Links in older editions, acts and reports would lead to something else.

## Example
    # demo/retired.yaml
    stratkit: retired/1
    entries:
      - {kind: project, id: booking, number: 1, industry: health}   # error: REF008

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
    entries:
      - {kind: project, id: queue-screens, number: 7, industry: health}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("REF008", "reused-id", Severity.ERROR, packs=("references",))
def reused_id(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    ids = {
        "project": {one.id for one in strategy.projects},
        "indicator": {one.id for one in strategy.indicators},
        "challenge": {one.id for one in strategy.challenges},
        "task": {one.id for one in strategy.tasks},
        "body": set(strategy.bodies),
        "programme": {one.id for one in strategy.programmes},
    }
    numbers = {(one.industry, str(one.number)) for one in strategy.projects}
    path = next(iter(strategy.files.get("retired", [])), "")
    for index, entry in enumerate(strategy.retired):
        place = Origin(path, ("entries", index))
        if entry.id in ids[entry.kind]:
            message = say("the retired id '{id}' is in use again", id=entry.id)
            yield Finding(place.at("id"), message, say("give the new entity an id of its own"), subject=entry.id)
        elif entry.kind == "project" and (entry.industry, str(entry.number)) in numbers:
            message = say("the retired number {number} is in use again", number=entry.number)
            yield Finding(
                place.at("number"), message, say("give the new entity the next free number"), subject=entry.id
            )
