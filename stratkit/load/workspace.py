"""The whole workspace from a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.diagnostics.errors import SourceError
from stratkit.load.catalog import NEEDED, CatalogBuilder, missing_file
from stratkit.load.documents import Document, Known, load_documents
from stratkit.load.link import StrategyLinker
from stratkit.model.kinds import KINDS
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.workspace import Settings
from stratkit.source.home import SETTINGS
from stratkit.source.tree import Tree

CATALOG = "catalog"
WAIVER = "stratkit: ignore"
"""What stands in every comment that lets a finding pass; files without it are not searched for such comments."""


def load_workspace(tree: Tree, progress: Callable[[str], None] | None = None, known: Known | None = None) -> Workspace:
    """Read, check and link everything in *tree*.

    Args:
        tree: where the files come from.
        progress: called with the name of each region when it is linked.
        known: what files were found to be in another state of the tree; is filled.

    Raises:
        SourceError: the tree is no workspace at all (it has no ``stratkit.yaml``).
    """
    if SETTINGS not in tree.paths:
        raise SourceError(
            say("this is no workspace of strategies: there is no file '{name}'", name=SETTINGS),
            say("go to the folder that holds it, or name it: stratkit -C FOLDER …"),
        )
    documents, findings = load_documents(tree, known=known)
    read = {document.path for document in documents}
    unread = tuple(path for path in tree.paths if path not in read)
    builder = CatalogBuilder(_of_folder(documents, CATALOG), _kinds(unread, CATALOG))
    catalog = builder.build()
    findings += builder.findings
    wanting: dict[str, Origin] = {}
    strategies: dict[str, Strategy] = {}
    for region in regions(tree):
        linker = StrategyLinker(region, _of_folder(documents, region), catalog, _kinds(unread, region))
        strategy = linker.link()
        findings += linker.findings
        wanting = {**linker.references.wanting, **wanting}
        if strategy is None:
            findings += _without_frame(region, tree)
        else:
            strategies[region] = strategy
        if progress is not None:
            progress(region)
    absent = (name for name in NEEDED if name in catalog.missing and KINDS[name].place not in tree.paths)
    findings += (missing_file(name, wanting.get(name)) for name in absent)
    settings = next((one.model for one in documents if one.path == SETTINGS), None)
    findings += _strays(tree)
    return Workspace(
        title=settings.title if settings else "",
        settings=settings or Settings(stratkit="workspace/1", title="?"),
        catalog=catalog,
        strategies=strategies,
        findings=tuple(findings),
        unread=unread,
        waived=tuple(path for path in tree.paths if WAIVER.encode() in tree.read(path)),
    )


def regions(tree: Tree) -> list[str]:
    """The folders that hold strategies."""
    folders = {path.split("/")[0] for path in tree.paths if "/" in path}
    return sorted(folders - {CATALOG})


def _of_folder(documents: Iterable[Document], folder: str) -> list[Document]:
    return [document for document in documents if document.path.startswith(f"{folder}/")]


def _kinds(unread: Iterable[str], folder: str) -> frozenset[str]:
    """The kinds of files in *folder* of which one could not be read."""
    own = [path for path in unread if path.startswith(f"{folder}/")]
    return frozenset(kind.name for kind in KINDS.values() for path in own if kind.place_pattern.match(path))


def _without_frame(region: str, tree: Tree) -> list[Finding]:
    path = f"{region}/strategy.yaml"
    if path in tree.paths:
        return []  # its own findings say what is wrong with it
    hint = say("make it with 'stratkit new region {id}', or move the folder elsewhere", id=region)
    return [Finding(Origin(path), say("the folder '{id}' has no file strategy.yaml", id=region), hint, code="REF004")]


def _strays(tree: Tree) -> list[Finding]:
    return [
        Finding(
            Origin(path),
            say("a file at the top of the workspace is not read"),
            say("move it into the folder of a region or into catalog/"),
            code="SCH003",
            severity=Severity.WARNING,
        )
        for path in tree.paths
        if "/" not in path and path != SETTINGS
    ]
