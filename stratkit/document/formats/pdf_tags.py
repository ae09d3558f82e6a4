"""Tags of a PDF that Typst cannot set yet: the first cell of a row that names what stands beside it.

Typst writes the tags as plain objects, each in one piece. A cell of data becomes a head of its row by
two replacements of the same length, so that no offset in the file moves. The column over it needs no mention
then: its head says that it holds for the column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ELEMENT = re.compile(rb"(?m)^(\d+) 0 obj\s*<</Type/StructElem/S/(Table|TBody|TR|TD)/P (\d+) 0 R")
_DATA, _HEAD = b"/S/TD", b"/S/TH"
_HEADS = re.compile(rb"/Headers\[[^\]]*\]")
_OF_ROW = b"/Scope/Row"


def with_row_heads(data: bytes, tables: Sequence[bool]) -> bytes:
    """*data* with the first cell of each row tagged as the head of the row.

    Args:
        data: a PDF that Typst made.
        tables: for each table in order whether its rows have heads.
    """
    if not any(tables):
        return data
    found = [(int(one[1]), one[2], int(one[3]), one.start()) for one in _ELEMENT.finditer(data)]
    numbers = [number for number, kind, _, _ in found if kind == b"Table"]
    wanted = {number for number, heads in zip(numbers, tables, strict=True) if heads}
    parents = {number: parent for number, _, parent, _ in found}
    made = bytearray(data)
    done: set[int] = set()
    for _, kind, row, start in found:
        table = parents.get(row, 0)
        if kind == b"TD" and row not in done and (table in wanted or parents.get(table) in wanted):
            done.add(row)
            end = data.index(b"endobj", start)
            head = data[start:end].replace(_DATA, _HEAD, 1)
            made[start:end] = _HEADS.sub(lambda heads: _OF_ROW.ljust(len(heads[0])), head, count=1)
    return bytes(made)
