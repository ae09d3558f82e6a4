"""Carrying out the changes of an act on the plain words of a document.

All addresses are those of the edition in force, so every part is found before any is touched;
then new wordings are put in place, then additions, then what is repealed goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from stratkit.amend.edits import apply_edits
from stratkit.amend.grammar import Node
from stratkit.amend.operation import WHOLE, Change
from stratkit.amend.parse import Act
from stratkit.amend.places import (
    find_cell,
    find_column,
    find_list,
    find_paragraph,
    find_part,
    find_row,
    find_section,
    is_number,
    only,
    own_table,
)  # fmt: skip
from stratkit.amend.plain import Block, Cell, Group, Para, Section, Table, tree
from stratkit.amend.problems import Ambiguous, Missing, Unproven
from stratkit.model.numbers import number_key


def carry_out(act: Act, document: Section) -> Section:
    """The document after the act; *document* is changed and given back, or the annex instead of it.

    Raises:
        Unproven: an address or a wording does not fit the document.
    """
    if any(change.action.form == "whole" for change in act.changes):
        return _annex(act)
    if act.annex:
        raise Missing(str(act.annex[0]))
    run = _Run(document)
    for change in act.changes:
        try:
            run.find(change)
        except Unproven as problem:
            raise type(problem)(problem.place, problem.part or run.part) from problem
    for step in (*run.wordings, *run.additions, *run.removals):
        step()
    return document


def _annex(act: Act) -> Section:
    blocks = act.annex[1:]
    if len(act.changes) != 1 or not blocks or not isinstance(blocks[0], Para):
        raise Missing("whole")
    return tree(blocks[0].line, blocks[1:])


Step = Callable[[], None]


@dataclass
class _Run:
    document: Section
    wordings: list[Step] = field(default_factory=list)
    additions: list[Step] = field(default_factory=list)
    removals: list[Step] = field(default_factory=list)
    points: dict[int, list[Para]] = field(default_factory=dict)  # each list with what is added to it
    part: str = ""

    def find(self, change: Change) -> None:
        """Find what *change* means and remember what to do with it."""
        self.part = ""
        if change.scope is None:
            self._document(change)
            return
        section = self._section(change.scope)
        form = change.scope.form.removesuffix(WHOLE)
        if form == "section":
            self._body(change.action, change, section.paras, section.items)
        else:
            table = own_table(section)
            part = find_part(table, change.scope.node("part")) if form == "part" else None
            self._table(change, table, part)

    def _section(self, node: Node) -> Section:
        section = find_section(self.document, node.node("section"))
        self.part = section.key
        return section

    # ---- the document and its sections ----

    def _document(self, change: Change) -> None:
        action = change.action
        if action.form == "title":
            self.wordings.append(_setter(self.document, "label", _text(change)))
        elif action.form == "section-title":
            self.wordings.append(_setter(self._section(action), "label", _text(change)))
        elif action.form == "table-wording":
            self._replace(own_table(self._section(action)), _one_table(change))
        elif action.form.startswith("add-section"):
            self._add_sections(change)
        else:
            section = self._section(action)
            parent = only((one for one in self.document.walk() if section in one.children), section.label)
            if action.form == "repeal-section":
                self.removals.append(lambda: parent.children.remove(section))
            else:
                new = only(_sections(change), section.label)
                self.wordings.append(lambda: _swap(parent.children, section, new))

    def _replace(self, old: Table, new: Table) -> None:
        def step() -> None:
            old.heads, old.groups, old.notes = new.heads, new.groups, new.notes

        self.wordings.append(step)

    def _add_sections(self, change: Change) -> None:
        action, new = change.action, _sections(change)
        unit = action.node("new-unit")
        if (len(new) > 1) is not unit.form.endswith("s") or not _bears(new[0], unit):
            raise Missing(new[0].label)
        if action.form == "add-section":
            self.additions.append(lambda: self.document.children.extend(new))
            return
        section = self._section(action)
        if action.form == "add-section-in":
            self.additions.append(lambda: section.children.extend(new))
            return
        parent = only((one for one in self.document.walk() if section in one.children), section.label)
        before = action.form == "add-section-before"
        self.additions.append(lambda: _put(parent.children, section, new, before=before))

    # ---- paragraphs of a section or of a cell ----

    def _body(self, action: Node, change: Change, paras: Sequence[Para], items: list[Any]) -> None:
        new = _paragraphs(change)
        if action.form in ("add", "add-several"):
            _check_several(action, new)
            self.additions.append(lambda: items.extend(new))
            return
        if action.form.startswith("add-point"):
            _numbered(only(new, action.words("number")), action.words("number"))
            where = Node("in-list", "none")
            if "list" in action.slots:
                where = Node("in-list", "some", {"list": action.node("list")})
            run = find_list(paras, where)
            self._add_point(self.points.setdefault(id(run[0]), run), new[0], items)
            return
        where = action.node("in-list")
        para = find_paragraph(paras, where, action.node("paragraph"))
        if action.form == "edit":
            self.wordings.append(_setter(para, "line", apply_edits(para.line, action.nodes("edits"))))
        elif action.form == "wording":
            self.wordings.append(_setter(para, "line", only(new, para.line).line))
        elif action.form in ("repeal", "remove"):
            self.removals.append(lambda: items.remove(para))
        else:
            _check_several(action, new)
            before = action.form.startswith("before")
            self.additions.append(lambda: _put(items, para, new, before=before))

    def _add_point(self, points: list[Para], new: Para, items: list[Any]) -> None:
        """A point finds its place by its number."""

        def step() -> None:
            if any(one.number == new.number for one in points):
                raise Ambiguous(new.number)
            before = [one for one in points if number_key(one.number) < number_key(new.number)]
            if before:
                _put(items, before[-1], [new])
            else:
                _put(items, points[0], [new], before=True)
            points.insert(len(before), new)

        self.additions.append(step)

    # ---- tables ----

    def _table(self, change: Change, table: Table, part: Group | None) -> None:
        action = change.action
        if "number" in action.slots and action.form != "add-row":
            self._note(change, table, action.words("number"))
        elif "part" in action.form:
            self._parts(change, table)
        else:
            group = part if part is not None else only((one for one in table.groups if one.head is None), "")
            self._rows(change, table, group)

    def _note(self, change: Change, table: Table, number: str) -> None:
        if (change.action.form == "add-note") is (number in table.notes):
            raise Missing(number)
        if change.action.form == "remove-note":
            self.removals.append(lambda: table.notes.__delitem__(number))
            return
        text = _text(change)

        def step() -> None:
            table.notes[number] = text
            table.notes = dict(sorted(table.notes.items(), key=lambda one: number_key(one[0])))

        self.wordings.append(step)

    def _parts(self, change: Change, table: Table) -> None:
        form = change.action.form
        group = find_part(table, change.action.node("part")) if "part" in change.action.slots else None
        if form == "part-title" and group is not None and group.head is not None:
            head = group.head.cells[0]
            self.wordings.append(_setter(head, "paras", [Para(_text(change))]))
        elif form == "remove-part" and group is not None:
            self.removals.append(lambda: table.groups.remove(group))
        else:
            new = _one_table(change).groups
            before = form.endswith("before")
            if group is None:
                self.additions.append(lambda: table.groups.extend(new))
            else:
                self.additions.append(lambda: _put(table.groups, group, new, before=before))

    def _rows(self, change: Change, table: Table, group: Group) -> None:
        action = change.action
        if action.form == "add-row":
            new = _one_row(change)
            if new.label != action.words("number") or any(one.label == new.label for one in group.blocks):
                raise Missing(new.label)
            self.additions.append(lambda: _by_number(group.blocks, new))
            return
        block = find_row(group, action.node("row"))
        if action.form == "remove-row":
            self.removals.append(lambda: group.blocks.remove(block))
        elif action.form == "row-wording":
            self.wordings.append(_setter(block, "rows", _one_row(change).rows))
        else:
            self._cells(change, table, block)

    def _cells(self, change: Change, table: Table, block: Block) -> None:
        action = change.action

        def cell(node: Node) -> Cell:
            return find_cell(table, block, action.node("in-position"), find_column(table, node))

        if action.form == "cells":
            for one in action.nodes("cells"):
                found = cell(one.node("column"))
                line = apply_edits(only(found.paras, block.label).line, one.nodes("edits"))
                self.wordings.append(_setter(found, "paras", [Para(line)] if line else []))
            return
        found = cell(action.node("column"))
        if action.form in ("cell-text", "cell-addition"):
            self._body(action.node("body"), change, list(found.paras), found.paras)
        elif action.form == "cell-fill":
            if found.paras:
                raise Missing(found.lines[0])
            self.wordings.append(_setter(found, "paras", [Para(action.words("new"))]))
        else:
            self.wordings.append(_setter(found, "paras", _paragraphs(change)))


def _setter(target: object, name: str, value: object) -> Step:
    return lambda: setattr(target, name, value)


def _at(items: Sequence[object], one: object) -> int:
    """Where *one* itself stands, not something equal."""
    return next(index for index, each in enumerate(items) if each is one)


def _put(items: list[Any], anchor: object, new: Sequence[object], *, before: bool = False) -> None:
    at = _at(items, anchor) + (not before)
    items[at:at] = new


def _swap(items: list[Any], old: object, new: object) -> None:
    items[_at(items, old)] = new


def _by_number(blocks: list[Block], new: Block) -> None:
    """A row finds its place by its number."""
    key = number_key(new.label)
    at = sum(number_key(one.label) < key for one in blocks if is_number(one.label))
    blocks.insert(at, new)


# ---- new wordings ----


def _paragraphs(change: Change) -> list[Para]:
    found = [one for one in change.content if isinstance(one, Para)]
    if len(found) != len(change.content):
        raise Missing(change.action.form)
    return found


def _numbered(para: Para, number: str) -> None:
    """A new point bears the number that the act says."""
    if para.line.split(" ")[0].rstrip(".)") != number:
        raise Missing(number)
    para.number = number


def _check_several(action: Node, new: Sequence[Para]) -> None:
    """The words say whether one paragraph is added or several."""
    if not new or (len(new) > 1) is not action.form.endswith("several"):
        raise Missing(action.form)


def _text(change: Change) -> str:
    return only(_paragraphs(change), change.action.form).line


def _one_table(change: Change) -> Table:
    found = only(change.content, change.action.form)
    if not isinstance(found, Table):
        raise Missing(change.action.form)
    return found


def _one_row(change: Change) -> Block:
    group = only(_one_table(change).groups, change.action.form)
    return only(group.blocks, change.action.form)


def _bears(section: Section, unit: Node) -> bool:
    """Whether a new section bears the number that the act says, if it says one."""
    return "number" not in unit.slots or unit.words("number") in (one.rstrip(".") for one in section.label.split(" "))


def _sections(change: Change) -> list[Section]:
    root = tree("", change.content)
    if root.items or not root.children:
        raise Missing(change.action.form)
    return root.children
