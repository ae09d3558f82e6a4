"""What stands in a file, for its outline."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.immutable import immutable
from stratkit.lsp.desk import State
from stratkit.lsp.entities import entity_of, short_title_of
from stratkit.lsp.index import Mention
from stratkit.lsp.slots import Part
from stratkit.source.parsed import Pointer

Reach = tuple[int, int]


@immutable
class Symbol:
    """A key at the top of a file, or an entity that stands under it.

    Args:
        name: the key, or the number and title of the entity.
        detail: the id.
        whole: offsets of all of it.
        head: offsets of what is shown when it is gone to.
        children: what stands under it.
        leaf: it is an entity and not a key.
    """

    name: str
    detail: str
    whole: Reach
    head: Reach
    children: tuple[Symbol, ...] = ()
    leaf: bool = False


def outline(state: State, path: str) -> Iterator[Symbol]:
    """The keys at the top of the file *path*, each with its entities."""
    found, lines = state.locator.positions(path), state.lines(path)
    own = [one for one in state.index.by_path.get(path, ()) if one.part in (Part.DEFINITION, Part.LISTING)]
    for pointer, key in found.keys.items():
        value = found.values.get(pointer)
        if len(pointer) != 1 or value is None:
            continue
        head = lines.span(key)
        inner = (one for one in own if len(one.origin.pointer) > 1 and one.origin.pointer[:1] == pointer)
        named = [one for one in own if one.origin.pointer == pointer]
        children = tuple(symbol for one in inner if (symbol := _symbol(state, path, one)) is not None)
        title = _title(state, named[0]) if named else ""
        yield Symbol(str(pointer[0]), title, (head[0], lines.span(value)[1]), head, children)


def _symbol(state: State, path: str, mention: Mention) -> Symbol | None:
    pointer: Pointer = mention.origin.pointer
    head, whole = state.reach(path, pointer), state.reach(path, pointer[:-1])
    if head is None or whole is None:
        return None
    return Symbol(
        _title(state, mention), mention.key.id, (min(whole[0], head[0]), max(whole[1], head[1])), head, (), True
    )


def _title(state: State, mention: Mention) -> str:
    entity = entity_of(state.steady, mention)
    if entity is None:
        return mention.key.id
    number = getattr(entity, "number", None)
    return f"{number}. {short_title_of(entity)}" if number else short_title_of(entity)
