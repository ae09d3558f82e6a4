"""What changed within one entity: a generator for each kind of field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from stratkit.diff import ambition
from stratkit.diff.change import APPEARED, TECHNICAL, VANISHED, Change, Direction, Kind, Weight
from stratkit.diff.records import Record
from stratkit.immutable import immutable
from stratkit.model.wording import editorial, pairs

Steps = tuple[tuple[str | int, ...], tuple[str | int, ...]]
"""The ways to a value within the entity, before and after."""


@immutable
class Pair:
    """One entity before and after.

    Args:
        region: its region.
        old: as it was.
        new: as it is.
        affects: ids of the projects that rely on it.
    """

    region: str
    old: Record
    new: Record
    affects: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[Any, Any]:
        """The values of a field before and after."""
        return self.old.fields.get(name), self.new.fields.get(name)

    def change(
        self, kind: Kind, path: str, old: Any, new: Any, direction: Direction = Direction.NEUTRAL,
        steps: Steps | None = None,
    ) -> Change:  # fmt: skip
        """A change of the field at *path*; *steps* lead to its places where the path does not."""
        own = tuple(path.split("."))
        before, after = steps or (own, own)
        return Change(
            kind=kind, region=self.region, entity=self.new.kind, id=self.new.id, title=self.new.title or self.old.title,
            field=path, old=old, new=new,
            old_origin=None if kind in APPEARED else self.old.place(*before),
            new_origin=None if kind in VANISHED else self.new.place(*after),
            direction=direction, weight=Weight.TECHNICAL if kind in TECHNICAL else Weight.ACT,
            industry=self.new.industry, affects=self.affects,
        )  # fmt: skip


Field = Callable[[Pair, str], Iterator[Change]]


def whole(kind: Kind) -> Field:
    """A value that changes as a whole."""

    def compare(pair: Pair, name: str) -> Iterator[Change]:
        old, new = pair.values(name)
        if _differ(old, new):
            yield pair.change(kind, name, old, new)

    return compare


def _differ(old: Any, new: Any) -> bool:
    """Whether two values differ; what is empty counts as absent."""
    absent: tuple[Any, ...] = (None, [], {}, ())
    return bool(old != new and not (old in absent and new in absent))


def text(pair: Pair, name: str) -> Iterator[Change]:
    """A text: edited, or changed in substance."""
    old, new = pair.values(name)
    if old != new:
        yield pair.change(_text_kind(old, new), name, old, new)


def _text_kind(old: str | None, new: str | None, substance: Kind = Kind.TEXT_CHANGED) -> Kind:
    return Kind.TEXT_EDITED if old and new and editorial(old, new) else substance


def title(pair: Pair, name: str) -> Iterator[Change]:
    """A title: given another name here, or in the catalogue from which it comes."""
    old, new = pair.values(name)
    if old == new:
        return
    shared = name in pair.old.shared and name in pair.new.shared
    renamed = Kind.CATALOGUE_TITLE_CHANGED if shared else Kind.RENAMED
    yield pair.change(_text_kind(old, new, renamed), name, old, new)


def symbol(pair: Pair, name: str) -> Iterator[Change]:
    """The sign of a unit, as long as the unit is the same."""
    if pair.old.fields.get("unit") == pair.new.fields.get("unit"):
        yield from title(pair, name)


def links(up: Direction = Direction.NEUTRAL, down: Direction = Direction.NEUTRAL) -> Field:
    """A list of references: each one that came or went, and the order of the rest."""

    def compare(pair: Pair, name: str) -> Iterator[Change]:
        old, new = ([_target(one) for one in value or ()] for value in pair.values(name))
        for index, target in enumerate(old):
            if target not in new:
                yield pair.change(Kind.LINK_REMOVED, name, target, None, down, steps=((name, index), (name,)))
        for index, target in enumerate(new):
            if target not in old:
                yield pair.change(Kind.LINK_ADDED, name, None, target, up, steps=((name,), (name, index)))
        yield from _order(pair, name, old, new)

    return compare


def _target(one: Any) -> str:
    return str(one["id"]) if isinstance(one, Mapping) else str(one)


def _order(pair: Pair, name: str, old: list[str], new: list[str]) -> Iterator[Change]:
    kept = [one for one in old if one in new], [one for one in new if one in old]
    if kept[0] != kept[1]:
        yield pair.change(Kind.ORDER_CHANGED, name, *kept)


def worded(kind: Kind) -> Field:
    """Coded values with their official wording: financing, role."""

    def compare(pair: Pair, name: str) -> Iterator[Change]:
        old, new = (value or {} for value in pair.values(name))
        coded = {key for key in {*old, *new} - {"text"} if _differ(old.get(key), new.get(key))}
        if coded:
            yield pair.change(kind, name, old, new)
        elif old.get("text") != new.get("text"):
            words = old.get("text"), new.get("text")
            yield pair.change(_text_kind(*words, substance=kind), f"{name}.text", *words)

    return compare


def term(pair: Pair, name: str) -> Iterator[Change]:
    """The term of a project: dates decide about the ambition, the wording alone does not."""
    old, new = (value or {} for value in pair.values(name))
    dates = {key: (old.get(key), new.get(key)) for key in ("from", "to", "then", "recurrence")}
    if any(before != after for before, after in dates.values()):
        yield pair.change(Kind.TERM_CHANGED, name, old, new, ambition.of_term(old, new))
    elif old.get("text") != new.get("text"):
        words = old.get("text"), new.get("text")
        yield pair.change(_text_kind(*words, substance=Kind.TERM_CHANGED), f"{name}.text", *words)


def milestones(pair: Pair, name: str) -> Iterator[Change]:
    """Milestones have no ids: they are matched by their words."""
    old, new = (list(value or ()) for value in pair.values(name))
    for i, k in pairs([one["text"] for one in old], [one["text"] for one in new]):
        if i is None and k is not None:
            came: Steps = (name,), (name, k)
            yield pair.change(Kind.MILESTONE_ADDED, f"{name}.{k + 1}", None, new[k], Direction.UP, came)
        elif k is None and i is not None:
            went: Steps = (name, i), (name,)
            yield pair.change(Kind.MILESTONE_REMOVED, f"{name}.{i + 1}", old[i], None, Direction.DOWN, went)
        elif i is not None and k is not None:
            path, before, after = f"{name}.{k + 1}", old[i], new[k]
            if str(before["by"]) != str(after["by"]):
                moved: Steps = (name, i, "by"), (name, k, "by")
                direction = ambition.of_date(before["by"], after["by"])
                yield pair.change(Kind.MILESTONE_MOVED, f"{path}.by", before["by"], after["by"], direction, moved)
            yield from _words(pair, f"{path}.text", (before, after), ((name, i, "text"), (name, k, "text")))


def _words(pair: Pair, path: str, both: tuple[Mapping[str, Any], Mapping[str, Any]], steps: Steps) -> Iterator[Change]:
    old, new = both[0].get("text"), both[1].get("text")
    if old != new:
        yield pair.change(_text_kind(old, new), path, old, new, steps=steps)


def points(pair: Pair, name: str) -> Iterator[Change]:
    """Numbered items: the number is the identity."""
    old, new = ({str(one["number"]): (i, one) for i, one in enumerate(value or ())} for value in pair.values(name))
    for number in [*old, *(one for one in new if one not in old)]:
        path, (i, before), (k, after) = f"{name}.{number}", old.get(number, (-1, None)), new.get(number, (-1, None))
        if after is None and before is not None:
            yield pair.change(Kind.ITEM_REMOVED, path, before["text"], None, steps=((name, i), (name,)))
        elif before is None and after is not None:
            yield pair.change(Kind.ITEM_ADDED, path, None, after["text"], steps=((name,), (name, k)))
        elif before is not None and after is not None:
            yield from _words(pair, path, (before, after), ((name, i, "text"), (name, k, "text")))


def passages(pair: Pair, name: str) -> Iterator[Change]:
    """Paragraphs without numbers: they are matched by their words; what else they carry is compared too."""
    old, new = (list(value or ()) for value in pair.values(name))
    for i, k in pairs([one["text"] for one in old], [one["text"] for one in new]):
        if i is None and k is not None:
            yield pair.change(Kind.ITEM_ADDED, f"{name}.{k + 1}", None, new[k]["text"], steps=((name,), (name, k)))
        elif k is None and i is not None:
            yield pair.change(Kind.ITEM_REMOVED, f"{name}.{i + 1}", old[i]["text"], None, steps=((name, i), (name,)))
        elif i is not None and k is not None:
            path, both = f"{name}.{k + 1}", (old[i], new[k])
            yield from _words(pair, path, both, ((name, i, "text"), (name, k, "text")))
            for key in sorted({*old[i], *new[k]} - {"text", "page"}):
                before, after = old[i].get(key), new[k].get(key)
                if _differ(before, after):
                    kind = Kind.RESPONSIBLE_CHANGED if key == "bodies" else Kind.PARTICULARS_CHANGED
                    steps = ((name, i, key), (name, k, key))
                    yield pair.change(kind, f"{path}.{key}", before, after, steps=steps)


def benefits(pair: Pair, name: str) -> Iterator[Change]:
    """Who gains what: beneficiaries that came or went, and the words for each of the others."""
    old, new = (_gains(value or ()) for value in pair.values(name))
    for who in [*old, *(one for one in new if one not in old)]:
        path, before, after = f"{name}.{who}", old.get(who), new.get(who)
        if after is None and before is not None:
            yield pair.change(Kind.LINK_REMOVED, name, who, None, steps=((name, before[1]), (name,)))
        elif before is None and after is not None:
            yield pair.change(Kind.LINK_ADDED, name, None, who, steps=((name,), (name, after[1])))
        elif before is not None and after is not None and before[0] != after[0]:
            steps = ((name, before[1], "benefit"), (name, after[1], "benefit"))
            yield pair.change(_text_kind(before[0], after[0]), path, before[0], after[0], steps=steps)
    yield from _order(pair, name, list(old), list(new))


def _gains(value: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str | None, int]]:
    """What each beneficiary gains and in which entry; one named again gains both."""
    gains: dict[str, tuple[str | None, int]] = {}
    for index, one in enumerate(value):
        for who in one["who"]:
            words, first = gains.get(who, (None, index))
            gains[who] = "\n".join(each for each in (words, one.get("benefit")) if each) or None, first
    return gains


def plan(pair: Pair, name: str) -> Iterator[Change]:
    """Promised values, year by year; in another unit figures cannot be compared."""
    old, new = (value or {} for value in pair.values(name))
    comparable = pair.old.fields.get("unit") == pair.new.fields.get("unit")
    good = pair.old.fields.get("direction") if comparable else None
    for year in sorted({*old, *new}):
        path = f"{name}.{year}"
        if year not in new:
            yield pair.change(Kind.VALUE_WITHDRAWN, path, old[year], None, Direction.DOWN)
        elif year not in old:
            yield pair.change(Kind.VALUE_PROMISED, path, None, new[year], Direction.UP)
        elif old[year] != new[year]:
            direction = ambition.of_value(old[year], new[year], good)
            yield pair.change(Kind.VALUE_CHANGED, path, old[year], new[year], direction)


def facts(pair: Pair, name: str) -> Iterator[Change]:
    """What was reached, year by year."""
    old, new = (value or {} for value in pair.values(name))
    for year in sorted({*old, *new}):
        before, after = old.get(year), new.get(year)
        if year not in old:
            yield pair.change(Kind.FACT_ADDED, f"{name}.{year}", None, after)
        elif before != after:
            yield pair.change(Kind.FACT_RESTATED, f"{name}.{year}", before, after)


def particulars(kind: Kind, *apart: str) -> Field:
    """A mapping whose values change one by one; the keys *apart* are compared elsewhere."""

    def compare(pair: Pair, name: str) -> Iterator[Change]:
        old, new = (value or {} for value in pair.values(name))
        for key in [*old, *(one for one in new if one not in old)]:
            if key not in apart and _differ(old.get(key), new.get(key)):
                yield pair.change(kind, f"{name}.{key}", old.get(key), new.get(key))

    return compare
