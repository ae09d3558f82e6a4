"""Typed changes in the words and with the links of the website."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from stratkit.diagnostics import mark
from stratkit.diff import Change, Direction, Kind, Side, Weight, diff_strategies
from stratkit.diff.change import APPEARED, VANISHED
from stratkit.diff.entities import LINKED, NAMES, TECHNICAL_ENTITIES
from stratkit.diff.reasons import justified
from stratkit.diff.titles import Titles
from stratkit.diff.wording import redline
from stratkit.document.columns import number_text
from stratkit.document.fields import act_text
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.parts import PARTS
from stratkit.site import address
from stratkit.site.editions.views import ChangeGroup, ChangeView, Comparison, EntityChanges, Shown, Target

_TELLING = frozenset({
    Kind.RENAMED, Kind.RENUMBERED, Kind.VALUE_CHANGED, Kind.VALUE_PROMISED, Kind.VALUE_WITHDRAWN, Kind.MILESTONE_ADDED,
    Kind.MILESTONE_REMOVED, Kind.MILESTONE_MOVED, Kind.RESPONSIBLE_CHANGED,
})  # fmt: skip
"""Kinds whose sentence names the field."""

_CODED: Mapping[str, str] = {
    "up": mark("more is better"), "down": mark("less is better"), "keep": mark("to be kept"),
}  # fmt: skip
_FOLDERS: Mapping[str, str] = {
    "project": "projects", "indicator": "indicators", "body": "bodies", "beneficiary": "beneficiaries",
    "technology": "technologies", "programme": "programmes", "industry": "industries", "task": "tasks",
    "basis": "acts", "challenge": "challenges",
}  # fmt: skip
_FIGURES = frozenset({"plan", "facts"})
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_NEAR = 60
"""Signs of unchanged text that are shown on either side of what changed."""


def entity_page(region: str, kind: str, name: str) -> str:
    """The page of an entity; empty if entities of its kind have none."""
    folder = _FOLDERS.get(kind)
    return address.region_file(region, f"{folder}/{name.replace('/', '.')}.html") if folder else ""


class Telling:
    """Tells changes between two states of a region.

    Args:
        old: the former state.
        new: the later one.
        now: the state that the website shows: only what stands in it has a page.
    """

    def __init__(self, old: Side, new: Side, now: Side) -> None:
        self.old, self.new = old, new
        self.now = now.strategy
        self.pages = {(one.kind, one.id) for one in now.records.values()}
        sides = [_workspace(side) for side in (old, new)]
        self.titles = Titles(*sides)
        self.units = [_units(side.strategy) for side in (old, new)]

    def comparison(self, since: str) -> tuple[Comparison, dict[tuple[str, str], tuple[ChangeView, ...]]]:
        """All changes by industry, and those of each entity.

        Args:
            since: id of the edition before.
        """
        reasons = self.new.strategy.reasons if self.new.strategy else ()
        found = [one for one in diff_strategies(self.old, self.new) if one.entity not in TECHNICAL_ENTITIES]
        changes = justified(found, reasons)[0]
        grouped = [list(group) for _, group in groupby(changes, key=lambda one: (one.entity, one.id))]
        told = [(group[0], tuple(sorted(map(self._view, group), key=lambda one: one.technical))) for group in grouped]
        counts = Counter(one.direction if one.weight is Weight.ACT else None for one in changes)
        comparison = Comparison(
            since, self._groups(told), counts[Direction.UP], counts[Direction.DOWN], counts[Direction.NEUTRAL],
            counts[None],
        )  # fmt: skip
        return comparison, {(first.entity, first.id): views for first, views in told}

    def _groups(self, told: Sequence[tuple[Change, tuple[ChangeView, ...]]]) -> tuple[ChangeGroup, ...]:
        groups: dict[str, list[EntityChanges]] = {}
        for first, views in told:
            industry = first.id if first.entity == "industry" else first.industry
            target = self._target(first.entity, first.id, first.title)
            affects = tuple(self._target("project", one, self._title("project", one)) for one in first.affects)
            groups.setdefault(industry, []).append(EntityChanges(NAMES[first.entity], target, views, affects))
        order = sorted(groups, key=bool)  # the strategy as a whole comes first; else the order of the document
        return tuple(ChangeGroup(self._title("industry", one) if one else "", tuple(groups[one])) for one in order)

    def _target(self, kind: str, name: str, title: str = "") -> Target:
        page = entity_page(self.now.id, kind, name) if self.now and (kind, name) in self.pages else ""
        return Target(title or ("" if kind in (name, "strategy") else name), page)

    def _title(self, kind: str, name: str) -> str:
        return self.titles.title(kind, name) or name

    def _view(self, change: Change) -> ChangeView:
        first, _, rest = change.field.partition(".")
        part = "" if change.kind in _TELLING else PARTS.get(first, "")
        number = _NUMBER.match(rest)
        # An entity that came or went is named above its changes; only a successor is worth a value.
        old, new = self._shown(change, change.old, 0), self._shown(change, change.new, 1)
        return ChangeView(
            sentence=change.kind.value, part=part,
            detail=self._title("beneficiary", rest) if first == "beneficiaries" else number[0] if number else "",
            old=old if change.field else Shown(), new=new if change.field or change.kind in VANISHED else Shown(),
            redline=_redline(change) if change.field else (),
            direction=change.direction.value, technical=change.weight is Weight.TECHNICAL,
            reason=change.reason or "",
        )  # fmt: skip

    def _shown(self, change: Change, value: Any, side: int) -> Shown:
        """A value on one *side*: 0 the former, 1 the later."""
        absent = (change.kind in APPEARED and side == 0) or (change.kind in VANISHED and side == 1)
        first = change.field.partition(".")[0]
        if value is None:
            return Shown(mark("n/a"), interface=True) if first in _FIGURES and not absent else Shown()
        if isinstance(value, bool):
            return Shown(mark("yes") if value else mark("no"), interface=True)
        if change.kind is Kind.DIRECTION_CHANGED and value in _CODED:
            return Shown(_CODED[value], interface=True)
        text = self._text(change, value)
        symbol = (
            self.units[side].get(change.id, "") if first in _FIGURES or change.kind is Kind.BASELINE_RESTATED else ""
        )
        return Shown(f"{text} {symbol}".strip())

    def _text(self, change: Change, value: Any) -> str:
        if isinstance(value, dict):
            if change.field == "uncertain":
                return ", ".join(map(str, value))  # the years whose figures are marked
            if "act_number" in value:
                return self._act(value)
            return _mapping(change, value) or ", ".join(
                self._text(change, one) for one in value.values() if one not in (None, "", [], {})
            )
        if isinstance(value, list | tuple):
            return ", ".join(self._text(change, one) for one in value)
        if isinstance(value, int | float) and change.field.partition(".")[0] in (*_FIGURES, "baseline"):
            return number_text(value)
        if change.kind in {Kind.RETIRED, Kind.NUMBER_REUSED}:
            return self._title(change.entity, str(value))
        kind = next((LINKED[part] for part in change.field.split(".") if part in LINKED), None)
        if change.field == "act.kind" and value in self.new.catalog.act_kinds:
            return self.new.catalog.act_kinds[value].title
        kind = "unit" if change.kind is Kind.UNIT_CHANGED else "basis" if change.field == "method" else kind
        names = (str(value), f"{change.industry}/{value}") if kind else ()
        return next((title for name in names if (title := self.titles.title(kind or "", name))), str(value))

    def _act(self, value: Mapping[str, Any]) -> str:
        """An act in one line: kind, issuer, date, number, title."""
        kind = self.new.catalog.act_kinds.get(value.get("kind") or "")
        number = f"№ {value['act_number']}" if value["act_number"] else None
        title = f"«{value['title']}»" if value.get("title") else None
        parts = (kind.title if kind else None, value.get("issuer"), _day(value.get("date")), number, title)
        return " ".join(part for part in parts if part)


def _day(value: str | None) -> str | None:
    """A date in figures; a partial one stays as it is."""
    if value is None or value.count("-") < 2:
        return value
    return ".".join(reversed(value.split("-")))


def _mapping(change: Change, value: Mapping[str, Any]) -> str:
    """A coded value in its official words, where they tell both states apart; periods and milestones in one line."""
    if "by" in value and "text" in value:
        return f"{value['by']}: {value['text']}"
    other = change.new if value is change.old else change.old
    if value.get("text") and (not isinstance(other, dict) or other.get("text") != value["text"]):
        return str(value["text"])
    if "year" in value and "value" in value:
        return f"{value['year']}: {number_text(value['value']) if value['value'] is not None else '?'}"
    if "to" in value:
        return "–".join(str(value[key]) for key in ("from", "to") if value.get(key) is not None)
    return ""


def _redline(change: Change) -> tuple[tuple[str, str], ...]:
    """Word by word, where both values are texts; long stretches that stayed are shortened."""
    old, new = change.old, change.new
    linked = any(part in LINKED for part in change.field.split(".")[-1:])
    if not (isinstance(old, str) and isinstance(new, str)) or linked or " " not in old + new:
        return ()
    steps = list(redline(old, new))
    return tuple(
        (kind, _near(words, index, len(steps)) if kind == "same" else words)
        for index, (kind, words) in enumerate(steps)
    )


def _near(words: str, index: int, count: int) -> str:
    head, tail = ("" if index == 0 else words[:_NEAR]), ("" if index == count - 1 else words[-_NEAR:])
    return words if len(words) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def _units(strategy: Strategy | None) -> dict[str, str]:
    indicators: Iterable[Any] = strategy.indicators if strategy else ()
    return {one.id: one.unit.symbol for one in indicators if one.unit is not None}


def _workspace(side: Side) -> Workspace:
    """A workspace of this one region, for its titles."""
    strategies = {side.strategy.id: side.strategy} if side.strategy else {}
    return Workspace(title="", settings=None, catalog=side.catalog, strategies=strategies, findings=())


def cited(strategy: Strategy) -> str:
    """The act that approved *strategy*, as its document cites acts."""
    return act_text(strategy.approval_act, strategy.profile.words) if strategy.profile else ""
