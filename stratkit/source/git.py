"""Where files come from: a revision of a git repository, read as blobs, without a checkout.

Names of revisions are resolved to commits first and never reach another command; files are asked
for by the ids of their blobs. How git itself is run: :mod:`stratkit.source.git_command`.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stratkit.diagnostics import Finding, Message, say
from stratkit.diagnostics.errors import RevisionError
from stratkit.diagnostics.suggest import closest
from stratkit.diagnostics.visible import visible
from stratkit.immutable import immutable
from stratkit.source.git_blobs import Blobs
from stratkit.source.git_command import Git, GitError, endless
from stratkit.source.home import SETTINGS
from stratkit.source.tree import MAX_BYTES, passed_over, unfit

_SYMLINK, _SUBMODULE, _REGULAR = "120000", "160000", ("100644", "100755")
_MOST_CONFLICTS = 127  # git tells the number of conflicts by its exit code, and of errors above that
_LONG_ID = 64
MOST_FILES = 250_000
"""Files of one revision: fifteen times as many as the strategies of 89 regions have."""
_MOST_LISTED = 256 * 1024 * 1024
_MOST_PATH = 1024 * 1024
_MOST_NAMES = 1_000
_MOST_SUBJECT = 300


@immutable
class Commit:
    """A commit of the main line, with the files in question that it changed.

    Args:
        id: forty hexadecimal digits.
        date: when it was made, ISO 8601.
        author: the author's name.
        subject: the first line of its message.
        changed: blobs before and after, by path within the folder of strategies; None: there was no file.
    """

    id: str
    date: str
    author: str
    subject: str
    changed: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)


class GitRepository:
    """The repository that holds a folder; blobs are read once and kept.

    Raises:
        RevisionError: the folder lies in no repository, or git is not installed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git = Git(folder)
        self._blobs = Blobs(self._git)
        self.prefix = self._git.prefix()
        self.run = self._git.run

    def resolve(self, revision: str) -> str:
        """The commit that *revision* names.

        Raises:
            RevisionError: it names none.
        """
        # ``:/…`` and ``^{/…`` look for a pattern in the message of every commit: strategy.yaml may name one that never ends.
        odd = revision.startswith(("-", ":/")) or "^{/" in revision
        if not revision or odd or any(sign < " " for sign in revision):
            raise RevisionError(
                say("'{revision}' is no name of a revision", revision=revision),
                say("name a tag, a branch or a commit"),
            )
        try:
            found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError as error:
            if error.told:  # it is there, and cannot be read
                raise
            raise RevisionError(
                say("there is no revision '{revision}'", revision=revision), self._advice(revision)
            ) from error
        return found.decode().strip()

    def _advice(self, revision: str) -> Message:
        if self.shallow:
            return say("the clone is shallow: bring the history with 'git fetch --unshallow --tags'")
        listed = self.run("for-each-ref", f"--count={_MOST_NAMES}", "--format=%(refname:short)")
        names = listed.decode("utf-8", "replace").split()
        near = closest(revision, names)
        return say("did you mean '{name}'?", name=near) if near else say("name a tag, a branch or a commit")

    @cached_property
    def shallow(self) -> bool:
        """Whether older commits are missing."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def merge_base(self, one: str, other: str) -> str:
        """The last commit that both commits have in common.

        Raises:
            RevisionError: there is none.
        """
        try:
            return self.run("merge-base", one, other).decode().strip()
        except GitError as error:
            message = say("'{one}' and '{other}' have no common past", one=one[:12], other=other[:12])
            raise RevisionError(message, self._advice(one) if self.shallow else None) from error

    def cut_off(self, commit: str) -> bool:
        """Whether *commit* has a past that is missing here, as the oldest one of a shallow clone has."""
        if not self.shallow:
            return False
        raw, _, _ = self.run("cat-file", "commit", commit).partition(b"\n\n")
        return b"\nparent " in raw and not self.run("rev-list", "--parents", "--max-count=1", commit).split()[1:]

    def tracks(self, path: str) -> bool:
        """Whether *path* within the folder, or anything below it, is in the repository, however its letters are cased."""
        return bool(self.run("ls-files", "-z", "--", f":(top,icase,literal){self.prefix}{path}"))

    def line(self, commit: str) -> list[str]:
        """The commits of the main line up to *commit*, the newest first."""
        return self.run("rev-list", "--first-parent", commit).decode().split()

    def entries(self, commit: str, folder: str = "") -> Iterator[tuple[str, str, int, str]]:
        """Mode, blob, size and path (from the top of the repository) of every file of a commit, or of a *folder* in it.

        Raises:
            RevisionError: there is no end of them, as where trees hold themselves many times over.
        """
        within = ("--", f":(literal){folder}") if folder else ()
        asked = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, *within)
        rest, count = b"", 0
        for piece in self._git.chunks(*asked, most=_MOST_LISTED):
            *listed, rest = (rest + piece).split(b"\0")
            count += len(listed)
            if count > MOST_FILES or len(rest) > _MOST_PATH:
                raise endless()
            for entry in listed:
                head, _, path = entry.partition(b"\t")
                mode, _, blob, digits = head.decode().split()
                size = int(digits) if digits.isdigit() else 0
                if mode in _REGULAR:
                    self._blobs.note(blob, size)
                yield mode, blob, size, os.fsdecode(path)

    def blobs(self, ids: Iterable[str], soon: Iterable[str] = ()) -> Mapping[str, bytes]:
        """The contents of the blobs *ids*, as :meth:`Blobs.read` gives them."""
        return self._blobs.read(ids, soon)

    def commits(self, commit: str, patterns: Sequence[str]) -> Iterator[Commit]:
        """The commits of the main line that touched files like *patterns*, the newest first.

        A merge counts as one step, with all that it brought in; so the steps always join.

        Args:
            commit: where to start.
            patterns: paths within the folder of strategies; ``*`` stands for one name.
        """
        form = "--format=%x01%H%x1f%cI%x1f%an%x1f%s"
        options = ("--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--encoding=UTF-8", form)
        depths = {one.count("/") for one in patterns}
        specs = [f":(top,glob){_literal(self.prefix)}{one}" for one in patterns]
        printed = self.run("log", *options, commit, "--", *specs)
        tokens = iter(printed.split(b"\0")[:-1])
        found: Commit | None = None
        changed: dict[str, tuple[str | None, str | None]] = {}
        for token in tokens:
            if token.startswith(b"\x01"):
                if found is not None:
                    yield found
                changed = {}
                one, date, author, subject = token[1:].decode("utf-8", "replace").split("\x1f", 3)
                found = Commit(one, date, author, subject[:_MOST_SUBJECT], changed)
                continue
            path = os.fsdecode(next(tokens)).removeprefix(self.prefix)
            if path.count("/") in depths:  # else a folder stood where a file is meant, and this lies in it
                changed[path] = _sides(token.decode())
        if found is not None:
            yield found

    def merged_text(self, ours: Path, base: Path, theirs: Path) -> tuple[bytes, bool]:
        """Three files merged line by line, and whether no conflict is left.

        Raises:
            RevisionError: the files cannot be merged as text.
        """
        try:
            return self.run("merge-file", "-p", "--", str(ours), str(base), str(theirs)), True
        except GitError as error:
            if not 0 < error.code <= _MOST_CONFLICTS:
                raise RevisionError(say("the files cannot be merged as text")) from error
            return error.printed, False


@dataclass(eq=False, repr=False)
class GitTree:
    """The YAML files of a folder as they are in a commit.

    The same files are left out as by :class:`stratkit.source.tree.FolderTree`; so are links and
    submodules, whose content is not in the revision.

    Args:
        repository: where the commit is.
        revision: its name, as the user wrote it; ``REVISION:FOLDER`` where the folder of
            strategies had another name.

    Raises:
        RevisionError: there is no such revision, or it holds no folder of strategies.
    """

    repository: GitRepository
    revision: str
    commit: str = ""
    paths: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    blobs: dict[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        name, named, folder = self.revision.partition(":")
        self.commit = self.commit or self.repository.resolve(name)
        prefix = f"{folder.strip('/')}/".lstrip("/") if named else self.repository.prefix
        # The folder alone first: what else the repository holds, and how much, is nobody's business.
        entries = list(self.repository.entries(self.commit, prefix))
        if prefix + SETTINGS not in (path for *_, path in entries):
            entries = list(self.repository.entries(self.commit)) if prefix else entries
            tops = [path.removesuffix(SETTINGS) for *_, path in entries if path.rpartition("/")[2] == SETTINGS]
            prefix = self._folder(prefix, tops, bool(named))
        found: list[Finding] = []
        for mode, blob, size, path in entries:
            inner = path.removeprefix(prefix)
            if not path.startswith(prefix) or any(part.startswith(".") for part in inner.split("/")):
                continue
            if _acceptable(mode, size, inner, found):
                self.blobs[inner] = blob
        self.paths = tuple(sorted(self.blobs))
        self.findings = tuple(found)

    def read(self, path: str) -> bytes:
        """The bytes of *path*; empty if the revision has no such file or the repository lacks its blob."""
        blob = self.blobs.get(path)
        return self.repository.blobs([blob], self._next(path)).get(blob, b"") if blob else b""

    def _next(self, path: str) -> Iterator[str]:
        """The blobs that will be asked for after that of *path*: those that follow, then the others."""
        start = bisect_left(self.paths, path)
        for one in (*self.paths[start:], *self.paths[:start]):
            yield self.blobs[one]

    def _folder(self, prefix: str, tops: list[str], named: bool) -> str:
        """The folder of strategies in the commit: where it is now, or the only one that there was."""
        if len(tops) == 1 and not named:
            return tops[0]
        message = say(
            "the revision '{revision}' has no folder '{folder}' of strategies", revision=self.revision, folder=prefix
        )
        if not tops:
            raise RevisionError(message, say("name a later revision"))
        name = self.revision.partition(":")[0]
        names = ", ".join(f"{name}:{top.rstrip('/')}" for top in tops)
        raise RevisionError(message, say("name the one that you mean: {names}", names=names))


def _acceptable(mode: str, size: int, path: str, found: list[Finding]) -> bool:
    if mode == _SUBMODULE:
        found.append(passed_over(visible(path), say("this is another repository (a submodule)")))
        return False
    if not path.endswith((".yaml", ".yml")):
        return False
    refusal = unfit(path)
    if refusal is not None:
        found.append(refusal)
    elif mode == _SYMLINK:
        found.append(passed_over(path, say("this is a link")))
    elif mode not in _REGULAR:
        found.append(passed_over(path, say("this is not a regular file")))
    elif size > MAX_BYTES:
        found.append(passed_over(path, say("the file is too large: {size} bytes", size=size)))
    else:
        return True
    return False


def _sides(line: str) -> tuple[str | None, str | None]:
    """The blobs of a file before and after a commit, by a raw line of git; links and submodules are no files."""
    before_mode, after_mode, before, after, _ = line.strip().removeprefix(":").split()
    return before if before_mode in _REGULAR else None, after if after_mode in _REGULAR else None


def _literal(path: str) -> str:
    """*path* with the signs quoted that patterns of git interpret."""
    return "".join(f"\\{sign}" if sign in "*?[\\" else sign for sign in path)


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives a file with these bytes, by the hash to which the id *like* belongs."""
    digest = hashlib.sha256() if len(like) == _LONG_ID else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


def came_along(folder: Path, name: str) -> bool:
    """Whether what stands under *name* in *folder*, or anything below it, came with a repository."""
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return False
    try:
        return GitRepository(folder).tracks(name)
    except RevisionError:
        return True  # nobody can tell, so it is not trusted
