"""What the fields of entities are called where people read of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from stratkit.diagnostics.message import Message, mark, say

PARTS: Final[Mapping[str, str]] = {
    "title": mark("title"), "short_title": mark("short title"), "kind": mark("kind"), "year": mark("year"),
    "region": mark("region"), "approval": mark("approval"), "source": mark("source"), "act": mark("act"),
    "implementation": mark("implementation, paragraph"), "directions": mark("direction"),
    "actions": mark("what is done, paragraph"), "lead": mark("lead"), "results": mark("result"),
    "effects": mark("effect"), "text": mark("text"), "industries": mark("industries"), "problems": mark("problem"),
    "risks": mark("risk"), "goal": mark("goal"), "description": mark("description"), "milestones": mark("milestone"),
    "challenges": mark("challenges"), "beneficiaries": mark("beneficiaries"), "tasks": mark("tasks"),
    "technologies": mark("technologies"), "programmes": mark("programmes"), "indicators": mark("indicators"),
    "national_goals": mark("national goals"), "applications": mark("application, paragraph"),
    "participants": mark("participants, paragraph"), "pages": mark("pages of the source"),
    "page": mark("page of the source"), "variants": mark("variants of the source"),
    "uncertain": mark("marks of doubtful figures"), "note": mark("remark"), "responsible": mark("responsible bodies"),
    "symbol": mark("sign of the unit"),
}  # fmt: skip
"""What the fields of entities are called; those that the sentence of a change names itself are left out."""

FIGURES: Final[Mapping[str, str]] = {
    "unit": mark("unit"), "plan": mark("plan"), "facts": mark("facts"), "direction": mark("desired direction"),
    "date": mark("date of the act"), "act_number": mark("number of the act"), "issuer": mark("who issued the act"),
    "period": mark("period"), "period.from": mark("start of the period"), "period.to": mark("end of the period"),
    "term": mark("term"), "term.from": mark("start of the project"), "term.to": mark("end of the project"),
    "recommended": mark("mark of federal recommendation"),
}  # fmt: skip
"""What those fields are called that the sentence of a change names itself."""


def part_named(key: str) -> Message:
    """The field *key* of an entity in plain words, with its year if it has one; the key itself if it has no name."""
    first, _, year = key.partition(".")
    name = FIGURES.get(key) or PARTS.get(key) or FIGURES.get(first)
    if name is None:
        return say("'{key}'", key=key)
    return say("{part} for {year}", part=Message(name), year=year) if year.isdigit() else Message(name)


def parts_named(keys: Sequence[str]) -> Message:
    """The fields *keys*, at least one, in plain words and in one sentence."""
    first = part_named(keys[0])
    return say("{part}, {more}", part=first, more=parts_named(keys[1:])) if len(keys) > 1 else first


def value_named(value: str | float | bool | None) -> Message:
    """A value of a field in plain words."""
    if value is None:
        return say("nothing")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return say("'{value}'", value=value)
