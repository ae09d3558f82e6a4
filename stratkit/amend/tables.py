"""Two states of a table -> changes of cells, rows, parts and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stratkit.amend.bodies import plan_body
from stratkit.amend.edits import plan_edits
from stratkit.amend.grammar import Node, Value
from stratkit.amend.operation import ADDITIONS, Operation, row_words
from stratkit.amend.places import (
    columns_of,
    is_number,
    name_column,
    name_part,
    name_position,
    name_row,
    spanning,
    table_width,
)  # fmt: skip
from stratkit.amend.plain import Block, Cell, Group, Row, Table, row_lines
from stratkit.amend.problems import Larger
from stratkit.amend.quotes import balanced, naming
from stratkit.document import view
from stratkit.model.amendments import Limits
from stratkit.model.numbers import number_key

_FEW = 4
"""Tables and texts with fewer units than this are not given anew only because most of them change."""

_VALUE = 20
"""A longer text is no value, so it is not replaced as a whole by naming it."""


def plan_table(old: Table, new: Table, section: Node, limits: Limits) -> list[Operation]:
    """The changes that turn *old* into *new*, in order.

    Args:
        old: the table in force.
        new: the proposed table.
        section: what the section of the table is called.
        limits: when a larger unit is clearer.

    Raises:
        Larger: the whole table must be given in new wording.
    """
    return list(_Planner(old, new, section, limits).plan())


def too_many(changed: int, units: int, limits: Limits) -> bool:
    """Whether so many of the units change that giving all of them anew is clearer."""
    return units >= _FEW and 100 * changed > limits.units * units


def rows_table(source: view.Table, rows: Sequence[Row]) -> view.Table:
    """Rows of a table as a table to be quoted: without heads and notes."""
    own = tuple(row.source for row in rows if row.source is not None)
    return replace(source, heads=(), notes=(), notes_title="", rows=own)


@dataclass
class _Planner:
    old: Table
    new: Table
    section: Node
    limits: Limits

    def plan(self) -> Iterator[Operation]:
        same = list(row_lines("head", self.old.heads)) == list(row_lines("head", self.new.heads))
        if not same or table_width(self.old.rows) != table_width(self.new.rows):
            raise Larger
        self._check_share()
        yield from self._groups()
        yield from self._notes()

    def _table(self, form: str, slots: dict[str, Value] | None = None) -> tuple[Node, Node]:
        return Node("scope", "table", {"section": self.section}), Node("table", form, slots or {})

    # ---- parts ----

    def _check_share(self) -> None:
        old = {
            (group.key, block.label): list(row_lines("row", block.rows))
            for group in self.old.groups
            for block in group.blocks
        }
        new = {
            (group.key, block.label): list(row_lines("row", block.rows))
            for group in self.new.groups
            for block in group.blocks
        }
        changed = sum(old.get(key) != new.get(key) for key in old | new)
        if too_many(changed, len(old), self.limits):
            raise Larger

    def _groups(self) -> Iterator[Operation]:
        old = {group.key: group for group in self.old.groups}
        new = {group.key: group for group in self.new.groups}
        if len(old) != len(self.old.groups) or len(new) != len(self.new.groups):
            raise Larger
        if [key for key in old if key in new] != [key for key in new if key in old]:
            raise Larger
        previous: Group | None = None
        for index, group in enumerate(self.new.groups):
            if group.key in old:
                before = old[group.key]
                yield from self._removed_parts(previous, before, new)
                yield from self._group(before, group)
                previous = before
            elif index == 0 or self.new.groups[index - 1].key in old:
                yield self._added_parts(previous, self._run(index, old))
        yield from self._removed_parts(previous, None, new)

    def _run(self, index: int, old: dict[str, Group]) -> list[Group]:
        """The new parts that stand together from *index* on."""
        found: list[Group] = []
        for group in self.new.groups[index:]:
            if group.key in old:
                break
            found.append(group)
        return found

    def _removed_parts(self, after: Group | None, before: Group | None, new: dict[str, Group]) -> Iterator[Operation]:
        """Parts between two that stay, and are there no longer."""
        start = self.old.groups.index(after) + 1 if after else 0
        end = self.old.groups.index(before) if before else len(self.old.groups)
        for group in self.old.groups[start:end]:
            if group.key not in new:
                scope, action = self._table("remove-part", {"part": name_part(self.old, group)})
                yield Operation(scope=scope, action=action, old=row_words(group.rows))

    def _added_parts(self, previous: Group | None, added: Sequence[Group]) -> Operation:
        form = "add-parts" if len(added) > 1 else "add-part"
        if any(group.head is None for group in added) or self.new.source is None:
            raise Larger
        slots: dict[str, Value] = {}
        if previous is None and self.old.groups:
            form, slots = f"{form}-before", {"part": name_part(self.old, self.old.groups[0])}
        elif previous is not None and previous is not self.old.groups[-1]:
            form, slots = f"{form}-after", {"part": name_part(self.old, previous)}
        rows = [row for group in added for row in group.rows]
        scope, action = self._table(form, slots)
        return Operation(scope=scope, action=action, blocks=(rows_table(self.new.source, rows),), new=row_words(rows))

    def _group(self, old: Group, new: Group) -> Iterator[Operation]:
        if (old.head is None) != (new.head is None):
            raise Larger
        if old.title != new.title:
            scope, action = self._table("part-title", {"part": name_part(self.old, old)})
            yield Operation(scope=scope, action=action, lines=(new.title,), old=(old.title,), new=(new.title,))
        if list(row_lines("row", old.rows[1:] if old.head else old.rows)) != list(
            row_lines("row", new.rows[1:] if new.head else new.rows)
        ):
            yield from self._blocks(old, new)

    # ---- rows ----

    def _scope(self, group: Group) -> Node:
        if group.head is None:
            return Node("scope", "table", {"section": self.section})
        return Node("scope", "part", {"section": self.section, "part": name_part(self.old, group)})

    def _blocks(self, old: Group, new: Group) -> Iterator[Operation]:
        before, after = {one.label: one for one in old.blocks}, {one.label: one for one in new.blocks}
        if len(before) != len(old.blocks) or len(after) != len(new.blocks):
            raise Larger
        if [key for key in before if key in after] != [key for key in after if key in before]:
            raise Larger
        scope = self._scope(old)
        for label in self._order(list(before), list(after)):
            if label not in after:
                row = name_row(old, before[label])
                yield Operation(
                    scope=scope,
                    action=Node("table", "remove-row", {"row": row}),
                    old=row_words(before[label].rows),
                    keys=_keys(before[label].rows),
                )
            elif label not in before:
                yield self._added_row(scope, after[label])
            else:
                yield from self._block(scope, old, before[label], after[label])

    def _order(self, old: Sequence[str], new: Sequence[str]) -> list[str]:
        """All labels in order. New rows find their place by number, so all must be in the order of numbers.

        Raises:
            Larger: they are not.
        """
        if set(new) <= set(old):
            return list(old)
        if not all(map(is_number, (*old, *new))):
            raise Larger
        merged = sorted({*old, *new}, key=number_key)
        for labels in (old, new):
            if list(labels) != [one for one in merged if one in labels]:
                raise Larger
        return merged

    def _added_row(self, scope: Node, block: Block) -> Operation:
        if self.new.source is None:
            raise Larger
        action = Node("table", "add-row", {"number": block.label})
        return Operation(
            scope=scope,
            action=action,
            blocks=(rows_table(self.new.source, block.rows),),
            new=row_words(block.rows),
            keys=_keys(block.rows),
        )

    def _block(self, scope: Node, group: Group, old: Block, new: Block) -> list[Operation]:
        if list(row_lines("row", old.rows)) == list(row_lines("row", new.rows)):
            return []
        row = name_row(group, old)
        try:
            return [replace(one, scope=scope) for one in RowPlanner(self.old, row, old, self.limits).plan(new)]
        except Larger:
            if self.new.source is None:
                raise
            action = Node("table", "row-wording", {"row": row})
            quoted = rows_table(self.new.source, new.rows)
            return [
                Operation(
                    scope=scope,
                    action=action,
                    blocks=(quoted,),
                    old=row_words(old.rows),
                    new=row_words(new.rows),
                    keys=_keys((*old.rows, *new.rows)),
                )
            ]

    # ---- notes ----

    def _notes(self) -> Iterator[Operation]:
        old, new = self.old.notes, self.new.notes
        for number in sorted({*old, *new}, key=number_key):
            before, after = old.get(number, ""), new.get(number, "")
            if before == after:
                continue
            form = "note-wording" if before and after else "add-note" if after else "remove-note"
            scope, action = self._table(form, {"number": number})
            yield Operation(
                scope=scope, action=action, lines=(after,) if after else (),
                old=(before,) if before else (), new=(after,) if after else (),
            )  # fmt: skip


def _keys(rows: Sequence[Row]) -> tuple[str, ...]:
    """The addresses by meaning of rows."""
    return tuple(row.source.key for row in rows if row.source is not None)


@dataclass
class RowPlanner:
    """Plans the changes inside one row."""

    table: Table
    row: Node
    block: Block
    limits: Limits

    def plan(self, new: Block) -> list[Operation]:
        """The changes that turn the row into *new*.

        Raises:
            Larger: the whole row must be given in new wording.
        """
        changed = list(self._changed(new))
        if len(changed) > max(self.limits.cells, len(self.block.rows)) or not changed:
            raise Larger
        operations: list[Operation] = []
        for position, column, before, after in changed:
            for one in self._cell(position, column, before, after):
                joined = _joined(operations[-1], one) if operations else None
                operations[-1:] = [joined] if joined else [*operations[-1:], one]
        return operations

    def _changed(self, new: Block) -> Iterator[tuple[Node, int, Cell, Cell]]:
        width = table_width(self.table.heads) or table_width(self.table.rows)
        if len(self.block.rows) != len(new.rows):
            raise Larger
        both = zip(self.block.rows, columns_of(self.block.rows, width), columns_of(new.rows, width), strict=True)
        for row, before, after in both:
            if [(at, one.rowspan, one.colspan) for at, one in before] != [
                (at, one.rowspan, one.colspan) for at, one in after
            ]:
                raise Larger
            for (column, one), (_, other) in zip(before, after, strict=True):
                if one.lines != other.lines:
                    whole = spanning(self.block, one) or len(self.block.rows) == 1
                    yield Node("in-position", "none") if whole else name_position(self.block, row), column, one, other

    def _cell(self, position: Node, column: int, old: Cell, new: Cell) -> list[Operation]:
        places: dict[str, Value] = {"row": self.row, "in-position": position}
        name = name_column(self.table, column)
        if len(old.lines) <= 1 and len(new.lines) <= 1:
            action = self._line(places, name, "".join(old.lines), "".join(new.lines))
            if action is not None:
                return [Operation(action=action, old=old.lines, new=new.lines, keys=(old.key,))]
        if not new.lines:
            raise Larger
        changes = plan_body(old.paras, new.paras, self.limits, cell=True) if len(old.paras) > 1 else []
        if not changes or 100 * len(changes) > self.limits.units * len(old.paras):
            action = Node("table", "cell-wording", {**places, "column": name})
            return [Operation(action=action, lines=new.lines, old=old.lines, new=new.lines, keys=(old.key,))]
        return [
            Operation(
                action=Node("table", _cell_form(one.action), {**places, "column": name, "body": one.action}),
                lines=one.lines, old=one.old, new=one.new, keys=one.keys,
            )
            for one in changes
        ]  # fmt: skip

    def _line(self, places: dict[str, Value], column: Node, before: str, after: str) -> Node | None:
        """The change of a cell of one line by its words; None if it is clearer given anew."""
        if not before:
            return Node("table", "cell-fill", {**places, "column": column, "new": after}) if balanced(after) else None
        edits = _value_edits(before, after) or plan_edits(before, after, self.limits)
        if edits is None:
            return None
        return Node("table", "cells", {**places, "cells": (Node("cell", "cell", {"column": column, "edits": edits}),)})


def _cell_form(body: Node) -> str:
    return "cell-addition" if body.form in ADDITIONS else "cell-text"


def _value_edits(before: str, after: str) -> tuple[Node, ...] | None:
    """The change of a value as a whole: figures, a dash, words for what is unknown."""
    if not balanced(before) or not balanced(after):
        return None
    if not after:
        return (Node("edit", "remove", {"old": before}),)
    kinds = {naming(before), naming(after)}
    if max(len(before), len(after)) <= _VALUE and kinds & {"digit", "digits", "sign"}:
        return (Node("edit", "replace", {"old": before, "new": after}),)
    return None


def _joined(first: Operation, second: Operation) -> Operation | None:
    """Both as one, if they change cells of one position of one row."""
    one, other = first.action, second.action
    if not one.form == other.form == "cells":
        return None
    places = ("row", "in-position")
    if any(one.slots[name] != other.slots[name] for name in places):
        return None
    slots = {**one.slots, "cells": (*one.nodes("cells"), *other.nodes("cells"))}
    return replace(
        first, action=Node("table", "cells", slots), old=(*first.old, *second.old), new=(*first.new, *second.new),
        keys=(*first.keys, *second.keys),
    )  # fmt: skip
