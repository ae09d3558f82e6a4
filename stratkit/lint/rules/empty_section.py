"""A list that the document profile shows has nothing in it.

## Why this is bad
The official document would have a heading with nothing under it.

## Example
    # demo/priorities.yaml
    tasks: []   # error: DOC001

## Use instead
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.profile import CardBlock, ListBlock


@rule("DOC001", "empty-section", Severity.WARNING)
def empty_section(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if strategy.profile is None:
        return
    for section in strategy.profile.sections.values():
        for block in section.blocks:
            sources = [block.source] if isinstance(block, ListBlock) else [row.source for row in block.rows] if isinstance(block, CardBlock) else []
            for source in sources:
                if source in PLACES and not _filled(strategy, source):
                    file, key = PLACES[source]
                    place = Origin(f"{strategy.id}/{file}", (key,))
                    yield Finding(place, say("the document has a list '{source}' and the strategy nothing for it", source=source), say("fill in '{key}' in {file}", key=key, file=file), subject=source)


PLACES: dict[str, tuple[str, str]] = {
    "basis": ("basis.yaml", "acts"),
    "technologies": ("technologies.yaml", "technologies"),
    "applications": ("technologies.yaml", "applications"),
    "implementation": ("strategy.yaml", "implementation"),
    "directions": ("card.yaml", "directions"),
    "actions": ("card.yaml", "actions"),
    "lead": ("card.yaml", "lead"),
    "results": ("card.yaml", "results"),
    "beneficiaries": ("card.yaml", "beneficiaries"),
    "resources": ("card.yaml", "resources"),
    "effects": ("card.yaml", "effects"),
    "national-goals": ("card.yaml", "national_goals"),
    "goal": ("priorities.yaml", "goal"),
    "tasks": ("priorities.yaml", "tasks"),
    "participants": ("programmes.yaml", "participants"),
    "programmes": ("programmes.yaml", "programmes"),
}


def _filled(strategy: Strategy, source: str) -> bool:
    if source in ("directions", "actions", "results", "effects"):
        return strategy.card is not None and bool(getattr(strategy.card, source))
    if source == "implementation":
        return bool(strategy.frame.implementation)
    return bool(getattr(strategy, source.replace("-", "_")))
