"""Two editions of a document -> the changes that lead from one to the other, in the order of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from stratkit.amend.bodies import plan_body
from stratkit.amend.grammar import Node
from stratkit.amend.operation import Operation
from stratkit.amend.places import name_section
from stratkit.amend.plain import Para, Section, Table, lines, table_lines
from stratkit.amend.problems import Larger
from stratkit.amend.tables import plan_table, too_many
from stratkit.document import view
from stratkit.model.amendments import Limits


def plan_changes(old: Section, new: Section, limits: Limits, anew: Collection[str] = ()) -> list[Operation]:
    """The changes that lead from *old* to *new*.

    Args:
        old: the edition in force.
        new: the proposed edition.
        limits: when a larger unit is clearer.
        anew: keys of the sections that are given anew whatever changes in them.

    Raises:
        Larger: the whole document must be given anew.
    """
    return _Planner(old, new, limits, frozenset(anew)).plan()


def whole_document(old: Section, new: Section) -> list[Operation]:
    """The one change that gives the whole document anew."""
    return [Operation(action=Node("document", "whole"), old=(old.label,), new=(new.label,))]


@dataclass
class _Planner:
    old: Section
    new: Section
    limits: Limits
    anew: frozenset[str]
    names: dict[str, Node] = field(default_factory=dict)

    def plan(self) -> list[Operation]:
        if self.old.items or self.new.items:
            raise Larger  # text before the first heading has no address
        operations = list(self._title())
        operations += self._children(self.old, self.new)
        quoted = sum(_size(one) for one in operations)
        if 100 * quoted > self.limits.document * sum(_length(line) for line in lines(self.new)):
            raise Larger
        return operations

    def _title(self) -> Iterator[Operation]:
        if self.old.label != self.new.label:
            before, after = (self.old.label,), (self.new.label,)
            yield Operation(action=Node("document", "title"), lines=after, old=before, new=after)

    def _name(self, section: Section) -> Node:
        return name_section(self.old, section)

    # ---- sections under one ----

    def _children(self, old: Section, new: Section) -> Iterator[Operation]:
        before = {one.key: one for one in old.children}
        after = {one.key: one for one in new.children}
        if len(before) != len(old.children) or len(after) != len(new.children):
            raise Larger
        if [key for key in before if key in after] != [key for key in after if key in before]:
            raise Larger
        if [one.level for one in new.children] != [one.level for one in new.children[:1]] * len(new.children):
            raise Larger
        previous: Section | None = None
        for index, section in enumerate(new.children):
            if section.key in before:
                stays = before[section.key]
                yield from self._repealed(old, previous, stays, after)
                yield from self._section(stays, section)
                previous = stays
            elif index == 0 or new.children[index - 1].key in before:
                yield self._added(old, previous, _until(new.children[index:], before))
        yield from self._repealed(old, previous, None, after)

    def _repealed(
        self, parent: Section, start: Section | None, end: Section | None, after: Collection[str]
    ) -> Iterator[Operation]:
        first = parent.children.index(start) + 1 if start else 0
        last = parent.children.index(end) if end else len(parent.children)
        for section in parent.children[first:last]:
            if section.key not in after:
                action = Node("document", "repeal-section", {"section": self._name(section)})
                yield Operation(action=action, old=section_words(section), part=section.key)

    def _added(self, parent: Section, previous: Section | None, added: Sequence[Section]) -> Operation:
        unit = "section" if added[0].level == 1 else "subsection"
        if len(added) > 1:
            new_unit = Node("new-unit", f"{unit}s")
        elif added[0].number:
            new_unit = Node("new-unit", f"{unit}-numbered", {"number": added[0].number})
        else:
            new_unit = Node("new-unit", unit)
        if parent.children and previous is None:
            action = Node(
                "document", "add-section-before", {"section": self._name(parent.children[0]), "new-unit": new_unit}
            )
        elif previous is not None and previous is not parent.children[-1]:
            action = Node("document", "add-section-after", {"section": self._name(previous), "new-unit": new_unit})
        elif parent is self.old:
            action = Node("document", "add-section", {"new-unit": new_unit})
        else:
            action = Node("document", "add-section-in", {"section": self._name(parent), "new-unit": new_unit})
        blocks = tuple(block for one in added for block in section_blocks(one))
        words = tuple(line for one in added for line in section_words(one))
        return Operation(action=action, blocks=blocks, new=words, part=parent.key)

    # ---- one section ----

    def _section(self, old: Section, new: Section) -> list[Operation]:
        if list(lines(old)) == list(lines(new)):
            return []
        if old.key not in self.anew:
            try:
                own = [
                    replace(one, part=one.part or old.key) for one in (*self._heading(old, new), *self._own(old, new))
                ]
                return [*own, *self._children(old, new)]
            except Larger:
                pass  # the section is given anew
        action = Node("document", "section-wording", {"section": self._name(old)})
        blocks = tuple(section_blocks(new))
        return [Operation(action=action, blocks=blocks, old=section_words(old), new=section_words(new), part=old.key)]

    def _heading(self, old: Section, new: Section) -> Iterator[Operation]:
        if old.level != new.level:
            raise Larger
        if old.label != new.label:
            action = Node("document", "section-title", {"section": self._name(old)})
            yield Operation(action=action, lines=(new.label,), old=(old.label,), new=(new.label,))

    def _own(self, old: Section, new: Section) -> Iterator[Operation]:
        """The changes of a section's own text."""
        tables = old.tables, new.tables
        if len(tables[0]) != len(tables[1]):
            raise Larger
        if old.items and isinstance(old.items[0], Table):
            yield from self._tables(old, new)
            yield from self._paras(old, new)
        else:
            yield from self._paras(old, new)
            yield from self._tables(old, new)

    def _paras(self, old: Section, new: Section) -> Iterator[Operation]:
        open_end = not old.items or isinstance(old.items[-1], Para)
        if not old.paras and old.items and new.paras:
            raise Larger
        changes = plan_body(old.paras, new.paras, self.limits, open_end=open_end)
        if changes and not old.children and too_many(len(changes), len(old.paras), self.limits):
            raise Larger
        for one in changes:
            scope = Node("scope", "section", {"section": self._name(old)})
            yield Operation(scope=scope, action=one.action, lines=one.lines, old=one.old, new=one.new, keys=one.keys)

    def _tables(self, old: Section, new: Section) -> list[Operation]:
        changed = [
            pair
            for pair in zip(old.tables, new.tables, strict=True)
            if list(table_lines(pair[0])) != list(table_lines(pair[1]))
        ]
        if not changed:
            return []
        if len(old.tables) > 1:
            raise Larger  # several tables of one section have no names
        before, after = changed[0]
        name = self._name(old)
        try:
            return plan_table(before, after, name, self.limits)
        except Larger:
            if after.source is None:
                raise
            action = Node("document", "table-wording", {"section": name})
            return [Operation(action=action, blocks=(after.source,), old=table_words(before), new=table_words(after))]


def _until(sections: Sequence[Section], known: Collection[str]) -> list[Section]:
    """The first of *sections* that are not *known*."""
    found: list[Section] = []
    for one in sections:
        if one.key in known:
            break
        found.append(one)
    return found


def section_blocks(one: Section) -> Iterator[view.Block]:
    """The section as blocks of the document, with everything under it."""
    for each in one.walk():
        yield from each.blocks


def section_words(one: Section) -> tuple[str, ...]:
    """The words of a section, a line for each paragraph."""
    return tuple(line for each in lines(one) for line in _words(each))


def table_words(one: Table) -> tuple[str, ...]:
    """The words of a table, a line for each paragraph of a cell."""
    return tuple(line for each in table_lines(one) for line in _words(each))


def _words(line: tuple[str | int, ...]) -> list[str]:
    start = {"section": 2, "paragraph": 1, "cell": 3, "note": 2}.get(str(line[0]), len(line))
    return [str(part) for part in line[start:]]


def _length(line: tuple[str | int, ...]) -> int:
    return sum(map(len, _words(line)))


def _size(one: Operation) -> int:
    return sum(map(len, one.new)) if one.blocks or one.lines else 0
