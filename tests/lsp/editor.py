"""A small editor: talks to the server over standard input and output with a real client library."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.conftest import PATIENCE


def place_in(text: str, needle: str, *, skip: int = 0) -> types.Position:
    """Where *needle* starts, in UTF-16 units; ``skip`` letters later."""
    before = text[: text.index(needle) + skip]
    line = before[before.rfind("\n") + 1 :]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def offset_of(text: str, position: types.Position) -> int:
    lines = re.split("(?<=\n)", text)
    units = lines[position.line].encode("utf-16-le")[: position.character * 2]
    return sum(map(len, lines[: position.line])) + len(units.decode("utf-16-le"))


def covered(text: str, reach: types.Range) -> str:
    return text[offset_of(text, reach.start) : offset_of(text, reach.end)]


def edited(text: str, edits: list[Any]) -> str:
    found = sorted(
        ((offset_of(text, e.range.start), offset_of(text, e.range.end), e.new_text) for e in edits), reverse=True
    )
    for start, end, new in found:
        text = text[:start] + new + text[end:]
    return text


class Editor:
    """Open texts, what the server said of them, and the requests of an editor."""

    def __init__(
        self, root: Path, *, language: str = "en", moving: bool = True, renames: bool = True, folder: Path | None = None
    ):
        self.root = root
        self.folder = folder or root
        self.language = language
        self.moving, self.versioned = moving, renames
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[str] = []
        self.news = asyncio.Event()
        self.client = LanguageClient("editor", "1")

    async def __aenter__(self) -> Self:
        client = self.client

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _told(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = list(params.diagnostics)
            self.news.set()

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        def _message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def _registered(_params: types.RegistrationParams) -> None:
            return None

        await client.start_io(sys.executable, "-m", "stratkit", "--lang", self.language, "lsp", "--stdio")
        # Nobody else reads it, and a full pipe would stop the server.
        self.log = asyncio.create_task(client._server.stderr.read())
        operations = [types.ResourceOperationKind.Rename] if self.moving else []
        capabilities = types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(
                workspace_edit=types.WorkspaceEditClientCapabilities(
                    document_changes=self.versioned, resource_operations=operations
                ),
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            )
        )
        folders = [types.WorkspaceFolder(self.folder.as_uri(), "strategies")]
        self.server = await client.initialize_async(
            types.InitializeParams(capabilities, root_uri=self.folder.as_uri(), workspace_folders=folders)
        )
        client.initialized(types.InitializedParams())
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), PATIENCE)
        await self.log

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> str:
        self.texts[path] = (self.root / path).read_text("utf-8") if text is None else text
        self.versions[path] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri(path), "yaml", 1, self.texts[path]))
        )
        return self.texts[path]

    def type(self, path: str, old: str, new: str) -> str:
        assert old in self.texts[path]
        return self.set(path, self.texts[path].replace(old, new, 1))

    def set(self, path: str, text: str) -> str:
        self.texts[path] = text
        self.versions[path] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version=self.versions[path], uri=self.uri(path)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return text

    def findings(self, path: str, code: str = "") -> list[types.Diagnostic]:
        return [one for one in self.told.get(self.uri(path), []) if not code or one.code == code]

    async def until(self, happens: Callable[[], Any]) -> Any:
        async with asyncio.timeout(PATIENCE):
            while not (found := happens()):
                self.news.clear()
                await self.news.wait()
        return found

    async def told_of(self, path: str, code: str) -> list[types.Diagnostic]:
        return await self.until(lambda: self.findings(path, code))

    async def free_of(self, path: str, code: str) -> None:
        await self.until(lambda: self.uri(path) in self.told and not self.findings(path, code))

    def at(self, path: str, needle: str, skip: int = 1) -> dict[str, Any]:
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(path)),
            "position": place_in(self.texts[path], needle, skip=skip),
        }

    async def complete(self, path: str, needle: str, skip: int) -> types.CompletionList:
        found = await self.client.text_document_completion_async(types.CompletionParams(**self.at(path, needle, skip)))
        return found if isinstance(found, types.CompletionList) else types.CompletionList(False, [])

    async def hover(self, path: str, needle: str, skip: int = 1) -> str:
        found = await self.client.text_document_hover_async(types.HoverParams(**self.at(path, needle, skip)))
        return found.contents.value if found is not None else ""

    async def definition(self, path: str, needle: str, skip: int = 1) -> list[types.Location]:
        return await self.client.text_document_definition_async(types.DefinitionParams(**self.at(path, needle, skip)))

    async def references(self, path: str, needle: str, skip: int = 1, *, declared: bool = True) -> list[types.Location]:
        context = types.ReferenceContext(declared)
        return await self.client.text_document_references_async(
            types.ReferenceParams(context, **self.at(path, needle, skip))
        )

    async def rename(self, path: str, needle: str, new: str, skip: int = 1) -> types.WorkspaceEdit:
        return await self.client.text_document_rename_async(
            types.RenameParams(new_name=new, **self.at(path, needle, skip))
        )

    async def actions(self, path: str, reach: types.Range, kind: str | None = None) -> list[types.CodeAction]:
        context = types.CodeActionContext(self.findings(path), [kind] if kind else None)
        document = types.TextDocumentIdentifier(self.uri(path))
        return await self.client.text_document_code_action_async(types.CodeActionParams(document, reach, context))

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Make the edits in the open texts, else on disk; then move files."""
        changes = {uri: list(found) for uri, found in (edit.changes or {}).items()}
        moves = [one for one in edit.document_changes or () if isinstance(one, types.RenameFile)]
        for one in edit.document_changes or ():
            if isinstance(one, types.TextDocumentEdit):
                changes[one.text_document.uri] = list(one.edits)
        for uri, edits in changes.items():
            path = self.path(uri)
            if path in self.texts:
                self.set(path, edited(self.texts[path], edits))
            else:
                (self.root / path).write_text(edited((self.root / path).read_text("utf-8"), edits), "utf-8")
        for move in moves:
            (self.root / self.path(move.old_uri)).rename(self.root / self.path(move.new_uri))

    def path(self, uri: str) -> str:
        return Path(uri.removeprefix("file://")).relative_to(self.root).as_posix()

    def save(self) -> None:
        for path, text in self.texts.items():
            (self.root / path).write_text(text, "utf-8")
            self.client.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(path)))
            )
