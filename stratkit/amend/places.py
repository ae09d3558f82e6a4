"""Addresses: what an act calls a part of the document, and the part that it calls so.

``name_…`` gives an address and raises :class:`Larger` if there is none that holds for this part
alone; ``find_…`` gives the part and raises :class:`Unproven` unless there is exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from stratkit.amend.grammar import Node
from stratkit.amend.ordinals import LAST
from stratkit.amend.plain import Block, Cell, Group, Para, Row, Section, Table
from stratkit.amend.problems import Ambiguous, Larger, Missing, Unproven
from stratkit.amend.quotes import balanced

_T = TypeVar("_T")
_LEAST_WORDS = 3
"""With how many words at least a paragraph is called that begins with them."""

_LONGEST_TITLE = 300
"""A position of a row whose name is longer is called by its ordinal number."""


def only(found: Iterable[_T], place: str) -> _T:
    """The only one of *found*.

    Raises:
        Missing: there is none.
        Ambiguous: there are several.
    """
    some = list(found)
    if len(some) > 1:
        raise Ambiguous(place)
    if not some:
        raise Missing(place)
    return some[0]


def _sure(node: Node, part: object, find: Callable[[Node], object]) -> Node:
    """*node*, if it really calls *part* and nothing else."""
    try:
        if find(node) is part:
            return node
    except Unproven:
        pass  # then this address does not do, and the caller tries the next one
    raise Larger


def _first(nodes: Iterable[Node], part: object, find: Callable[[Node], object]) -> Node:
    for node in nodes:
        try:
            return _sure(node, part, find)
        except Larger:
            continue
    raise Larger


# ---- sections ----


def name_section(root: Section, section: Section) -> Node:
    """What *section* is called."""
    form = "section" if section.level == 1 else "subsection"
    if section.number:
        node = Node("section", form, {"number": section.number})
    elif not balanced(section.label):
        raise Larger
    elif section.level == 1:
        node = Node("section", "named-section", {"title": section.label})
    else:
        node = Node(
            "section",
            "named-subsection",
            {"title": section.label, "section": name_section(root, _parent(root, section))},
        )
    return _sure(node, section, lambda one: find_section(root, one))


def find_section(root: Section, node: Node) -> Section:
    """The section that *node* calls."""
    if node.form == "named-subsection":
        candidates: Iterable[Section] = find_section(root, node.node("section")).children
    else:
        candidates = (one for child in root.children for one in child.walk())
    top = node.form in ("section", "named-section")
    if "number" in node.slots:
        number = node.words("number")
        return only((one for one in candidates if one.number == number and (one.level == 1) is top), number)
    title = node.words("title")
    return only((one for one in candidates if not one.number and one.label == title and (one.level == 1) is top), title)


def _parent(root: Section, section: Section) -> Section:
    for one in root.walk():
        if section in one.children:
            if one is root:
                raise Larger
            return one
    raise Larger


# ---- paragraphs ----


def runs(paras: Sequence[Para]) -> list[list[Para]]:
    """The numbered lists among *paras*."""
    found: list[list[Para]] = []
    previous = ""
    for para in paras:
        if para.number and previous:
            found[-1].append(para)
        elif para.number:
            found.append([para])
        previous = para.number
    return found


def name_list(paras: Sequence[Para], run: Sequence[Para]) -> Node:
    """Which list is meant, where there are several: the one after certain words."""
    if len(runs(paras)) == 1:
        return Node("in-list", "none")
    index = _index(paras, run[0])
    words = _lead(paras[index - 1]) if index else ""
    if not words or not balanced(words):
        raise Larger
    node = Node("in-list", "some", {"list": Node("list", "list", {"words": words})})
    return _sure(node, run[0], lambda one: find_list(paras, one)[0])


def find_list(paras: Sequence[Para], node: Node) -> list[Para]:
    """The numbered list that *node* means."""
    if node.form == "none":
        return only(runs(paras), "1")
    words = node.node("list").words("words")
    index = _index(paras, only((one for one in paras if _lead(one) == words), words))
    return only((run for run in runs(paras) if index + 1 < len(paras) and run[0] is paras[index + 1]), words)


def _lead(para: Para) -> str:
    """The words before a list; the colon that opens it is no part of what an act quotes."""
    return para.line.removesuffix(":")


def name_paragraph(paras: Sequence[Para], para: Para) -> tuple[Node, Node]:
    """In which list the paragraph stands, and what it is called there."""
    if para.number:
        run = next(one for one in runs(paras) if para in one)
        try:
            where = name_list(paras, run)
            node = Node("paragraph", "point", {"number": para.number})
            return where, _sure(node, para, lambda one: find_paragraph(paras, where, one))
        except Larger:
            pass  # two points have one number: then its first words may tell them apart
    where = Node("in-list", "none")
    return where, _first(_paragraph_names(paras, para), para, lambda one: find_paragraph(paras, where, one))


def _paragraph_names(paras: Sequence[Para], para: Para) -> Iterable[Node]:
    index = _index(paras, para)
    if index < LAST and not any(one.number for one in paras[: index + 1]):
        yield Node("paragraph", "ordinal", {"ordinal": str(index + 1)})
    parts = para.line.split(" ")
    for count in range(min(_LEAST_WORDS, len(parts)), len(parts) + 1):
        start = " ".join(parts[:count])
        if balanced(start) and start[-1] not in ",;–":
            yield Node("paragraph", "beginning", {"words": start})


def find_paragraph(paras: Sequence[Para], where: Node, node: Node) -> Para:
    """The paragraph that *node* calls."""
    if node.form == "point":
        number = node.words("number")
        return only((one for one in find_list(paras, where) if one.number == number), number)
    if where.form != "none":
        raise Missing(node.form)
    if node.form == "ordinal":
        index = int(node.words("ordinal")) - 1
        before = paras[: index + 1]
        # Whether points count as paragraphs is disputed: only what stands before them is counted.
        return only((one for one in before[index:] if not any(each.number for each in before)), node.words("ordinal"))
    start = node.words("words")
    return only(
        (one for one in paras if one.line == start or one.line.startswith(f"{start} ") or _stops(one.line, start)),
        start,
    )


def _stops(line: str, start: str) -> bool:
    """Whether *line* begins with *start* and the word ends there."""
    return line.startswith(start) and not line[len(start)].isalnum() if len(line) > len(start) else False


def _index(paras: Sequence[Para], para: Para) -> int:
    return next(index for index, one in enumerate(paras) if one is para)


# ---- tables ----


def own_table(section: Section) -> Table:
    """The only table of the section's own text."""
    return only(section.tables, section.label)


def name_part(table: Table, group: Group) -> Node:
    """What the rows under a row across are called."""
    if group.head is None or not balanced(group.title):
        raise Larger
    return _sure(Node("part", "part", {"title": group.title}), group, lambda one: find_part(table, one))


def find_part(table: Table, node: Node) -> Group:
    """The rows under the row across that *node* calls."""
    title = node.words("title")
    return only((one for one in table.groups if one.head is not None and one.title == title), title)


def is_number(label: str) -> bool:
    """Whether a row is called by a number."""
    return bool(label) and all(part.isdigit() for part in label.split("."))


def name_row(group: Group, block: Block) -> Node:
    """What a row is called: by its number, or by the name in its first column."""
    if not block.label or not balanced(block.label):
        raise Larger
    form = ("numbered", "number") if is_number(block.label) else ("named", "title")
    node = Node("row", form[0], {form[1]: block.label})
    return _sure(node, block, lambda one: find_row(group, one))


def find_row(group: Group, node: Node) -> Block:
    """The row that *node* calls."""
    label = node.words("number" if node.form == "numbered" else "title")
    return only((one for one in group.blocks if one.label == label), label)


def name_position(block: Block, row: Row) -> Node:
    """What a position of a row is called; nothing if the row has no more than one."""
    if len(block.rows) == 1:
        return Node("in-position", "none")
    index = block.rows.index(row)
    title = _position_title(block, row)
    names = [Node("position", "named", {"title": title})] if title else []
    names += [Node("position", "ordinal", {"ordinal": str(index + 1)})] if index < LAST else []
    wrapped = (Node("in-position", "some", {"position": one}) for one in names)
    return _first(wrapped, row, lambda one: find_position(block, one))


def find_position(block: Block, node: Node) -> Row:
    """The position that *node* calls."""
    if node.form == "none":
        return only(block.rows, block.label)
    position = node.node("position")
    if position.form == "ordinal":
        index = int(position.words("ordinal")) - 1
        return only(block.rows[index : index + 1], position.words("ordinal"))
    title = position.words("title")
    return only((row for row in block.rows if _position_title(block, row) == title), title)


def spanning(block: Block, cell: Cell) -> bool:
    """Whether a cell belongs to the whole row and not to one of its positions."""
    return len(block.rows) > 1 and cell.rowspan == len(block.rows)


def _position_title(block: Block, row: Row) -> str:
    """The first cell of the position itself, if it is one line that may be quoted."""
    own = [cell for cell in row.cells if not spanning(block, cell)]
    lines = own[0].lines if own else ()
    short = len(lines) == 1 and len(lines[0]) <= _LONGEST_TITLE and balanced(lines[0])
    return lines[0] if short else ""


def columns_of(rows: Sequence[Row], width: int) -> list[list[tuple[int, Cell]]]:
    """For each row of a grid, the cells that begin there with their columns, from 0."""
    reaching = [0] * width
    placed: list[list[tuple[int, Cell]]] = []
    for row in rows:
        cells: list[tuple[int, Cell]] = []
        column = 0
        for cell in row.cells:
            while column < width and reaching[column]:
                column += 1
            cells.append((column, cell))
            for one in range(column, min(column + cell.colspan, width)):
                reaching[one] = cell.rowspan
            column += cell.colspan
        reaching = [max(left - 1, 0) for left in reaching]
        placed.append(cells)
    return placed


def table_width(rows: Sequence[Row]) -> int:
    """How many columns a grid has."""
    return sum(cell.colspan for cell in rows[0].cells) if rows else 0


def titles(table: Table) -> list[str]:
    """The titles of the columns, the lowest heads; empty where the columns go by numbers."""
    width = table_width(table.heads)
    found = [""] * width
    for cells in columns_of(table.heads, width):
        for column, cell in cells:
            found[column : column + cell.colspan] = [" ".join(cell.lines)] * cell.colspan
    numbered = found == [str(index) for index in range(1, width + 1)]
    return [] if numbered else found


def name_column(table: Table, column: int) -> Node:
    """What a column is called: by its title, or by its number where titles do not tell."""
    names = titles(table)
    if column < len(names) and names[column] and balanced(names[column]) and names.count(names[column]) == 1:
        return Node("column", "named", {"title": names[column]})
    return Node("column", "numbered", {"number": str(column + 1)})


def find_column(table: Table, node: Node) -> int:
    """The column that *node* calls, from 0."""
    if node.form == "numbered":
        return int(node.words("number")) - 1
    title = node.words("title")
    return only((index for index, one in enumerate(titles(table)) if one == title), title)


def find_cell(table: Table, block: Block, position: Node, column: int) -> Cell:
    """The cell of a row, or of one of its positions, in a column."""
    width = table_width(table.heads) or table_width(table.rows)
    row = find_position(block, position) if position.form == "some" else None
    found = [
        cell
        for one, cells in zip(block.rows, columns_of(block.rows, width), strict=True)
        for at, cell in cells
        if at == column
        and (
            (row is None and (len(block.rows) == 1 or spanning(block, cell)))
            or (row is one and not spanning(block, cell))
        )
    ]
    return only(found, block.label)
