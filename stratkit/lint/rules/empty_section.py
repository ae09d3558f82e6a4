"""A list or a section that the document profile shows has nothing in it.

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

from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.immutable import immutable
from stratkit.lint.rule import rule
from stratkit.load.placeholder import unfilled
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.node import plain
from stratkit.model.profile import Block, CardBlock, ListBlock, Outline


@immutable
class EmptyList:
    """A list that the document shows and the strategy leaves empty.

    Args:
        source: what the profile calls it.
        file: the file of the region in which it stands.
        key: its key in that file.
        origin: its place.
    """

    source: str
    file: str
    key: str
    origin: Origin


@rule("DOC001", "empty-section", Severity.WARNING, packs=("methodology",))
def empty_section(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    """Empty lists of a strategy that is no draft any more."""
    if is_draft(strategy):
        return  # NEW001 reports them
    for empty in empty_lists(strategy):
        message = say("the document has a list '{source}' and the strategy nothing for it", source=empty.source)
        hint = say("fill in '{key}' in {file}", key=empty.key, file=empty.file)
        yield Finding(empty.origin, message, hint, subject=empty.source)
    profile = strategy.profile
    if profile is None:
        return
    for name in _leaves(profile.outline):
        section = profile.sections.get(name)  # one that is not there is told where the profile is read
        if section is not None and not section.blocks:
            yield Finding(
                strategy.origin.at("profile"),
                say("the document has a section with nothing in it: '{title}'", title=section.title),
                say("take it out of the outline of the profile '{id}', or say there what it shows", id=profile.id),
                severity=Severity.INFO,
                subject=name,
            )


def _leaves(outline: Iterable[Outline]) -> Iterator[str]:
    """The sections under which there are no others."""
    for one in outline:
        if one.children:
            yield from _leaves(one.children)
        else:
            yield one.section


def is_draft(strategy: Strategy) -> bool:
    """Whether the frame of the strategy is not filled in yet."""
    return any(True for _ in unfilled(plain(strategy.frame)))


def empty_lists(strategy: Strategy) -> Iterator[EmptyList]:
    """The lists that the profile of *strategy* shows and that have nothing in them, each once."""
    sections = strategy.profile.sections.values() if strategy.profile else ()
    shown = {source: None for section in sections for block in section.blocks for source in _sources(block)}
    for source in shown:
        if source in PLACES and not entries(strategy, source):
            file, key = PLACES[source]
            yield EmptyList(source, file, key, Origin(f"{strategy.id}/{file}", (key,)))


def _sources(block: Block) -> tuple[str, ...]:
    if isinstance(block, ListBlock):
        return (block.source,)
    if isinstance(block, CardBlock):
        return tuple(row.source for row in block.rows if row.source is not None)
    return ()


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


def entries(strategy: Strategy, source: str) -> int:
    """How many entries the strategy has for one of :data:`PLACES`."""
    if source in ("directions", "actions", "results", "effects"):
        return len(getattr(strategy.card, source)) if strategy.card is not None else 0
    if source == "goal":
        return int(strategy.goal is not None)
    listed = (
        strategy.frame.implementation if source == "implementation" else getattr(strategy, source.replace("-", "_"))
    )
    return len(listed)
