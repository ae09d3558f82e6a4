"""What an editor asks, answered: for every workspace of which it shows a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import StratkitError
from stratkit.diagnostics.message import Translate
from stratkit.lint.documentation import as_markdown
from stratkit.lint.selection import BY_CODE
from stratkit.load.formatting import format_file
from stratkit.lsp.completion import complete
from stratkit.lsp.convert import SOURCE, Converter
from stratkit.lsp.desk import Desk, State
from stratkit.lsp.entities import card, entity_of
from stratkit.lsp.fixes import fixes_at, mended, noted, proposal, waivers_at, with_word, words_at
from stratkit.lsp.index import Mention
from stratkit.lsp.lines import Units
from stratkit.lsp.navigation import outline
from stratkit.lsp.rename import check_renamable, rename
from stratkit.lsp.slots import Part
from stratkit.source.home import SETTINGS, home_of

_SUFFIXES = (".yaml", ".yml")


@dataclass
class Room:
    """A workspace, and what the editor was told of it."""

    desk: Desk
    convert: Converter
    told: dict[str, list[types.Diagnostic]] = field(default_factory=dict)


@dataclass(frozen=True)
class Spot:
    """A file of a workspace, at one moment."""

    room: Room
    path: str

    @property
    def state(self) -> State:
        """What the workspace is now."""
        return self.room.desk.state

    def offset(self, position: types.Position) -> int:
        """The offset of *position*."""
        return self.state.lines(self.path).inner(position.line, position.character)

    def mention(self, position: types.Position) -> Mention | None:
        """The id at *position*."""
        return self.state.mention_at(self.path, self.offset(position))


class Service:
    """Answers for all workspaces.

    Args:
        translate: gives the language of the person.
        today: tells the day.
        units: measures text in the encoding of the editor.
    """

    def __init__(self, translate: Translate, today: Callable[[], date | None], units: Units = len) -> None:
        self.translate = translate
        self.today = today
        self.units = units
        self.rooms: dict[Path, Room] = {}

    def enter(self, folder: Path, *, above: bool = True) -> Room | None:
        """The workspace at *folder* or around it; None if there is none."""
        home = home_of(folder, above=above)
        if home is None:
            return None
        real = home.resolve()
        if real not in self.rooms:
            self.rooms[real] = Room(Desk(home, self.units, self.today), Converter(home.absolute(), {}, self.translate))
        return self.rooms[real]

    def spot(self, address: str) -> Spot | None:
        """The file that the editor calls *address*; None if it is in no workspace."""
        try:
            name = to_fs_path(address)
            if name is None or not name.endswith(_SUFFIXES):
                return None
            place = Path(name)
            room = self.enter(place.parent)
            real = place.parent.resolve() / place.name
        except (ValueError, OSError):
            return None  # no file here can be called that
        root = room.desk.root.resolve() if room is not None else None
        if room is None or root is None or not real.is_relative_to(root):
            return None
        inside = real.relative_to(root)
        return None if any(part.startswith(".") for part in inside.parts) else Spot(room, inside.as_posix())

    def put(self, address: str, text: str, version: int | None) -> Room | None:
        """The editor holds *text* for a file; gives its workspace."""
        spot = self.spot(address)
        if spot is None:
            return None
        spot.room.convert.opened[spot.path] = (address, version)
        spot.room.desk.put(spot.path, text)
        return spot.room

    def drop(self, address: str) -> Room | None:
        """The editor has closed a file; gives its workspace."""
        spot = self.spot(address)
        if spot is None:
            return None
        spot.room.convert.opened.pop(spot.path, None)
        spot.room.desk.drop(spot.path)
        return spot.room

    def news(self, room: Room) -> Iterator[types.PublishDiagnosticsParams]:
        """What the editor has not been told yet: files whose findings changed."""
        try:
            found = room.convert.diagnostics(room.desk.state)
        except StratkitError as error:
            found = {SETTINGS: [self._trouble(error)]}
        for path in sorted({*found, *room.told}):
            now = found.get(path, [])
            if now != room.told.get(path, []):
                version = room.convert.opened.get(path, ("", None))[1]
                yield types.PublishDiagnosticsParams(room.convert.address(path), now, version)
        room.told = found

    def _trouble(self, error: StratkitError) -> types.Diagnostic:
        start = types.Position(0, 0)
        return types.Diagnostic(
            types.Range(start, start), self.explain(error), types.DiagnosticSeverity.Error, source=SOURCE
        )

    def explain(self, error: StratkitError) -> str:
        """Why something cannot be done, and the way out."""
        parts = (error.message, *([error.hint] if error.hint is not None else ()))
        return "\n".join(part.render(self.translate) for part in parts)

    def completion(self, address: str, position: types.Position) -> types.CompletionList | None:
        """Ids with their titles."""
        spot = self.spot(address)
        if spot is None:
            return None
        return spot.room.convert.completion(
            spot.state, spot.path, complete(spot.state, spot.path, spot.offset(position))
        )

    def hover(self, address: str, position: types.Position) -> types.Hover | None:
        """What stands behind an id, and why the rules mind what stands here."""
        spot = self.spot(address)
        if spot is None:
            return None
        offset, mention = spot.offset(position), spot.mention(position)
        codes = dict.fromkeys(one.code for one in noted(spot.state, spot.path, offset, offset))
        parts = [
            *([self._card(spot, mention)] if mention is not None else []),
            *(as_markdown(BY_CODE[code].rule, self.translate) for code in codes),
        ]
        text = "\n\n---\n\n".join(part for part in parts if part)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    def _card(self, spot: Spot, mention: Mention) -> str:
        entity = entity_of(spot.state.steady, mention)
        if entity is None:
            return ""
        home = spot.state.index.home(mention)
        count = len(spot.state.index.of(mention.key, Part.REFERENCE))
        head: list[Message] = [
            say("{kind} '{id}'", kind=say(mention.key.kind), id=mention.key.id),
            *(say("{place}", place=str(spot.state.locator.span(one.origin))) for one in home[:1]),
            say("references: {count}", count=count),
        ]
        return card(entity, head, self.translate, say("unknown"))

    def definition(self, address: str, position: types.Position) -> list[types.Location]:
        """Where the id at *position* comes from."""
        spot = self.spot(address)
        mention = spot.mention(position) if spot is not None else None
        if spot is None or mention is None:
            return []
        return [spot.room.convert.location(spot.state, one.origin) for one in spot.state.index.home(mention)]

    def references(self, address: str, position: types.Position, *, declared: bool) -> list[types.Location]:
        """Where the id at *position* is mentioned; with *declared* also where it is defined."""
        spot = self.spot(address)
        mention = spot.mention(position) if spot is not None else None
        if spot is None or mention is None:
            return []
        found = spot.state.index.of(mention.key)
        return [
            spot.room.convert.location(spot.state, one.origin)
            for one in found
            if declared or one.part is not Part.DEFINITION
        ]

    def symbols(self, address: str) -> list[types.DocumentSymbol]:
        """The outline of a file."""
        spot = self.spot(address)
        if spot is None:
            return []
        return [spot.room.convert.symbol(spot.state, spot.path, one) for one in outline(spot.state, spot.path)]

    def prepare(self, address: str, position: types.Position) -> types.PrepareRenamePlaceholder | None:
        """The id that would be renamed.

        Raises:
            RenameError: it may not be.
        """
        spot = self.spot(address)
        mention = spot.mention(position) if spot is not None else None
        if spot is None or mention is None:
            return None
        check_renamable(spot.state, mention)
        reach = spot.state.reach(spot.path, mention.origin.pointer) or (0, 0)
        return types.PrepareRenamePlaceholder(spot.room.convert.range(spot.state, spot.path, reach), mention.key.id)

    def rename(
        self, address: str, position: types.Position, new: str, *, moving: bool, versioned: bool
    ) -> types.WorkspaceEdit | None:
        """Another id for the entity at *position*.

        Raises:
            RenameError: it may not be renamed, or not to this.
        """
        spot = self.spot(address)
        mention = spot.mention(position) if spot is not None else None
        if spot is None or mention is None:
            return None
        found = rename(spot.state, mention, new)
        return spot.room.convert.renaming(spot.state, found, moving=moving, versioned=versioned)

    def actions(self, address: str, reach: types.Range, *, versioned: bool) -> list[types.CodeAction]:
        """Corrections of what is wrong within *reach*, and all safe corrections of the file at once."""
        spot = self.spot(address)
        if spot is None:
            return []
        state, convert = spot.state, spot.room.convert
        found = fixes_at(state, spot.path, spot.offset(reach.start), spot.offset(reach.end))
        actions = [
            types.CodeAction(
                title=convert.words(proposal(state, one, fix)),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[convert.diagnostic(state, one)],
                is_preferred=fix is one.fix,
                edit=convert.fix(state, fix, versioned=versioned),
            )
            for one, fix in found
        ]
        actions += self._words(spot, reach, versioned=versioned)
        actions += self._waivers(spot, reach, versioned=versioned)
        whole = self._replacement(spot, mended(state, spot.path))
        if whole:
            title = convert.words(say("make all safe corrections of this file"))
            edit = convert.edit({spot.path: whole}, versioned=versioned)
            actions.append(types.CodeAction(title, types.CodeActionKind.SourceFixAll, edit=edit))
        return actions

    def _waivers(self, spot: Spot, reach: types.Range, *, versioned: bool) -> list[types.CodeAction]:
        """Comments that let findings pass once somebody says why."""
        state, convert = spot.state, spot.room.convert
        found = waivers_at(state, spot.path, spot.offset(reach.start), spot.offset(reach.end))
        return [
            types.CodeAction(
                title=convert.words(say("let {code} pass here: add a comment and write the reason", code=one.code)),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[convert.diagnostic(state, one)],
                edit=convert.fix(state, fix, versioned=versioned),
            )
            for one, fix in found
        ]

    def _words(self, spot: Spot, reach: types.Range, *, versioned: bool) -> list[types.CodeAction]:
        """Words that the dictionary lacks, to be taken for right in the whole workspace."""
        state, convert, settings = spot.state, spot.room.convert, Spot(spot.room, SETTINGS)
        found = words_at(state, spot.path, spot.offset(reach.start), spot.offset(reach.end))
        edits = ((one, word, self._replacement(settings, with_word(state, word))) for one, word in found)
        return [
            types.CodeAction(
                title=convert.words(
                    say("the word '{word}' is right: add it to the settings of the workspace", word=word)
                ),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[convert.diagnostic(state, one)],
                edit=convert.edit({SETTINGS: edit}, versioned=versioned),
            )
            for one, word, edit in edits
            if edit
        ]

    def formatting(self, address: str) -> list[types.TextEdit]:
        """The file in good order, as ``stratkit fmt`` leaves it."""
        spot = self.spot(address)
        if spot is None:
            return []
        return self._replacement(spot, format_file(spot.state.tree.read(spot.path), spot.path).data)

    def _replacement(self, spot: Spot, data: bytes) -> list[types.TextEdit]:
        """One edit of the whole text, or none if *data* is what stands there."""
        if data == spot.state.tree.read(spot.path):
            return []
        reach = (0, len(spot.state.lines(spot.path).text))
        return [types.TextEdit(spot.room.convert.range(spot.state, spot.path, reach), data.decode("utf-8"))]
