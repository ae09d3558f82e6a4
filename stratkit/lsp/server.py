"""The language server over standard input and output."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from stratkit import __version__
from stratkit.diagnostics.errors import StratkitError
from stratkit.diagnostics.message import Translate
from stratkit.lsp.service import Room, Service

_QUIET = 0.15
"""Seconds without a keystroke after which the findings are worked out anew."""

_REQUEST_FAILED = -32803
"""The code of a request that was understood and cannot be met."""

T = TypeVar("T")


class Server(LanguageServer):
    """One editor, any number of workspaces.

    Args:
        translate: gives the language of the person.
        today: tells the day.
        root: a workspace to watch whatever the editor opens.
    """

    def __init__(self, translate: Translate, today: Callable[[], date], root: Path | None) -> None:
        # Whole texts, because editors and Python do not agree on what ends a line.
        super().__init__("stratkit", __version__, types.TextDocumentSyncKind.Full)
        self.service = Service(translate, today)
        self.root = root
        self._due: asyncio.TimerHandle | None = None
        self._touched: dict[int, Room] = {}

    def soon(self, room: Room | None, delay: float = _QUIET) -> None:
        """Tell the editor what is wrong in *room* once it is quiet."""
        if room is None:
            return
        self._touched[id(room)] = room
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(delay, self._tell)

    def _tell(self) -> None:
        rooms, self._touched = list(self._touched.values()), {}
        for room in rooms:
            for news in self.service.news(room):
                self.text_document_publish_diagnostics(news)

    @property
    def versioned(self) -> bool:
        """Whether the editor takes edits with the versions of its texts."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    @property
    def moving(self) -> bool:
        """Whether the editor can move files."""
        workspace = self.client_capabilities.workspace
        kinds = (workspace and workspace.workspace_edit and workspace.workspace_edit.resource_operations) or ()
        return self.versioned and types.ResourceOperationKind.Rename in kinds

    @property
    def watching(self) -> bool:
        """Whether the editor can be asked to watch files."""
        workspace = self.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        return bool(watched and watched.dynamic_registration)


def initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Look at the workspaces of the folders that the editor shows."""
    ls.service.units = ls.workspace.position_codec.client_num_units
    folders = [to_fs_path(address) for address in (*ls.workspace.folders, ls.workspace.root_uri or "")]
    for room in (
        ls.service.enter(ls.root, above=False) if ls.root is not None else None,
        *(ls.service.enter(Path(folder)) for folder in folders if folder),
    ):
        ls.soon(room, 0)
    if ls.watching:
        watchers = [types.FileSystemWatcher("**/*.{yaml,yml}")]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wish = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        ls.client_register_capability(types.RegistrationParams([wish]))


def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """A text is held by the editor from now on."""
    document = params.text_document
    ls.soon(ls.service.put(document.uri, document.text, document.version), 0)


def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """A text has changed."""
    document = ls.workspace.get_text_document(params.text_document.uri)
    ls.soon(ls.service.put(params.text_document.uri, document.source, params.text_document.version))


def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """The file on disk counts again."""
    ls.soon(ls.service.drop(params.text_document.uri))


def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """The disk has changed."""
    spot = ls.service.spot(params.text_document.uri)
    if spot is not None:
        spot.room.desk.look_again()
        ls.soon(spot.room)


def watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files have changed on disk."""
    spots = (ls.service.spot(change.uri) for change in params.changes)
    for room in {id(spot.room): spot.room for spot in spots if spot is not None}.values():
        room.desk.look_again()
        ls.soon(room)


def folders_changed(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """The editor shows other folders; what was found in one that it shows no more stays until it ends."""
    for folder in params.event.added:
        path = to_fs_path(folder.uri)
        ls.soon(ls.service.enter(Path(path)) if path else None, 0)


def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    """Ids with their titles."""
    return ls.service.completion(params.text_document.uri, params.position)


def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """What stands behind an id."""
    return ls.service.hover(params.text_document.uri, params.position)


def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
    """Where an id comes from."""
    return ls.service.definition(params.text_document.uri, params.position)


def references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    """Where an id is mentioned."""
    declared = params.context.include_declaration
    return ls.service.references(params.text_document.uri, params.position, declared=declared)


def symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """The outline of a file."""
    return ls.service.symbols(params.text_document.uri)


def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    """The id that would be renamed."""
    return _or_refuse(ls, lambda: ls.service.prepare(params.text_document.uri, params.position))


def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Another id, everywhere."""
    address, position, new = params.text_document.uri, params.position, params.new_name
    return _or_refuse(ls, lambda: ls.service.rename(address, position, new, moving=ls.moving, versioned=ls.versioned))


def actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Corrections."""
    found = ls.service.actions(params.text_document.uri, params.range, versioned=ls.versioned)
    wanted = params.context.only
    return [one for one in found if wanted is None or any(_within(one.kind, kind) for kind in wanted)]


def _within(kind: types.CodeActionKind | str | None, wanted: types.CodeActionKind | str) -> bool:
    """Whether *wanted* is *kind* or one of the families to which it belongs."""
    name, family = (one.value if isinstance(one, types.CodeActionKind) else one or "" for one in (kind, wanted))
    return f"{name}.".startswith(f"{family}.")


def formatting(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    """The file in good order."""
    return ls.service.formatting(params.text_document.uri)


def _or_refuse(ls: Server, answer: Callable[[], T]) -> T:
    """The answer, or a refusal that the editor shows."""
    try:
        return answer()
    except StratkitError as error:
        raise JsonRpcException(ls.service.explain(error), _REQUEST_FAILED) from error


_FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.INITIALIZED, initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, closed, None),
    (types.TEXT_DOCUMENT_DID_SAVE, saved, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched, None),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, folders_changed, None),
    (types.TEXT_DOCUMENT_COMPLETION, completion, types.CompletionOptions(trigger_characters=[" ", "[", "{", ","])),
    (types.TEXT_DOCUMENT_HOVER, hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, references, None),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, rename, types.RenameOptions(prepare_provider=True)),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        actions,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    ),
    (types.TEXT_DOCUMENT_FORMATTING, formatting, None),
)


def serve(translate: Translate, today: Callable[[], date], root: Path | None = None) -> None:
    """Answer one editor until it leaves.

    Args:
        translate: gives the language of the person.
        today: tells the day.
        root: a workspace to watch whatever the editor opens.
    """
    server = Server(translate, today, root)
    for name, function, options in _FEATURES:
        server.feature(name, options)(function)
    server.start_io()
