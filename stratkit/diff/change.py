"""What a change is."""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from typing import Any

from stratkit.diagnostics import Origin, mark
from stratkit.immutable import immutable


class Kind(Enum):
    """The kinds of changes; the value is the sentence, the name in kebab case the code.

    docs/editions.md shows them to users, ``tests/diff/cases`` holds an example of each.
    """

    ADDED = mark("added")
    REMOVED = mark("removed")
    RETIRED = mark("retired: the id and the number will not be used again")
    NUMBER_REUSED = mark("the number of a removed entry was given again")
    RENAMED = mark("renamed")
    CATALOGUE_TITLE_CHANGED = mark("the title changed in the catalogue")
    MOVED = mark("moved to another industry")
    RENUMBERED = mark("the number changed")
    VALUE_CHANGED = mark("the value changed")
    VALUE_PROMISED = mark("a value is promised")
    VALUE_WITHDRAWN = mark("the promise of a value is withdrawn")
    BASELINE_RESTATED = mark("the baseline was restated")
    UNIT_CHANGED = mark("the unit changed")
    DIRECTION_CHANGED = mark("the good direction changed")
    METHOD_CHANGED = mark("the method changed")
    TERM_CHANGED = mark("the term changed")
    MILESTONE_ADDED = mark("a milestone was added")
    MILESTONE_REMOVED = mark("a milestone was removed")
    MILESTONE_MOVED = mark("the date of a milestone changed")
    LINK_ADDED = mark("a link was added")
    LINK_REMOVED = mark("a link was removed")
    ORDER_CHANGED = mark("the order changed")
    RESPONSIBLE_CHANGED = mark("the responsible bodies changed")
    FINANCING_CHANGED = mark("the financing changed")
    ROLE_CHANGED = mark("the role changed")
    RECOMMENDATION_CHANGED = mark("the federal recommendation changed")
    TEXT_CHANGED = mark("the text changed in substance")
    TEXT_EDITED = mark("the text was edited: blanks, punctuation or case only")
    ITEM_ADDED = mark("an item was added")
    ITEM_REMOVED = mark("an item was removed")
    PERIOD_CHANGED = mark("the period changed")
    ACT_CHANGED = mark("the act changed")
    PARTICULARS_CHANGED = mark("particulars changed")
    PROFILE_CHANGED = mark("the layout of the document changed")
    FACT_ADDED = mark("a fact was added")
    FACT_RESTATED = mark("a fact was restated")
    DATA_CHANGED = mark("data that the document does not print changed")

    @property
    def code(self) -> str:
        """The name in options, reports and reasons, e.g. ``value-changed``."""
        return self.name.lower().replace("_", "-")


class Direction(Enum):
    """Which way the ambition goes."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Weight(Enum):
    """What the change needs to come into force."""

    ACT = "act"
    TECHNICAL = "technical"


TECHNICAL = frozenset({Kind.TEXT_EDITED, Kind.FACT_ADDED, Kind.FACT_RESTATED, Kind.DATA_CHANGED})
"""Kinds that need no act: corrections, and what the approved document does not print."""

APPEARED = frozenset(
    {Kind.ADDED, Kind.VALUE_PROMISED, Kind.MILESTONE_ADDED, Kind.LINK_ADDED, Kind.ITEM_ADDED, Kind.FACT_ADDED}
)
"""Kinds without a place in the former state."""

VANISHED = frozenset(
    {Kind.REMOVED, Kind.RETIRED, Kind.VALUE_WITHDRAWN, Kind.MILESTONE_REMOVED, Kind.LINK_REMOVED, Kind.ITEM_REMOVED}
)
"""Kinds without a place in the later state."""


@immutable
class Change:
    """One change of one entity.

    Args:
        kind: what happened.
        region: the region.
        entity: kind of the entity, e.g. ``project``.
        id: its id, with the industry before it where ids are unique within industries only.
        title: its title, the later one if there are two.
        field: what of it, e.g. ``plan.2024``; empty for the entity as a whole.
        old: the former value in the shape of the file; None: there was none.
        new: the later value.
        old_origin: where the former value stands.
        new_origin: where the later value stands.
        direction: which way the ambition goes.
        weight: what the change needs.
        industry: the industry of the entity, if it has one.
        affects: ids of the projects that rely on the entity.
        reason: why, as far as somebody wrote it down.
    """

    kind: Kind
    region: str
    entity: str
    id: str
    title: str
    field: str = ""
    old: Any = None
    new: Any = None
    old_origin: Origin | None = None
    new_origin: Origin | None = None
    direction: Direction = Direction.NEUTRAL
    weight: Weight = Weight.ACT
    industry: str = ""
    affects: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same wherever the change stands."""
        basis = [self.region, self.kind.code, self.entity, self.id, self.field, self.old, self.new]
        text = json.dumps(basis, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def weakens(self) -> bool:
        """Whether the change lowers the ambition and nobody said why."""
        return self.direction is Direction.DOWN and self.reason is None
