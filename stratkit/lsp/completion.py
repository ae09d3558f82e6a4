"""Completion: ids with their titles, where an id is expected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Message, say
from stratkit.immutable import immutable
from stratkit.lsp.desk import State
from stratkit.lsp.entities import choices, facts, short_title_of, title_of
from stratkit.lsp.index import scope_of
from stratkit.lsp.slots import BESIDE, Part, Pointer, Slot, file_kind, slot_at
from stratkit.source.reader import parse, positions

_SIGN = re.compile(r"[\w-]")
_MARKER = "x"
"""Stands for the id that is being typed, so that the text up to there can be read."""

# What may stand at the place instead of the id itself, and what then has to be written.
_SHAPES: tuple[tuple[Pointer, str], ...] = (((), "{id}"), ((0,), "[{id}]"), (("id",), "id: {id}"))


@immutable
class Offer:
    """One proposal.

    Args:
        id: the id.
        title: its title.
        short: its short title.
        text: what is written in place of the word.
        facts: what else is known.
        kind: kind of entity, as messages call it.
    """

    id: str
    title: str
    short: str
    text: str
    facts: tuple[Message, ...]
    kind: Message


@immutable
class Offers:
    """All proposals, in the order of the document or the catalogue.

    Args:
        start: offset at which the word that they replace starts.
        end: offset at which it ends.
        items: the proposals.
    """

    start: int
    end: int
    items: tuple[Offer, ...] = ()


def complete(state: State, path: str, offset: int) -> Offers:
    """What may stand at *offset* of the file *path*."""
    text = state.lines(path).text
    start = end = min(offset, len(text))
    while start and _SIGN.match(text, start - 1):
        start -= 1
    while _SIGN.match(text, end):
        end += 1
    if start < end and not text[start:end].strip("-"):
        return Offers(start, end)  # the sign of a list, behind which a blank is still to come
    found = _place(text, start, path)
    return Offers(start, end, tuple(_offers(state, path, *found)) if found is not None else ())


def _place(text: str, start: int, path: str) -> tuple[Slot, str, object] | None:
    """The slot at which a word that starts at *start* stands, what to write there, and the industry of the file."""
    before = text[:start].rstrip("'\"") if text[:start].endswith(("'", '"')) else text[:start]
    data = (before + _MARKER).encode("utf-8", "replace")
    places = positions(data, path).values
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    pointer = next((one for one, span in places.items() if (span.line, span.column) == (line, column)), None)
    # The text ends at the word: lists may still be open there. What stands above is whole.
    above = parse(_whole_lines(before).encode("utf-8", "replace"), path).value
    kind = file_kind(above, path)
    if pointer is None or kind is None:
        return None
    for more, shape in _SHAPES:
        slot = slot_at(kind, (*pointer, *more))
        if slot is not None and slot.target != BESIDE and slot.part in (Part.REFERENCE, Part.LISTING):
            return slot, shape, above.get("industry") if isinstance(above, dict) else None
    return None


def _whole_lines(text: str) -> str:
    """The part of *text* before the last key at its left edge: whole keys with their values."""
    tops = [found.start() for found in re.finditer(r"(?m)^[^\s#-]", text)]
    return text[: tops[-1]] if tops else ""


def _offers(state: State, path: str, slot: Slot, shape: str, industry: object) -> Iterator[Offer]:
    scope = scope_of(slot.target, path, industry)
    for name, entity in choices(state.steady, slot.target, slot.part, path, scope).items():
        yield Offer(
            name,
            title_of(entity),
            short_title_of(entity),
            shape.format(id=name),
            tuple(facts(entity)),
            say(slot.target),
        )
