"""Two wordings of the paragraphs of a section or of a cell -> changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stratkit.amend.edits import plan_edits
from stratkit.amend.grammar import Node
from stratkit.amend.places import name_list, name_paragraph, runs
from stratkit.amend.plain import Para
from stratkit.amend.problems import Larger
from stratkit.immutable import immutable
from stratkit.model.amendments import Limits
from stratkit.model.matching import likeness
from stratkit.model.numbers import number_key

_GAP, _SAME_POINT, _OTHER_POINT, _OTHER_WORDS, _ALIKE = 60, 50, 300, 100, 90
"""What it costs to leave a paragraph out, to reword a point, to make one point of another, to reword a
paragraph, less what its words have in common. A new paragraph beside a removed one is its new wording."""

_POINTS = ("add-point", "add-point-in-list")
"""Formulas that add a single point, which finds its place by its number."""


@immutable
class BodyChange:
    """A change inside paragraphs: the formula, its new lines, and both wordings."""

    action: Node
    lines: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


Pair = tuple[Para | None, Para | None]


def plan_body(
    old: Sequence[Para], new: Sequence[Para], limits: Limits, *, cell: bool = False, open_end: bool = True
) -> list[BodyChange]:
    """The changes that turn *old* into *new*, in order.

    Args:
        old: the paragraphs in force.
        new: the proposed paragraphs.
        limits: when a larger unit is clearer.
        cell: whether they stand in a cell of a table, where nothing can lose force.
        open_end: whether nothing stands after the last paragraph, so that one may be added at the end.

    Raises:
        Larger: no formula holds without doubt.
    """
    return _Planner(old, new, limits, cell, open_end).plan()


@dataclass
class _Planner:
    old: Sequence[Para]
    new: Sequence[Para]
    limits: Limits
    cell: bool
    open_end: bool
    pairs: list[Pair] = field(default_factory=list)

    def plan(self) -> list[BodyChange]:
        self.pairs = list(align(self.old, self.new))
        changes: list[BodyChange] = []
        start = 0  # where the pairs begin that follow the last paragraph that stays
        for index, (one, other) in enumerate(self.pairs):
            if one is not None and other is not None:
                changes += self._between(start, index)
                start = index + 1
                if one.line != other.line:
                    changes.append(self._reworded(one, other))
        return [*changes, *self._between(start, len(self.pairs))]

    def _between(self, start: int, end: int) -> list[BodyChange]:
        """What went and what came among the pairs from *start* to *end*, in the order of the document."""
        gone = [one for one, _ in self.pairs[start:end] if one is not None]
        came = [other for _, other in self.pairs[start:end] if other is not None]
        repealed, added = [self._repealed(one) for one in gone], self._added(came, start, end)
        if added and all(one.action.form in _POINTS for one in added) and all(one.number for one in gone):
            numbers = [number_key(one.number) for one in (*gone, *came)]
            in_order = sorted(zip(numbers, (*repealed, *added), strict=True), key=lambda pair: pair[0])
            return [change for _, change in in_order]
        follows = bool(added) and added[0].action.form.startswith("after")
        return [*added, *repealed] if follows else [*repealed, *added]

    def _repealed(self, one: Para) -> BodyChange:
        where, name = name_paragraph(self.old, one)
        action = Node("body", "remove" if self.cell else "repeal", {"in-list": where, "paragraph": name})
        return BodyChange(action, old=(one.line,), keys=(one.key,))

    def _reworded(self, one: Para, other: Para) -> BodyChange:
        where, name = name_paragraph(self.old, one)
        edits = plan_edits(one.line, other.line, self.limits)
        places = {"in-list": where, "paragraph": name}
        if edits is None:
            return BodyChange(Node("body", "wording", places), (other.line,), (one.line,), (other.line,), (one.key,))
        return BodyChange(Node("body", "edit", {**places, "edits": edits}), (), (one.line,), (other.line,), (one.key,))

    def _added(self, added: Sequence[Para], start: int, end: int) -> list[BodyChange]:
        """*added* are the new paragraphs among the pairs from *start* to *end*, between two that stay."""
        if not added:
            return []
        points = [self._point(one, start, end) for one in added]
        numbers = [number_key(one.number) for one in added if one.number]
        if all(points) and numbers == sorted(numbers):
            return [one for one in points if one is not None]
        lines = tuple(one.line for one in added)
        action = self._place(start, end, several=len(added) > 1)
        return [BodyChange(action, lines, (), lines, tuple(one.key for one in added))]

    def _point(self, one: Para, start: int, end: int) -> BodyChange | None:
        """*one* as a point of a list that exists, if its number leads to its place."""
        if not one.number:
            return None
        before = self._neighbour(range(start - 1, -1, -1))
        after = self._neighbour(range(end, len(self.pairs)))
        neighbour = next((each for each in (before, after) if each is not None and each.number), None)
        if neighbour is None:
            return None
        run = next(each for each in runs(self.old) if neighbour in each)
        numbers = [number_key(each.number) for each in run]
        key = number_key(one.number)
        low = [each for each in (before,) if each is not None and each in run and number_key(each.number) > key]
        high = [each for each in (after,) if each is not None and each in run and number_key(each.number) < key]
        proposed = [number_key(each.number) for each in next(each for each in runs(self.new) if one in each)]
        if key in numbers or low or high or numbers != sorted(numbers) or proposed != sorted(proposed):
            return None
        where = name_list(self.old, run)
        node = Node("body", "add-point", {"number": one.number})
        if where.form != "none":
            node = Node("body", "add-point-in-list", {"list": where.node("list"), "number": one.number})
        return BodyChange(node, (one.line,), (), (one.line,), (one.key,))

    def _neighbour(self, indexes: range) -> Para | None:
        """The first old paragraph at *indexes* that stays."""
        return next(
            (one for at in indexes for one, other in [self.pairs[at]] if one is not None and other is not None), None
        )

    def _place(self, start: int, end: int, *, several: bool) -> Node:
        """The formula for new paragraphs among the pairs from *start* to *end*."""
        suffix = "-several" if several else ""
        anchor = self._neighbour(range(start - 1, -1, -1))
        if not self.old or (self.open_end and anchor is not None and anchor is self.old[-1]):
            return Node("body", f"add{suffix}")
        form = "after"
        if anchor is None:
            anchor, form = self._neighbour(range(end, len(self.pairs))), "before"
        if anchor is None:
            raise Larger
        where, name = name_paragraph(self.old, anchor)
        return Node("body", f"{form}{suffix}", {"in-list": where, "paragraph": name})


def align(old: Sequence[Para], new: Sequence[Para]) -> Iterator[Pair]:
    """Which paragraph became which: points by number, others by their words; in order."""
    start = 0
    while start < min(len(old), len(new)) and old[start].line == new[start].line:
        yield old[start], new[start]
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end].line == new[-1 - end].line:
        end += 1
    yield from _align(old[start : len(old) - end], new[start : len(new) - end])
    for index in range(end, 0, -1):
        yield old[-index], new[-index]


def _align(old: Sequence[Para], new: Sequence[Para]) -> Iterator[Pair]:
    costs = [[_GAP * (row + column) for column in range(len(new) + 1)] for row in range(len(old) + 1)]
    changed = [[_cost(one, other) for other in new] for one in old]
    for row in range(1, len(old) + 1):
        for column in range(1, len(new) + 1):
            costs[row][column] = min(
                costs[row - 1][column - 1] + changed[row - 1][column - 1],
                costs[row - 1][column] + _GAP,
                costs[row][column - 1] + _GAP,
            )
    row, column = len(old), len(new)
    pairs: list[Pair] = []
    while row or column:
        if row and column and costs[row][column] == costs[row - 1][column - 1] + changed[row - 1][column - 1]:
            row, column = row - 1, column - 1
            pairs.append((old[row], new[column]))
        elif row and costs[row][column] == costs[row - 1][column] + _GAP:
            row -= 1
            pairs.append((old[row], None))
        else:
            column -= 1
            pairs.append((None, new[column]))
    yield from reversed(pairs)


def _cost(one: Para, other: Para) -> int:
    if one.line == other.line:
        return 0
    if one.number or other.number:
        return _SAME_POINT if one.number == other.number else _OTHER_POINT
    return _OTHER_WORDS - round(_ALIKE * likeness(one.line.split(), other.line.split()))
