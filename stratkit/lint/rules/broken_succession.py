"""The register of retired ids names a successor that there is not, or one that leads back.

## Why this is bad
Old addresses and references are led to the successor: from here they lead nowhere, or round in a circle.

## Example
    # demo/retired.yaml
    entries:
      - {kind: project, id: queue-screens, number: 7, industry: health, superseded_by: screens}   # error: REF011

## Use instead
    # demo/retired.yaml
    entries:
      - {kind: project, id: queue-screens, number: 7, industry: health, superseded_by: booking}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.kept import kept_ids
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("REF011", "broken-succession", Severity.ERROR, packs=("references",))
def broken_succession(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    living = frozenset(kept_ids(strategy))
    heirs: dict[tuple[str, str], str | None] = {
        (entry.kind, entry.id): entry.superseded_by for entry in strategy.retired
    }
    for index, entry in enumerate(strategy.retired):
        heir = entry.superseded_by
        if heir is None or (entry.kind, heir) in living:
            continue
        origin = strategy.place_in("retired", "entries", index, "superseded_by")
        if (entry.kind, heir) not in heirs:
            message = say("the successor '{id}' does not exist", id=heir)
            yield Finding(origin, message, say("name what took its place, or remove the key"), subject=entry.id)
        elif _leads_back(entry.kind, entry.id, heirs):
            message = say("the successors of '{id}' lead in a circle", id=entry.id)
            yield Finding(origin, message, say("let the last one name no successor"), subject=entry.id)


def _leads_back(kind: str, name: str, heirs: Mapping[tuple[str, str], str | None]) -> bool:
    """Whether one comes from *name* back to something met before by going from successor to successor."""
    met: set[str] = set()
    step: str | None = name
    while step is not None and step not in met:
        met.add(step)
        step = heirs.get((kind, step))
    return step is not None
