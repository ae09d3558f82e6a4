"""The two sides of a comparison: revisions, editions, folders, or the working tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.cli.app import FOLDER, SETTINGS, App, prefix
from stratkit.diagnostics.errors import ConfigError, RevisionError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say

if TYPE_CHECKING:
    from stratkit.model.strategy import Strategy
    from stratkit.source import GitRepository, Tree

WORKING_TREE = _("working tree")


@dataclass(frozen=True)
class Side:
    """One side: its files, what it is called in reports, and what leads to its folder."""

    name: str
    tree: Tree
    prefix: str


@dataclass
class Sides:
    """Opens the sides of a comparison.

    Args:
        app: the run.
        region: the region whose editions may be named; None: any.
    """

    app: App
    region: str | None = None

    @cached_property
    def repository(self) -> GitRepository:
        """The repository of the workspace."""
        from stratkit.source import GitRepository

        return GitRepository(self.app.folder)

    @cached_property
    def frames(self) -> dict[str, Strategy]:
        """The ``strategy.yaml`` of each region as it is now."""
        from stratkit.load.editions import frames

        return frames(self.app.tree)

    def both(self, asked: str) -> tuple[Side, Side]:
        """Both sides of ``OLD..NEW``; ``OLD...NEW`` starts where the two parted; one name alone is OLD.

        Raises:
            ConfigError: a name means several things.
            RevisionError: a name means nothing.
        """
        old, new, parted = split(asked)
        if parted:
            commits = [self.repository.resolve(self._revision(one) or one or "HEAD") for one in (old, new)]
            return self._at(self.repository.merge_base(*commits), old), self.side(new)
        return self.side(old), self.side(new)

    def side(self, name: str) -> Side:
        """The side called *name*: a folder, else an edition, else a revision; nothing: the working tree.

        Raises:
            ConfigError: an edition is not unique, or its revision is not recorded.
            RevisionError: there is no such revision.
        """
        from stratkit.source import FolderTree

        if not name:
            return Side(self.app.translate(WORKING_TREE), self.app.tree, prefix(self.app.folder))
        for place in (Path(name), Path(name) / FOLDER):
            if (place / SETTINGS).is_file():
                return Side(name, FolderTree(place), prefix(place))
        return self._at(self._revision(name) or name, name)

    def _at(self, revision: str, name: str) -> Side:
        from stratkit.source import GitTree

        return Side(name, GitTree(self.repository, revision), prefix(self.app.folder))

    def _revision(self, name: str) -> str | None:
        """The revision of the edition *name*; None: no edition is called so."""
        found: dict[str | None, str] = {}
        for region, frame in self.frames.items():
            if self.region in (None, region):
                found |= {one.revision: region for one in frame.editions if one.id == name}
        if not found:
            return None
        if len(found) > 1:
            regions = ", ".join(found.values())
            raise ConfigError(
                say("several regions have an edition '{name}': {regions}", name=name, regions=regions),
                say("name the region after the editions"),
            )
        revision = next(iter(found))
        if revision is None:
            raise no_revision(name)
        return revision


def no_revision(name: str) -> RevisionError:
    """What to raise where the files of the edition *name* are wanted and nobody wrote down where they are."""
    return RevisionError(
        say("the edition '{name}' does not say which revision holds it", name=name),
        say("add 'revision' to the edition in strategy.yaml, or name the revision itself"),
    )


def split(asked: str) -> tuple[str, str, bool]:
    """OLD, NEW and whether the point is meant at which they parted (three dots).

    Folders may hold two dots themselves: the first split whose sides can be names is taken.

    Raises:
        ConfigError: there is no such split.
    """
    if ".." not in asked:
        return asked, "", False
    for index in range(len(asked) - 1):
        if asked[index : index + 2] != "..":
            continue
        for dots in (3, 2):
            old, new = asked[:index], asked[index + dots :]
            if asked[index : index + dots] == "." * dots and _name(old) and _name(new):
                return old, new, dots == 3
    raise ConfigError(say("'{asked}' does not name two sides", asked=asked), say("write OLD..NEW"))


def _name(text: str) -> bool:
    """Whether *text* can be a name: that of a folder that exists, or of a revision, which has no two dots."""
    return Path(text).is_dir() if text.startswith((".", "/")) else ".." not in text or Path(text).is_dir()
