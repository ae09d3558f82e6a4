"""Another id for an entity, everywhere at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import StratkitError
from stratkit.load.form import NAMED_BY
from stratkit.lsp.desk import State
from stratkit.lsp.index import Key, Mention
from stratkit.lsp.slots import PROJECT, Part, file_kind
from stratkit.model.base import is_id
from stratkit.source.scalars import resolve_plain


class RenameError(StratkitError):
    """The id cannot be changed, or not to this."""


@dataclass(frozen=True)
class Renaming:
    """What has to be done.

    Args:
        edits: by file, which offsets hold what instead.
        moves: files and folders that are named by the id, with their new paths; to be moved after the edits.
    """

    edits: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    moves: tuple[tuple[str, str], ...] = ()


def check_renamable(state: State, mention: Mention) -> None:
    """Make sure that the id which *mention* holds may be changed.

    Raises:
        RenameError: it is retired and stays as it was, or nothing defines it.
    """
    if mention.part is Part.RETIRED:
        raise RenameError(say("'{id}' is retired", id=mention.key.id), say("a retired id stays as it was"))
    if not state.index.of(mention.key, Part.DEFINITION):
        kind = say(mention.key.kind)
        raise RenameError(
            say("there is no {kind} with the id '{id}'", kind=kind, id=mention.key.id),
            say("define it, or correct the id"),
        )


def rename(state: State, mention: Mention, new: str) -> Renaming:
    """How the entity that *mention* names gets the id *new*.

    Raises:
        RenameError: *new* is no id or is taken, or a file cannot be read now and may mention it.
    """
    check_renamable(state, mention)
    _check(state, mention.key, new)
    edits: dict[str, list[tuple[int, int, str]]] = {}
    for one in state.index.of(mention.key):
        reach = state.reach(one.origin.path, one.origin.pointer)
        if reach is None or one.part is Part.RETIRED:
            continue
        before = state.lines(one.origin.path).text[reach[0] : reach[1]]
        edits.setdefault(one.origin.path, []).append((*reach, written(new, before)))
    return Renaming(edits, tuple(_moves(state, mention.key, new)))


def _check(state: State, key: Key, new: str) -> None:
    if not is_id(new):
        raise RenameError(
            say("'{id}' is no id", id=new),
            say("an id has Latin letters in lower case, digits and single hyphens, e.g. digital-portfolio"),
        )
    # A reference that waits for this very id is welcome.
    taken = state.index.of(Key(key.kind, key.scope, new), Part.DEFINITION, Part.LISTING, Part.RETIRED)
    if taken:
        hint = say("it stands in {place}", place=str(state.locator.span(taken[0].origin)))
        raise RenameError(say("the id '{id}' is taken", id=new), hint)
    if state.unreadable:
        raise RenameError(
            say("'{path}' cannot be read now and may hold the id too", path=state.unreadable[0]), say("mend it first")
        )


def written(new: str, before: str) -> str:
    """*new* as YAML: in the quotes that the old id had, and in quotes where it would not be a text without."""
    quote = before[:1] if before[:1] in ("'", '"') else ""
    if not quote and resolve_plain(new) != (new, False):
        quote = "'"
    return f"{quote}{new}{quote}"


def _moves(state: State, key: Key, new: str) -> list[tuple[str, str]]:
    """Files named by the id, and folders of projects named by their industry."""
    moves: dict[str, str] = {}
    for one in state.index.of(key):
        path = one.origin.path
        kind = file_kind(None, path)
        if kind is None or len(one.origin.pointer) != 1:
            continue
        folder, _, name = path.rpartition("/")
        stem, dot, suffix = name.rpartition(".")
        if one.origin.pointer == (NAMED_BY.get(kind.name),) and stem == key.id:
            moves[path] = f"{folder}/{new}{dot}{suffix}"
        elif kind.name == PROJECT and one.origin.pointer == ("industry",) and folder.rpartition("/")[2] == key.id:
            moves[folder] = f"{folder.rpartition('/')[0]}/{new}"
    return sorted(moves.items())
