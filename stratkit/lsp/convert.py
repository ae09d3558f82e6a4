"""From our values to those of the protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types

from stratkit.diagnostics import Diagnostic, Fix, Message, Origin, Severity, Span
from stratkit.diagnostics.message import Translate
from stratkit.lsp.completion import Offers
from stratkit.lsp.desk import State
from stratkit.lsp.navigation import Reach, Symbol
from stratkit.lsp.rename import Renaming

SOURCE = "stratkit"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Converter:
    """Knows the language of the person and the addresses of the files.

    Args:
        root: the folder of the workspace, as the editor calls it.
        opened: addresses of open files as the editor wrote them, by path, with the version of their text.
        translate: gives the language.
    """

    def __init__(self, root: Path, opened: dict[str, tuple[str, int | None]], translate: Translate) -> None:
        self.root = root
        self.opened = opened
        self.translate = translate

    def words(self, message: Message) -> str:
        """*message* in the language of the person."""
        return message.render(self.translate)

    def address(self, path: str) -> str:
        """The address of the file or folder *path*."""
        return self.opened[path][0] if path in self.opened else (self.root / path).as_uri()

    def range(self, state: State, path: str, reach: Reach) -> types.Range:
        """The range between two offsets."""
        lines = state.lines(path)
        start, end = (types.Position(*lines.outer(offset)) for offset in reach)
        return types.Range(start, end)

    def location(self, state: State, place: Span | Origin) -> types.Location:
        """The address and range of *place*."""
        span = state.locator.span(place)
        return types.Location(self.address(span.path), self.range(state, span.path, state.lines(span.path).span(span)))

    def diagnostics(self, state: State) -> dict[str, list[types.Diagnostic]]:
        """All findings by file."""
        found: dict[str, list[types.Diagnostic]] = defaultdict(list)
        for one in state.diagnostics:
            found[one.span.path].append(self.diagnostic(state, one))
        return found

    def diagnostic(self, state: State, one: Diagnostic) -> types.Diagnostic:
        """One finding: what is, the next step, and how to learn more of the rule."""
        lines = [one.message, *([one.hint] if one.hint is not None else [])]
        return types.Diagnostic(
            range=self.location(state, one.span).range,
            message="\n".join(self.words(line) for line in lines),
            severity=_LEVELS[one.severity],
            code=one.code,
            source=SOURCE,
            related_information=[
                types.DiagnosticRelatedInformation(self.location(state, each.span), self.words(each.message))
                for each in one.related
            ],
            data={"rule": one.rule, "fingerprint": one.fingerprint},
        )

    def completion(self, state: State, path: str, offers: Offers) -> types.CompletionList:
        """The proposals; the order of the document is kept, and words of the title find them too."""
        reach = self.range(state, path, (offers.start, offers.end))
        items = [
            types.CompletionItem(
                label=one.id,
                label_details=types.CompletionItemLabelDetails(description=one.short),
                kind=types.CompletionItemKind.Reference,
                detail=" · ".join(self.words(each) for each in (one.kind, *one.facts)),
                documentation=one.title,
                sort_text=f"{place:05}",
                filter_text=f"{one.id} {one.title}",
                text_edit=types.TextEdit(reach, one.text),
            )
            for place, one in enumerate(offers.items)
        ]
        return types.CompletionList(is_incomplete=False, items=items)

    def symbol(self, state: State, path: str, one: Symbol) -> types.DocumentSymbol:
        """A part of the outline."""
        return types.DocumentSymbol(
            name=one.name,
            detail=one.detail,
            kind=types.SymbolKind.Object if one.leaf else types.SymbolKind.Key,
            range=self.range(state, path, one.whole),
            selection_range=self.range(state, path, one.head),
            children=[self.symbol(state, path, child) for child in one.children],
        )

    def renaming(self, state: State, found: Renaming, *, moving: bool, versioned: bool) -> types.WorkspaceEdit:
        """Edits of the files, then moves of files and folders if the editor can make them."""
        edits = {
            path: [types.TextEdit(self.range(state, path, (start, end)), text) for start, end, text in changes]
            for path, changes in found.edits.items()
        }
        moves = [
            types.RenameFile(old_uri=self.address(old), new_uri=(self.root / new).as_uri())
            for old, new in (found.moves if moving else ())
        ]
        return self.edit(edits, moves, versioned=versioned)

    def fix(self, state: State, fix: Fix, *, versioned: bool) -> types.WorkspaceEdit:
        """The edits that mend a finding."""
        edits: dict[str, list[types.TextEdit]] = defaultdict(list)
        for one in fix.edits:
            edits[one.span.path].append(types.TextEdit(self.location(state, one.span).range, one.text))
        return self.edit(edits, versioned=versioned)

    def edit(
        self,
        edits: dict[str, list[types.TextEdit]],
        moves: Iterable[types.RenameFile] = (),
        *,
        versioned: bool,
    ) -> types.WorkspaceEdit:
        """Edits by file; with the versions of the open texts if the editor wants them."""
        if not versioned:
            return types.WorkspaceEdit(changes={self.address(path): changes for path, changes in edits.items()})
        documents = [
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(
                    uri=self.address(path), version=self.opened.get(path, ("", None))[1]
                ),
                list(changes),
            )
            for path, changes in edits.items()
        ]
        return types.WorkspaceEdit(document_changes=[*documents, *moves])
