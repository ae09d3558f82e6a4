"""The entity of which ``history`` and ``blame`` tell, and the commits that touched its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stratkit.cli.app import App, no_region
from stratkit.diagnostics.errors import ConfigError, RevisionError
from stratkit.diagnostics.message import say
from stratkit.diff.change import Change
from stratkit.diff.history import HOMES, Subject, Version, leaves, states, steps
from stratkit.load.editions import frames
from stratkit.model.kinds import path_pattern
from stratkit.model.strategy import Edition
from stratkit.source import GitRepository
from stratkit.source.git import Commit


def find_subject(app: App, region: str, asked: str) -> Subject:
    """The entity *asked*: an id, or ``KIND:ID``; one that is gone must be named with its kind.

    Raises:
        ConfigError: there is no such region or entity, or several have the id.
    """
    known = sorted({path.split("/")[0] for path in app.tree.paths if "/" in path})
    if region not in known:
        raise no_region(region, known)
    kind, colon, name = asked.partition(":")
    if colon:
        if kind not in HOMES:
            raise ConfigError(
                say("there is no kind of entity '{kind}'", kind=kind), say("there are: {names}", names=", ".join(HOMES))
            )
        return Subject(region, kind, name)
    found = [one for one in (Subject(region, kind, asked) for kind in HOMES) if _stands(app, one)]
    if len(found) == 1:
        return found[0]
    if not found:
        hint = say("an entity that is gone is named with its kind: {example}", example=f"project:{asked}")
        raise ConfigError(say("'{region}' has no entity '{id}'", region=region, id=asked), hint)
    names = ", ".join(f"{one.kind}:{asked}" for one in found)
    raise ConfigError(
        say("several entities have the id '{id}'", id=asked), say("name the one that you mean: {names}", names=names)
    )


def _stands(app: App, subject: Subject) -> bool:
    pattern = path_pattern(subject.pattern)
    paths = (path for path in app.tree.paths if pattern.match(path))
    return any(subject.fields(path, app.tree.read(path)) for path in paths)


class Told:
    """The steps in the history of an entity, the newest first."""

    def __init__(self, app: App, subject: Subject) -> None:
        self.subject = subject
        self.repository = GitRepository(app.folder)
        head = self.repository.resolve(app.revision or "HEAD")
        self.commits = list(self.repository.commits(head, [subject.pattern]))
        line = self.repository.line(head)
        self._line = {commit: index for index, commit in enumerate(line)}
        self._cut = line[-1] if self.repository.cut_off(line[-1]) else ""
        frame = frames(app.tree).get(subject.region)
        self._editions = list(self._dated(frame.editions if frame else ()))

    def _dated(self, editions: tuple[Edition, ...]) -> Iterator[tuple[int, Edition]]:
        """Editions with their place on the main line; those that are not on it are left out."""
        for one in editions:
            try:
                commit = self.repository.resolve(one.revision) if one.revision else ""
            except RevisionError:
                continue  # its tag is not in this clone: the history is told without it
            if commit in self._line:
                yield self._line[commit], one

    def edition(self, commit: str) -> Edition | None:
        """The first edition that holds *commit*; None: no edition does yet."""
        place = self._line[commit]
        holding = [(index, one) for index, one in self._editions if index <= place]
        return max(holding, key=lambda pair: pair[0])[1] if holding else None

    def versions(self) -> Iterator[Version]:
        """What the files were before and after each commit."""
        changed = [[blob for both in one.changed.values() for blob in both if blob] for one in self.commits]
        for index, one in enumerate(self.commits):
            blobs = self.repository.blobs(changed[index], (blob for later in changed[index:] for blob in later))
            yield Version(
                one.id,
                {path: blobs.get(old) if old else None for path, (old, _) in one.changed.items()},
                {path: blobs.get(new) if new else None for path, (_, new) in one.changed.items()},
            )

    def steps(self) -> Iterator[tuple[Commit, list[Change]]]:
        """Each commit that changed the entity, with its changes; not the one before which the clone ends."""
        by_id = {one.id: one for one in self.commits}
        for commit, changes in steps(self.subject, self.versions()):
            if commit != self._cut:
                yield by_id[commit], changes

    def states(self) -> Iterator[tuple[Commit, Mapping[str, Any] | None, Mapping[str, Any] | None]]:
        """Each commit that changed the entity, with what its file said before and after."""
        by_id = {one.id: one for one in self.commits}
        for commit, old, new in states(self.subject, self.versions()):
            yield by_id[commit], old.fields if old else None, new.fields if new else None

    def now(self) -> Mapping[str, Any] | None:
        """What the last commit says of the entity; None: it is not there."""
        return next((new for _, _, new in self.states()), None)

    def blame(self, wanted: Mapping[str, Any]) -> dict[str, Commit]:
        """The last commit that gave each of the *wanted* values, by path."""
        found: dict[str, Commit] = {}
        for commit, old, new in self.states():
            if commit.id == self._cut:
                break
            before, after = (dict(leaves(one)) if one else {} for one in (old, new))
            for path in wanted.keys() - found.keys():
                if path in after and (path not in before or before[path] != after[path]):
                    found[path] = commit
            if len(found) == len(wanted):
                break
        return found
