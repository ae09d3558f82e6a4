"""Which fields each kind of entity has, and how each of them is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stratkit.diagnostics import mark
from stratkit.diff import fields
from stratkit.diff.change import Change, Direction, Kind
from stratkit.diff.fields import Field, Pair, links, particulars, whole, worded

_DATA = whole(Kind.DATA_CHANGED)
_TITLE: dict[str, Field] = {"title": fields.title}
_NUMBERED: dict[str, Field] = {**_TITLE, "number": whole(Kind.RENUMBERED)}
_ASIDE: dict[str, Field] = dict.fromkeys(("short_title", "page", "pages", "variants", "uncertain", "note"), _DATA)
_ACT = particulars(Kind.ACT_CHANGED)

COMPARED: Mapping[str, Mapping[str, Field]] = {
    "strategy": {
        **_TITLE, "kind": whole(Kind.PARTICULARS_CHANGED), "year": whole(Kind.PARTICULARS_CHANGED),
        "period": whole(Kind.PERIOD_CHANGED), "region": particulars(Kind.PARTICULARS_CHANGED), "approval": _ACT,
        "implementation": fields.passages, "profile": whole(Kind.PROFILE_CHANGED), "source": particulars(Kind.DATA_CHANGED),
    },
    "edition": {},
    "basis": {**_NUMBERED, "act": particulars(Kind.ACT_CHANGED, "title")},
    "technology": {**_NUMBERED, "industries": links()},
    "applications": {"applications": fields.passages},
    "card": {
        "directions": fields.points, "actions": fields.passages, "lead": whole(Kind.RESPONSIBLE_CHANGED),
        "results": fields.passages, "effects": fields.passages,
    },
    "beneficiary": _NUMBERED,
    "source": _NUMBERED,
    "national-goal": _NUMBERED,
    "goal": {"text": fields.text},
    "task": {**_NUMBERED, "industries": links()},
    "industry": {**_NUMBERED, "problems": fields.points, "risks": fields.points},
    "challenge": _NUMBERED,
    "project": {
        **_NUMBERED, "industry": whole(Kind.MOVED), "federal": whole(Kind.RECOMMENDATION_CHANGED),
        "recommended": whole(Kind.RECOMMENDATION_CHANGED), "goal": fields.text, "description": fields.text,
        "milestones": fields.milestones, "term": fields.term, "financing": worded(Kind.FINANCING_CHANGED),
        "role": worded(Kind.ROLE_CHANGED), "challenges": links(), "beneficiaries": fields.benefits,
        "responsible": whole(Kind.RESPONSIBLE_CHANGED), "indicators": links(Direction.UP, Direction.DOWN),
        "tasks": links(), "technologies": links(), "programmes": links(),
    },
    "indicator": {
        **_TITLE, "industry": whole(Kind.MOVED), "unit": whole(Kind.UNIT_CHANGED), "symbol": fields.symbol,
        "direction": whole(Kind.DIRECTION_CHANGED), "plan": fields.plan, "baseline": whole(Kind.BASELINE_RESTATED),
        "cumulative": whole(Kind.METHOD_CHANGED), "common": whole(Kind.METHOD_CHANGED), "method": whole(Kind.METHOD_CHANGED),
        "responsible": whole(Kind.RESPONSIBLE_CHANGED), "national_goals": links(), "facts": fields.facts,
    },
    "body": {**_TITLE, "kind": whole(Kind.PARTICULARS_CHANGED)},
    "participants": {"participants": fields.passages},
    "programme": {**_NUMBERED, "period": whole(Kind.PERIOD_CHANGED), "act": _ACT, "industries": links()},
    "profile": {},
}  # fmt: skip
"""The fields of each kind of entity, in the order of a report; what all have in common is added."""

NAMES: Mapping[str, str] = {
    "strategy": mark("strategy"), "edition": mark("edition"), "basis": mark("act of the grounds"),
    "technology": mark("technology"), "applications": mark("applications of technologies"), "card": mark("card"),
    "beneficiary": mark("beneficiary"), "source": mark("source of funds"), "national-goal": mark("national goal"),
    "goal": mark("goal of the strategy"), "task": mark("task"), "industry": mark("industry"),
    "challenge": mark("challenge"), "project": mark("project"), "indicator": mark("indicator"), "body": mark("body"),
    "participants": mark("participants"), "programme": mark("programme"), "profile": mark("document profile"),
}  # fmt: skip
"""What each kind of entity is called; the list exists once."""

AMBITIOUS = frozenset({"project", "indicator", "task"})
"""Entities that are promises themselves: one more is more, one less is less."""

TECHNICAL_ENTITIES = frozenset({"edition"})
"""Entities that the approved document does not print."""

LINKED: Mapping[str, str] = {
    "challenges": "challenge", "indicators": "indicator", "beneficiaries": "beneficiary", "tasks": "task",
    "technologies": "technology", "programmes": "programme", "responsible": "body", "lead": "body", "bodies": "body",
    "industries": "industry", "industry": "industry", "national_goals": "national-goal", "sources": "source",
}  # fmt: skip
"""Fields that hold ids, with the kind of entity that they name."""


def changes_within(pair: Pair) -> Iterator[Change]:
    """Everything that changed within one entity, field by field."""
    if pair.old.kind == "profile":
        yield from _profile(pair)
        return
    compared = COMPARED[pair.old.kind]
    for name, compare in compared.items():
        if pair.old.fields.get(name) != pair.new.fields.get(name):
            yield from compare(pair, name)
    for name, compare in _ASIDE.items():
        if name not in compared:
            yield from compare(pair, name)


def _profile(pair: Pair) -> Iterator[Change]:
    """A profile has no fixed fields here: whatever differs is named by its path."""
    for path, old, new in _differences(pair.old.fields, pair.new.fields, ()):
        yield pair.change(Kind.PROFILE_CHANGED, ".".join(path), old, new, steps=(path, path))


def _differences(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in [*old, *(one for one in new if one not in old)]:
            yield from _differences(old.get(key), new.get(key), (*path, str(key)))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, both in enumerate(zip(old, new, strict=True)):
            yield from _differences(*both, (*path, str(index)))
    elif old != new:
        yield path, old, new
