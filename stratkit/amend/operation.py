"""One change of an act: where, what, and the words that it brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from stratkit.amend.grammar import Grammar, Node
from stratkit.amend.plain import Para, Row, Section, Table
from stratkit.document import view
from stratkit.immutable import immutable

WHOLE = "-whole"
"""Ends the form of a scope that is itself added to, instead of something in it."""

ACTIONS = {
    f"{scope}{end}": rule
    for scope, rule in (("section", "body"), ("table", "table"), ("part", "table"))
    for end in ("", WHOLE)
}
"""Which formulas may follow which scope."""

ADDITIONS = frozenset({
    "add", "add-several", "add-point", "add-row", "add-note", "add-part", "add-parts",
})  # fmt: skip
"""Formulas that add to the whole of something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One change as it is planned.

    Args:
        scope: the section or table inside which it happens; None for whole sections.
        action: what happens.
        lines: new wording in lines.
        blocks: new wording in blocks, where it holds headings or rows.
        old: the wording in force, for the comparison table.
        new: the proposed wording.
        part: key of the section, to take a larger unit there if the act cannot be proven.
        keys: addresses by meaning of what changes, to look up reasons.
    """

    scope: Node | None = None
    action: Node
    lines: tuple[str, ...] = ()
    blocks: tuple[view.Block, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    part: str = ""
    keys: tuple[str, ...] = ()


@immutable
class Change:
    """One change as it is read from the words of an act; ``content`` is its new wording."""

    scope: Node | None
    action: Node
    content: list[Section | Para | Table] = field(default_factory=list)


_PLACES = ("part", "row", "in-position", "column", "in-list", "list", "paragraph")
_ADDED = {
    "add-point": ("paragraph", "point"),
    "add-point-in-list": ("paragraph", "point"),
    "add-row": ("row", "numbered"),
}
"""What is added by its number, and what it is called then."""

_TABLES = ("table", "part", "table-wording")
"""Forms that concern the table of a section."""


def unit(operation: Operation, grammar: Grammar) -> str:
    """The name of what an operation changes, from the larger to the smaller; empty for the whole document."""
    places: list[Node] = []
    for node in (operation.scope, operation.action, operation.action.slots.get("body")):
        if isinstance(node, Node):
            places += _places(node)
    return ", ".join(grammar.write(one, "nominative").rstrip(",") for one in places)


def _places(node: Node) -> list[Node]:
    found: list[Node] = []
    if "section" in node.slots:
        section = node.node("section")
        found.append(Node("place", "table", {"section": section}) if node.form in _TABLES else section)
    for name in _PLACES:
        if name in node.slots and node.node(name).form != "none":
            place = node.node(name)
            found.append(place.node(name.removeprefix("in-")) if place.form == "some" else place)
    if node.form in _ADDED:
        rule, form = _ADDED[node.form]
        found.append(Node(rule, form, {"number": node.words("number")}))
    if "cells" in node.slots:
        found += [one.node("column") for one in node.nodes("cells")]
    return found


def row_words(rows: Sequence[Row]) -> tuple[str, ...]:
    """The words of rows, a line for each paragraph of a cell."""
    return tuple(line for row in rows for cell in row.cells for line in cell.lines)
