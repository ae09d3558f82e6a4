"""Parts of the official document: a section, an industry, the card; drawn by the same writers.

A part keeps the numbers, the tables and the notes of the whole document. It has neither stamp nor
title page, for it is no act; the notice on the source stands at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.suggest import closest
from stratkit.document.view import Block, DocumentView, Heading, Paragraphs, Part, Table, Text
from stratkit.model.linked import Strategy

_CARD = "card"
_SHOWN = 20
"""How many names a hint lists."""


def section_part(view: DocumentView, name: str) -> DocumentView:
    """The section *name*: its id in the profile, or its number as printed.

    Raises:
        ConfigError: the document has no such section, or several bear this number.
    """
    headings = [block for block in view.blocks if isinstance(block, Heading)]
    found = [one for one in headings if name in (one.key, one.key.partition("/")[0])]
    if not found:
        found = [one for one in headings if name.strip().rstrip(".") in _numbers(one)]
        if len(found) > 1:
            raise ConfigError(
                say("several sections have the number '{number}'", number=name),
                say("name the one that you mean: {names}", names=", ".join(one.key for one in found)),
            )
    if not found:
        known = (one.key.partition("/")[0] for one in headings)
        raise ConfigError(say("the document has no section '{name}'", name=name), near(name, known))
    wanted = {id(one) for one in found}
    return _part(view, name, found[0].text, _below(view, wanted))


def card_part(view: DocumentView) -> DocumentView:
    """The card of the strategy with its heading.

    Raises:
        ConfigError: the document has no card.
    """
    above: Heading | None = None
    for block in view.blocks:
        if isinstance(block, Heading):
            above = block
        elif isinstance(block, Table) and block.key == _CARD:
            wanted = {id(above)} if above is not None else {id(block)}
            return _part(view, _CARD, above.text if above is not None else block.caption, _below(view, wanted))
    raise ConfigError(
        say("the document has no card"), say("its profile shows none: compare with catalog/profiles/federal.yaml")
    )


def industry_part(view: DocumentView, strategy: Strategy, name: str) -> DocumentView:
    """Everything that the document says of the industry *name*, under the headings where it stands.

    Raises:
        ConfigError: the strategy has no such industry.
    """
    if name not in strategy.industry:
        raise ConfigError(say("the strategy has no industry '{id}'", id=name), near(name, strategy.industry))
    groups = {f"/{one.id}" for one in strategy.industries}
    parts = (replace(part, blocks=tuple(_of_industry(part.blocks, f"/{name}", groups))) for part in view.parts)
    return _part(view, name, strategy.industry[name].title, (part for part in parts if part.blocks))


def page_of_its_own(view: DocumentView, name: str, title: str, blocks: Iterable[Block]) -> DocumentView:
    """*blocks* on upright pages, with the looks and the properties of *view*."""
    return _part(view, name, title, [Part(tuple(blocks))])


def _part(view: DocumentView, name: str, title: str, parts: Iterable[Part]) -> DocumentView:
    kept = list(parts)
    if kept and view.notice:
        last = kept[-1]
        kept[-1] = replace(last, blocks=(*last.blocks, Paragraphs((Text(view.notice),), "notice", apart=True)))
    safe = name.strip().rstrip(".").replace("/", "-").replace(" ", "-")
    return replace(
        view, id=f"{view.id}-{safe}", title=f"{title}. {view.title}", stamp=(), title_page=(), notice="",
        contents_depth=0, parts=tuple(kept),
    )  # fmt: skip


def _numbers(heading: Heading) -> set[str]:
    """The ways to write the number of a heading: as printed, and without the word before it."""
    number = heading.number.rstrip(".")
    return {number, number.rpartition(" ")[2]} if number else set()


def _below(view: DocumentView, wanted: set[int]) -> Iterator[Part]:
    """The blocks *wanted*, by identity, each with everything under it."""
    for part in view.parts:
        kept: list[Block] = []
        level: int | None = None
        for block in part.blocks:
            if isinstance(block, Heading) and level is not None and block.level <= level:
                level = None
            if id(block) in wanted and level is None:
                level = block.level if isinstance(block, Heading) else None
                kept.append(block)
            elif level is not None:
                kept.append(block)
        if kept:
            yield replace(part, blocks=tuple(kept))


def _of_industry(blocks: Iterable[Block], own: str, groups: set[str]) -> Iterator[Block]:
    """The blocks of one industry; headings above them come with the first of them."""
    above: list[Heading] = []
    shown = 0
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1].level >= block.level:
                above.pop()
            above.append(block)
            shown = min(shown, len(above) - 1)
            kept: Block | None = None
        elif any(one.key.endswith(own) for one in above):
            kept = block
        else:
            kept = _rows_of(block, own, groups) if isinstance(block, Table) else None
        if kept is not None or (above and above[-1].key.endswith(own)):
            yield from above[shown:]
            shown = len(above)
        if kept is not None:
            yield kept


def _rows_of(table: Table, own: str, groups: set[str]) -> Table | None:
    """The rows of one industry with the notes that they need; None if there are none."""
    rows, inside = [], False
    for row in table.rows:
        if row.group and any(row.key.endswith(group) for group in groups):
            inside = row.key.endswith(own)
        if inside:
            rows.append(row)
    if not rows:
        return None
    needed = {cell.note for row in rows for cell in row.cells}
    return replace(table, rows=tuple(rows), notes=tuple(one for one in table.notes if one.number in needed))


def near(name: str, known: Iterable[str]) -> Message:
    """What to name instead of *name*: the nearest, or the first of those there are."""
    names = list(dict.fromkeys(known))
    found = closest(name, names)
    if found:
        return say("did you mean '{name}'?", name=found)
    shown = [*names[:_SHOWN], "…"] if len(names) > _SHOWN else names
    return say("there are: {names}", names=", ".join(shown) or "–")
