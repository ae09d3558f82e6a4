"""The papers beside an act: the comparison table, and the explanatory note with the targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from stratkit.amend.grammar import Grammar
from stratkit.amend.marks import side_by_side
from stratkit.amend.operation import Operation, unit
from stratkit.amend.quotes import quote
from stratkit.amend.reasons import reasons_of
from stratkit.diff import Change, Direction
from stratkit.diff.titles import Titles
from stratkit.document.columns import number_text
from stratkit.document.templates import fill
from stratkit.document.typography import settle
from stratkit.document.view import Cell, DocumentView, Heading, Paragraphs, Part, Row, Table, Text
from stratkit.model.amendments import Amendments

_MEASURED = "indicator"
"""The kind of entity that has figures, and to which projects are linked."""

_WIDTHS = (5.0, 20.0, 29.0, 29.0, 17.0)
"""Shares of the columns of the comparison table, in per cent."""


def comparison_view(
    operations: Sequence[Operation], act: DocumentView, data: Amendments, changes: Sequence[Change]
) -> DocumentView:
    """The comparison table: for each change the unit, both wordings and the reason.

    Args:
        operations: the changes of the act.
        act: the act, for its title and its looks.
        data: the words.
        changes: what changed in the data, for the reasons.
    """
    words, grammar = data.comparison, Grammar(data)
    title = settle(fill(words.title, {"title": quote(act.title)}))
    rows: list[Row] = []
    for index, one in enumerate(operations, 1):
        name = unit(one, grammar)
        unit_name = name[:1].upper() + name[1:] if name else words.whole
        before, after = side_by_side(tuple(map(settle, one.old)), tuple(map(settle, one.new)))
        reasons = reasons_of(one, changes) or (words.no_reason,)
        cells = (
            (Text(str(index)),), (Text(settle(unit_name)),), before or (Text(words.absent),),
            after or (Text(words.absent),), tuple(Text(settle(each)) for each in reasons),
        )  # fmt: skip
        rows.append(Row(tuple(map(Cell, cells)), key=f"comparison/{index}"))
    heads = (Row(tuple(Cell((Text(settle(each)),)) for each in words.columns)),)
    table = Table("comparison", title, heads, tuple(rows), _WIDTHS)
    return _paper(act, "comparison", title, Part((_heading(title), table), landscape=True))


def note_view(
    operations: Sequence[Operation], act: DocumentView, data: Amendments, changes: Sequence[Change], names: Titles
) -> DocumentView:
    """The explanatory note: how much changes, and which targets are weakened and strengthened.

    Args:
        operations: the changes of the act.
        act: the act, for its title and its looks.
        data: the words.
        changes: what changed in the data, with directions of ambition and reasons.
        names: what the entities are called to which changes refer.
    """
    words = data.note
    title = settle(fill(words.title, {"title": quote(act.title)}))
    paragraphs = [Text(fill(words.introduction, {"count": str(len(operations))}))]
    lists = [
        (introduction, [one for one in changes if one.direction is direction])
        for introduction, direction in ((words.weakened, Direction.DOWN), (words.strengthened, Direction.UP))
    ]
    for introduction, found in lists:
        if found:
            paragraphs += [Text(introduction), *_targets(found, data, names)]
    if not any(found for _, found in lists):
        paragraphs.append(Text(words.unchanged))
    return _paper(act, "note", title, Part((_heading(title), Paragraphs(tuple(paragraphs)))))


def _targets(changes: Sequence[Change], data: Amendments, names: Titles) -> Iterator[Text]:
    words = data.note
    for index, one in enumerate(changes, 1):
        fields = {
            "title": quote(one.title), "field": one.field.rpartition(".")[2], "reason": one.reason or "",
            "old": _shown(one, one.old, words.absent, names), "new": _shown(one, one.new, words.absent, names),
        }  # fmt: skip
        text = fill(words.kinds.get(one.kind.code, words.other), fields)
        reason = f" {fill(words.reason, fields)}" if one.reason else ""
        yield Text(settle(text + reason + (words.last if index == len(changes) else words.end)), marker=words.marker)


def _shown(change: Change, value: Any, absent: str, names: Titles) -> str:
    """A value of a file as a person reads it: figures, wordings in quotes, titles instead of ids."""
    if value is None:
        return absent
    if isinstance(value, int | float):
        return number_text(value) if change.entity == _MEASURED else str(value)
    if isinstance(value, dict):
        return quote(str(value.get("text", absent)))
    return quote(names.title(_MEASURED, str(value)) or str(value))


def _heading(title: str) -> Heading:
    return Heading(title, "", 1, "title", in_contents=False)


def _paper(act: DocumentView, name: str, title: str, *parts: Part) -> DocumentView:
    return replace(act, id=f"{act.id}-{name}", title=title, stamp=(), parts=parts)
