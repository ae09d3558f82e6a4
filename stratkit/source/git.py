"""Where files come from: a revision of a git repository, read as blobs, without a checkout.

Git is run with a bare environment: no hooks, no pager, no filters, no monitor, no configuration of
the machine or the user, no network. Names of revisions are resolved to commits first and never
reach another command; files are asked for by the ids of their blobs.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stratkit.diagnostics import Finding, Message, say
from stratkit.diagnostics.errors import RevisionError
from stratkit.diagnostics.suggest import closest
from stratkit.diagnostics.visible import visible
from stratkit.source.home import SETTINGS
from stratkit.source.reader import MAX_BYTES
from stratkit.source.tree import passed_over, unfit

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
# What the repository's own configuration could say, overruled.
_SETTINGS = (
    "core.hooksPath=/dev/null", "core.fsmonitor=", "core.pager=cat", "core.untrackedCache=false", "diff.external=",
    "protocol.allow=never", "safe.bareRepository=explicit", "log.showSignature=false", "log.follow=false", "log.showRoot=true", "color.ui=false",
)  # fmt: skip
_GIT = "git"
_SYMLINK, _SUBMODULE, _REGULAR = "120000", "160000", ("100644", "100755")
_MOST_CONFLICTS = 127  # git tells the number of conflicts by its exit code, and of errors above that
_LONG_ID = 64
_ALIEN = "dubious ownership"


@dataclass(frozen=True, slots=True)
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
        self._trust: tuple[str, ...] = ()
        self._blobs: dict[str, bytes] = {}
        try:
            self.prefix = self._prefix()
        except subprocess.CalledProcessError as error:
            message = say("'{path}' lies in no git repository", path=str(folder))
            reason = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise RevisionError(message, say("git says: {reason}", reason=reason)) from error

    def _prefix(self) -> str:
        """What leads from the top of the repository to the folder, with a slash at the end."""
        try:
            return os.fsdecode(self.run("rev-parse", "--show-prefix")).rstrip("\n")
        except subprocess.CalledProcessError as error:
            if _ALIEN.encode() not in error.stderr:
                raise
            # The user's own list of trusted folders is the one thing taken from their configuration.
            asked = [_GIT, "config", "--get-all", "safe.directory"]
            known = subprocess.run(asked, cwd="/", capture_output=True, check=False).stdout  # noqa: S603 - fixed words
            self._trust = tuple(f"safe.directory={line}" for line in os.fsdecode(known).splitlines())
            return os.fsdecode(self.run("rev-parse", "--show-prefix")).rstrip("\n")

    def run(self, *arguments: str, data: bytes = b"") -> bytes:
        """What ``git ARGUMENTS`` prints.

        Raises:
            RevisionError: git is not installed.
            subprocess.CalledProcessError: git ended with an error.
        """
        options = [word for one in (*_SETTINGS, *self._trust) for word in ("-c", one)]
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
        try:
            return subprocess.run(  # noqa: S603 - no shell; names of revisions are resolved first
                [_GIT, "--no-pager", *options, *arguments],
                cwd=self.folder, input=data, capture_output=True, check=True, env={**kept, **_ENVIRONMENT},
            ).stdout  # fmt: skip
        except FileNotFoundError as error:
            raise RevisionError(say("git is not installed"), say("install git to read revisions")) from error

    def resolve(self, revision: str) -> str:
        """The commit that *revision* names.

        Raises:
            RevisionError: it names none.
        """
        if not revision or revision.startswith("-") or any(sign < " " for sign in revision):
            raise RevisionError(
                say("'{revision}' is no name of a revision", revision=revision),
                say("name a tag, a branch or a commit"),
            )
        try:
            found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except subprocess.CalledProcessError as error:
            raise RevisionError(
                say("there is no revision '{revision}'", revision=revision), self._advice(revision)
            ) from error
        return found.decode().strip()

    def _advice(self, revision: str) -> Message:
        if self.shallow:
            return say("the clone is shallow: bring the history with 'git fetch --unshallow --tags'")
        names = self.run("for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split()
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
        except subprocess.CalledProcessError as error:
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

    def entries(self, commit: str) -> Iterator[tuple[str, str, int, str]]:
        """Mode, blob, size and path (from the top of the repository) of every file of a commit."""
        for entry in self.run("ls-tree", "-r", "-z", "-l", "--full-tree", commit).split(b"\0")[:-1]:
            head, _, path = entry.partition(b"\t")
            mode, _, blob, size = head.decode().split()
            yield mode, blob, int(size) if size.isdigit() else 0, os.fsdecode(path)

    def blobs(self, ids: Iterable[str], soon: Iterable[str] = ()) -> Mapping[str, bytes]:
        """The contents of blobs; one that the repository lacks is left out.

        Args:
            ids: blobs that are needed now.
            soon: blobs that will be asked for next; they come in the same run of git.
        """
        if all(one in self._blobs for one in ids):
            return self._blobs
        wanted = [one for one in dict.fromkeys((*ids, *soon)) if one not in self._blobs]
        printed = self.run("cat-file", "--batch", "--buffer", data="".join(f"{one}\n" for one in wanted).encode())
        start = 0
        for one in wanted:
            end = printed.index(b"\n", start)
            *_, size = printed[start:end].split()
            start = end + 1
            if size.isdigit():
                self._blobs[one] = printed[start : start + int(size)]
                start += int(size) + 1
        return self._blobs

    def commits(self, commit: str, patterns: Iterable[str]) -> Iterator[Commit]:
        """The commits of the main line that touched files like *patterns*, the newest first.

        A merge counts as one step, with all that it brought in; so the steps always join.

        Args:
            commit: where to start.
            patterns: paths within the folder of strategies; ``*`` stands for one name.
        """
        form = "--format=%x01%H%x1f%cI%x1f%an%x1f%s"
        options = ("--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--encoding=UTF-8", form)
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
                found = Commit(one, date, author, subject, changed)
            else:
                _, _, before, after, _ = token.decode().split()
                changed[os.fsdecode(next(tokens)).removeprefix(self.prefix)] = (_blob(before), _blob(after))
        if found is not None:
            yield found

    def merged_text(self, ours: Path, base: Path, theirs: Path) -> tuple[bytes, bool]:
        """Three files merged line by line, and whether no conflict is left.

        Raises:
            RevisionError: the files cannot be merged as text.
        """
        try:
            return self.run("merge-file", "-p", "--", str(ours), str(base), str(theirs)), True
        except subprocess.CalledProcessError as error:
            if error.returncode > _MOST_CONFLICTS:
                raise RevisionError(say("the files cannot be merged as text")) from error
            return error.output, False


@dataclass
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
        entries = list(self.repository.entries(self.commit))
        tops = [path.removesuffix(SETTINGS) for *_, path in entries if path.rpartition("/")[2] == SETTINGS]
        prefix = self._folder(
            f"{folder.strip('/')}/".lstrip("/") if named else self.repository.prefix, tops, bool(named)
        )
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
        return self.repository.blobs([blob], self.blobs.values()).get(blob, b"") if blob else b""

    def _folder(self, prefix: str, tops: list[str], named: bool) -> str:
        """The folder of strategies in the commit: where it is now, or the only one that there was."""
        if prefix in tops:
            return prefix
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


def _blob(name: str) -> str | None:
    return name if name.strip("0") else None


def _literal(path: str) -> str:
    """*path* with the signs quoted that patterns of git interpret."""
    return "".join(f"\\{sign}" if sign in "*?[\\" else sign for sign in path)


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives a file with these bytes, by the hash to which the id *like* belongs."""
    digest = hashlib.sha256() if len(like) == _LONG_ID else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()
