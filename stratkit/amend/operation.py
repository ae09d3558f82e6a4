"""One change of an act: where, what, and the words that it brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from stratkit.amend.grammar import Grammar, Node
from stratkit.amend.plain import Para, Row, Section, Table
from stratkit.document import view

Content = Sequence[str] | Sequence[view.Block]
"""New wording: lines of text, or blocks with headings and tables."""

ACTIONS = {"section": "body", "table": "table", "part": "table"}
"""Which formulas may follow which scope."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it is read from the words of an act; ``content`` is its new wording."""

    scope: Node | None
    action: Node
    content: list[Section | Para | Table] = field(default_factory=list)


_PLACES = ("part", "row", "in-position", "column", "in-list", "paragraph")


def unit(operation: Operation, grammar: Grammar) -> str:
    """The name of what an operation changes, from the larger to the smaller."""
    places: list[Node] = []
    for node in (operation.scope, operation.action, operation.action.slots.get("body")):
        if isinstance(node, Node):
            places += _places(node)
    names = [grammar.write(one, "nominative").rstrip(",") for one in places]
    return ", ".join(names)


def _places(node: Node) -> list[Node]:
    found: list[Node] = []
    for name in ("section", *_PLACES):
        value = node.slots.get(name)
        if not isinstance(value, Node) or value.form == "none":
            continue
        inner = next((one for one in value.slots.values() if isinstance(one, Node)), None)
        found.append(inner if value.form == "some" and inner is not None else value)
    if "cells" in node.slots:
        found += [one.node("column") for one in node.nodes("cells")]
    return found


def row_words(rows: Sequence[Row]) -> tuple[str, ...]:
    """The words of rows, a line for each cell."""
    return tuple(line for row in rows for cell in row.cells for line in cell.lines)
