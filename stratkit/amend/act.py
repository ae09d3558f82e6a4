"""The changes as an act: its head, its preamble, its numbered changes, in the words of the formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from stratkit.amend.grammar import Grammar
from stratkit.amend.operation import ADDITIONS, WHOLE, Operation
from stratkit.amend.quotes import CLOSE, OPEN, balanced, quote
from stratkit.document.fields import strategy_fields
from stratkit.document.templates import fill
from stratkit.document.typography import settle
from stratkit.document.view import Block, DocumentView, Heading, Paragraphs, Part, Table, Text
from stratkit.model.amendments import Amendments
from stratkit.model.catalog import ActKind
from stratkit.model.linked import Strategy
from stratkit.model.profile import FullProfile

BETWEEN, LAST, BEFORE = ";", ".", ":"
"""What closes a change that another one follows, the last one, and the words before new wording."""

_BEFORE_TABLE = 2
"""How many paragraphs must not be parted from what is quoted: the words of the change and the opening quote."""

CLOSINGS = (CLOSE + BETWEEN, CLOSE + LAST)
"""How new wording ends."""


def act_fields(strategy: Strategy, profile: FullProfile, data: Amendments) -> dict[str, str]:
    """What the sentences around the changes may name."""
    kind, way = strategy.kind, strategy.frame.approval.kind
    fields = strategy_fields(strategy, profile)
    fields["act.accusative"] = strategy.approval_act.kind.accusative if strategy.approval_act.kind else ""
    fields["document.accusative"] = _inflected(strategy.title, kind)
    fields["participle"] = data.act.participles[way].get(kind.gender if kind else "feminine", "")
    return fields


def _inflected(title: str, kind: ActKind | None) -> str:
    """The title in the accusative case, if it begins with the kind of document."""
    if kind is None or not title.casefold().startswith(kind.title.casefold()):
        return title
    return kind.accusative[:1].upper() + kind.accusative[1:] + title[len(kind.title) :]


def act_view(
    operations: Sequence[Operation], old: Strategy, profile: FullProfile, new: DocumentView, data: Amendments
) -> DocumentView:
    """The act as a document that every format draws.

    Args:
        operations: the changes.
        old: the strategy in force, to cite it and the act that approved it.
        profile: its profile.
        new: the new edition, for the looks and for an annex.
        data: the formulas.
    """
    fields = act_fields(old, profile, data)
    way = old.frame.approval.kind
    title, preamble = data.act.titles[way], data.act.preambles[way]
    single = len(operations) == 1
    heading = settle(fill(title.one if single else title.many, fields))
    kind = f"{fields['act.nominative'].upper()} {fields['act.issuer']}"
    first: list[Block] = [
        Paragraphs((Text(data.act.draft),)),
        Heading(kind.strip(), "", 1, "act/kind", in_contents=False),
        Paragraphs((Text(data.act.date),)),
        Heading(heading, "", 1, "act/title", in_contents=False),
        Paragraphs((Text(settle(fill(preamble.one if single else preamble.many, fields))),)),
        *_together(change_blocks(operations, Grammar(data))),
        *([Paragraphs((Text(settle(data.act.signature)),))] if data.act.signature is not None else []),
    ]
    parts = [Part(tuple(_addressed(first)))]
    if operations[0].action.form == "whole":
        parts += _annex(new, data)
    layout = replace(new.layout, table_size=min(new.layout.table_size, data.act.table_size))
    return replace(
        new, id=f"{new.id}-act", title=heading, stamp=(), title_page=(), notice="", parts=tuple(parts), layout=layout
    )


def _annex(new: DocumentView, data: Amendments) -> Iterator[Part]:
    """The whole new edition."""
    title = (Text(data.act.annex), Text(new.title))
    yield Part((Paragraphs(title),), new_page=True)
    for part in new.parts:
        blocks = tuple(replace(one, in_contents=False) if isinstance(one, Heading) else one for one in part.blocks)
        yield replace(part, blocks=blocks)


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs that follow each other as one block; the words before a table stay on its page."""
    items: list[Text] = []
    for block in blocks:
        if isinstance(block, Paragraphs):
            items += block.items
            continue
        if items[:-_BEFORE_TABLE]:
            yield Paragraphs(tuple(items[:-_BEFORE_TABLE]))
        if items:
            yield Paragraphs(tuple(items[-_BEFORE_TABLE:]), leads=True)
        items = []
        yield block
    if items:
        yield Paragraphs(tuple(items))


def _addressed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with addresses of their own, for what is quoted may stand in several places.

    A quoted table has no name: it would be words that the act does not say.
    """
    for index, one in enumerate(blocks, 1):
        if isinstance(one, Heading):
            yield replace(one, key=f"act/{index}", in_contents=False)
        elif isinstance(one, Table):
            rows = tuple(replace(row, key=f"act/{index}/{number}") for number, row in enumerate(one.rows, 1))
            yield replace(one, key=f"act/{index}", caption="", rows=rows)
        else:
            yield replace(one, key="", items=tuple(replace(item, key="") for item in one.items))


def change_blocks(operations: Sequence[Operation], grammar: Grammar) -> Iterator[Block]:
    """The numbered changes; those inside one section or table stand under one number."""
    numbers = grammar.data.numbers
    for number, group in enumerate(_groups(operations), 1):
        marker = numbers.change.format(n=number)
        if len(group) == 1:
            yield from _change(marker, _capital(_alone(group[0], grammar)), group[0], LAST)
            continue
        scope = grammar.write(group[0].scope) if group[0].scope else ""
        yield Paragraphs((Text(settle(_capital(scope.removesuffix(",")) + BEFORE), marker),))
        for index, one in enumerate(group, 1):
            end = LAST if index == len(group) else BETWEEN
            yield from _change(numbers.item.format(n=index), grammar.write(one.action), one, end)


def _alone(one: Operation, grammar: Grammar) -> str:
    """The words of a change that stands alone: where it happens, and what."""
    if one.scope is None:
        return grammar.write(one.action)
    added = one.action.form in ADDITIONS
    scope = replace(one.scope, form=one.scope.form + WHOLE) if added else one.scope
    return f"{grammar.write(scope)} {grammar.write(one.action)}"


def _groups(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    for scope, group in groupby(operations, key=lambda one: one.scope):
        if scope is None:
            yield from ([one] for one in group)
        else:
            yield list(group)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _change(marker: str, text: str, one: Operation, end: str) -> Iterator[Block]:
    """A change and its new wording, in quotes: lines inside them, anything larger between them."""
    if not one.lines and not one.blocks:
        yield Paragraphs((Text(settle(text + end), marker),))
        return
    yield Paragraphs((Text(settle(text + BEFORE), marker),))
    if one.blocks or not _fits_inside(one.lines):
        yield Paragraphs((Text(OPEN),))
        yield from one.blocks or (Paragraphs(tuple(map(Text, one.lines))),)
        yield Paragraphs((Text(CLOSE + end),))
    else:
        yield Paragraphs(tuple(Text(settle(line)) for line in (quote("\n".join(one.lines)) + end).split("\n")))


def _fits_inside(lines: Sequence[str]) -> bool:
    """Whether a reader sees where lines in quotes end: the quotes in them are balanced, and no line but the last seems to be it."""
    return balanced("\n".join(lines)) and not any(line.endswith(CLOSINGS) for line in lines[:-1])
