"""The states of a strategy that its editions name, read from the repository without a checkout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import RevisionError, SourceError
from stratkit.diff import Side
from stratkit.load import RegionLoad, load_frame, load_region
from stratkit.load.editions import frames
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.strategy import Edition
from stratkit.source import FolderTree, GitRepository, GitTree, Tree
from stratkit.source.git import blob_id
from stratkit.source.home import CATALOG, paths_of, regions
from stratkit.source.overlay import OverlayTree


@dataclass(frozen=True, eq=False)
class State:
    """A strategy as it stood in an edition.

    Args:
        side: the strategy with its catalogue; None if it cannot be read.
        note: why it cannot be read.
        broken: files of it that cannot be read; in their place stand those of the website.
    """

    side: Side | None
    note: Message | None = None
    broken: tuple[Message, ...] = ()


def repository_of(tree: Tree | None) -> GitRepository | None:
    """The repository from which *tree* comes, or in which its folder lies.

    Raises:
        RevisionError: the folder lies in no repository, or git is not installed.
    """
    if isinstance(tree, OverlayTree):
        return repository_of(tree.base)
    if isinstance(tree, GitTree):
        return tree.repository
    return GitRepository(tree.root) if isinstance(tree, FolderTree) else None


def states(strategy: Strategy, catalog: Catalog, tree: Tree | None) -> Mapping[str, State]:
    """The state of each edition of *strategy* that names a revision, by id; what cannot be read costs a note.

    Args:
        strategy: as the website shows it.
        catalog: of the same tree.
        tree: where it comes from.
    """
    named = {one.id: one for one in strategy.frame.editions if one.revision}
    if not named:
        return {}
    try:
        repository = repository_of(tree)
    except RevisionError as error:
        return {name: State(None, _because(one, error)) for name, one in named.items()}
    if repository is None or tree is None:
        return {}
    now = Side(strategy, catalog)
    return {name: _state(one, now, tree, repository) for name, one in named.items()}


def _because(edition: Edition, error: RevisionError | SourceError) -> Message:
    return say("the edition '{id}' cannot be shown: {reason}", id=edition.id, reason=error.message)


def _state(edition: Edition, now: Side, tree: Tree, repository: GitRepository) -> State:
    try:
        then = GitTree(repository, edition.revision or "")
        if now.strategy is not None and _same(then, tree, now.strategy.id):
            return State(now)
        return _read(edition, then, tree, now)
    except (RevisionError, SourceError) as error:
        return State(None, _because(edition, error))


def _same(then: GitTree, now: Tree, region: str) -> bool:
    """Whether the region and the catalogue have not changed by a byte."""
    own = [(*paths_of(one, region), *paths_of(one, CATALOG)) for one in (then, now)]
    return own[0] == own[1] and all(blob_id(now.read(path), then.blobs[path]) == then.blobs[path] for path in own[0])


def _read(edition: Edition, then: GitTree, tree: Tree, now: Side) -> State:
    region = _folder(then, now.strategy)
    if region is None:
        return State(None, say("the revision of the edition '{id}' has no strategy of this region", id=edition.id))
    catalog, load, unread = _load(then, region)
    # What is broken there is taken from here, so that it shows no changes instead of false ones.
    spare = {path: tree.read(path) for path in unread if path in tree.paths}
    if spare:
        catalog, load, _ = _load(OverlayTree(then, spare), region)
    broken = tuple(
        say("'{path}' cannot be read in the revision '{revision}'", path=path, revision=edition.revision or "")
        for path in unread
    )
    if load.strategy is None:
        return State(None, say("the revision of the edition '{id}' has no strategy of this region", id=edition.id))
    return State(Side(load.strategy, catalog), broken=broken)


def _load(tree: Tree, region: str) -> tuple[Catalog, RegionLoad, list[str]]:
    frame = load_frame(tree)
    load = load_region(tree, frame, region)
    return frame.catalog, load, sorted({*frame.unread, *load.unread})


def _folder(then: GitTree, strategy: Strategy | None) -> str | None:
    """The folder of the region in a former state; one that was renamed is known by the code of the region."""
    if strategy is None:
        return None
    if strategy.id in regions(then):
        return strategy.id
    code = strategy.frame.region.code
    return next((name for name, one in frames(then).items() if code and one.region.code == code), None)
