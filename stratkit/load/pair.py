"""Two states of a workspace, loaded so that they can be compared."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from stratkit.diagnostics import Finding
from stratkit.immutable import immutable
from stratkit.load.documents import Known
from stratkit.load.workspace import load_workspace
from stratkit.model.linked import Workspace
from stratkit.source.home import regions
from stratkit.source.tree import NarrowTree, Tree


@immutable
class Pair:
    """Two states.

    Args:
        old: the former one.
        new: the later one.
        old_trouble: what could not be read of the former one; such files count as unchanged.
        new_trouble: the same of the later one.
    """

    old: Workspace
    new: Workspace
    old_trouble: tuple[Finding, ...]
    new_trouble: tuple[Finding, ...]


@dataclass(eq=False, repr=False)
class _Mended:
    """A tree in which some files are as in another tree."""

    tree: Tree
    other: Tree
    replaced: frozenset[str]

    @property
    def paths(self) -> tuple[str, ...]:
        return self.tree.paths

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.tree.findings

    def read(self, path: str) -> bytes:
        return (self.other if path in self.replaced else self.tree).read(path)


def load_pair(old: Tree, new: Tree, region: str | None = None) -> Pair:
    """Load both trees; files that are the same in both are read once.

    A file that cannot be used in one of them is taken from the other, so that it shows no changes
    instead of false ones.

    Args:
        old: the former state.
        new: the later state.
        region: the only region that is wanted, if there is one such; those that both states know
            under another name are left out.

    Raises:
        SourceError: a tree is no workspace at all.
    """
    before_names, after_names = frozenset(regions(old)), frozenset(regions(new))
    if region in before_names | after_names:
        others = (before_names & after_names) - {region}
        old, new = NarrowTree(old, others), NarrowTree(new, others)
    known: Known = {}
    before, after = load_workspace(old, known=known, form=False), load_workspace(new, known=known, form=False)
    pair = Pair(before, after, _trouble(before), _trouble(after))
    if not pair.old_trouble and not pair.new_trouble:
        return pair
    return Pair(
        load_workspace(_Mended(old, new, _usable(before, after, new)), known=known, form=False),
        load_workspace(_Mended(new, old, _usable(after, before, old)), known=known, form=False),
        pair.old_trouble,
        pair.new_trouble,
    )


def _usable(broken: Workspace, whole: Workspace, tree: Tree) -> frozenset[str]:
    """The files that are unread in one state and can be taken from the other."""
    return frozenset(broken.unread) & (frozenset(tree.paths) - frozenset(whole.unread))


def _trouble(workspace: Workspace) -> tuple[Finding, ...]:
    unread: Collection[str] = frozenset(workspace.unread)
    return tuple(one for one in workspace.findings if one.place.path in unread)
