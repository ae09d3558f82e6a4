"""Two states of a strategy -> what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stratkit.diff.change import TECHNICAL, Change, Direction, Kind, Weight
from stratkit.diff.entities import AMBITIOUS, TECHNICAL_ENTITIES, changes_within
from stratkit.diff.fields import Pair
from stratkit.diff.records import Record, records
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog, Strategy, Workspace

Key = tuple[str, str]


@immutable
class Side:
    """A strategy with the catalogue on which it rests; None: there was no such strategy."""

    strategy: Strategy | None
    catalog: Catalog

    @property
    def records(self) -> dict[Key, Record]:
        """Its entities by kind and id."""
        found = records(self.strategy, self.catalog) if self.strategy else ()
        return {(one.kind, one.id): one for one in found}


def diff_workspaces(old: Workspace, new: Workspace, regions: Iterable[str] = ()) -> list[Change]:
    """What changed in the strategies of *new* (or only of *regions*) against *old*, in the order of the documents."""
    wanted = set(regions)
    found: list[Change] = []
    for before, after in _counterparts(old, new):
        names = {one.id for one in (before, after) if one is not None}
        if not wanted or names & wanted:
            found += diff_strategies(Side(before, old.catalog), Side(after, new.catalog))
    return found


def _counterparts(old: Workspace, new: Workspace) -> Iterator[tuple[Strategy | None, Strategy | None]]:
    """The strategies of both, by folder; a folder that was renamed is known by the code of its region."""
    gone = {
        one.frame.region.code: one
        for name, one in old.strategies.items()
        if name not in new.strategies and one.frame.region.code
    }
    for name, one in new.strategies.items():
        code = one.frame.region.code
        yield old.strategies.get(name) or (gone.pop(code, None) if code else None), one
    renamed = {one.frame.region.code for one in new.strategies.values()} - {None}
    for name, one in old.strategies.items():
        if name not in new.strategies and (one.frame.region.code not in renamed):
            yield one, None


def diff_strategies(old: Side, new: Side) -> list[Change]:
    """What changed between two states of one strategy, in the order of the later document."""
    strategy = new.strategy or old.strategy
    if strategy is None:
        return []
    before, after = old.records, new.records
    if old.strategy is not None and new.strategy is not None and old.strategy.id != new.strategy.id:
        before = _renamed(before, old.strategy.id, new.strategy.id)
    retired: dict[Key, str | None] = {(one.kind, one.id): one.superseded_by for one in strategy.retired}
    found: list[Change] = []
    for key in _order(before, after):
        former, record = before.get(key), after.get(key)
        if record is None and former is not None:
            found.append(_removed(strategy.id, former, retired, _affected(old.strategy, former)))
        elif former is None and record is not None:
            found.append(_added(strategy.id, record))
            found += _reused(strategy.id, record, before, after)
        elif former is not None and record is not None:
            found += changes_within(Pair(strategy.id, former, record, _affected(new.strategy, record)))
    return found


def _order(before: Mapping[Key, Record], after: Mapping[Key, Record]) -> list[Key]:
    """All entities in the order of the later document; what is gone stands behind its former predecessor."""
    rank = {key: (index, 0) for index, key in enumerate(after)}
    last, gone = -1, 0
    for key in before:
        if key in after:
            last, gone = rank[key][0], 0
        else:
            gone += 1
            rank[key] = last, gone
    return sorted(rank, key=lambda key: rank[key])


def _renamed(found: Mapping[Key, Record], old: str, new: str) -> dict[Key, Record]:
    """The records with the strategy itself under its later id."""
    frame = found["strategy", old]
    own = Record(frame.kind, new, frame.title, frame.fields, frame.origin)
    return {("strategy", new): own, **{key: one for key, one in found.items() if key[0] != "strategy"}}


def _affected(strategy: Strategy | None, record: Record) -> tuple[str, ...]:
    if strategy is None:
        return ()
    return tuple(one.id for one in strategy.projects_of(record.kind, record.id))


def _weight(kind: Kind, entity: str) -> Weight:
    return Weight.TECHNICAL if kind in TECHNICAL or entity in TECHNICAL_ENTITIES else Weight.ACT


def _added(region: str, record: Record) -> Change:
    return Change(
        kind=Kind.ADDED, region=region, entity=record.kind, id=record.id, title=record.title, new=record.title or None,
        new_origin=record.origin, direction=Direction.UP if record.kind in AMBITIOUS else Direction.NEUTRAL,
        weight=_weight(Kind.ADDED, record.kind), industry=record.industry,
    )  # fmt: skip


def _removed(region: str, record: Record, retired: Mapping[Key, str | None], affects: tuple[str, ...]) -> Change:
    key = record.kind, record.id.rpartition("/")[2]
    kind = Kind.RETIRED if key in retired else Kind.REMOVED
    return Change(
        kind=kind, region=region, entity=record.kind, id=record.id, title=record.title, old=record.title or None,
        new=retired.get(key), old_origin=record.origin,
        direction=Direction.DOWN if record.kind in AMBITIOUS else Direction.NEUTRAL,
        weight=_weight(kind, record.kind), industry=record.industry, affects=affects,
    )  # fmt: skip


def _reused(region: str, record: Record, before: Mapping[Key, Record], after: Mapping[Key, Record]) -> Iterator[Change]:
    """The number of the added *record*, if an entity that is gone had it."""
    number = record.fields.get("number")
    if number is None:
        return
    for key, former in before.items():
        same_list = former.kind == record.kind and former.industry == record.industry
        if same_list and key not in after and former.fields.get("number") == number:
            yield Change(
                kind=Kind.NUMBER_REUSED, region=region, entity=record.kind, id=record.id, title=record.title,
                field="number", old=former.id, new=record.id, old_origin=former.place("number"),
                new_origin=record.place("number"), industry=record.industry,
            )  # fmt: skip
