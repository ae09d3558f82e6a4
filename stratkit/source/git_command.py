"""Git is run: the repository's own settings do not count, no network is asked, and every answer has an end.

A repository may come from anybody, its ``.git`` too: a pipe in the place of a file lets git wait for ever, a tree of
trees unfolds to millions of entries, a few kilobytes hold a message of gigabytes. So time, output and memory are bounded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import RevisionError
from stratkit.source.git_inside import refuse_endless

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
# What the repository's own configuration could say, overruled.
_SETTINGS = (
    "core.hooksPath=/dev/null", "core.fsmonitor=", "core.pager=cat", "core.untrackedCache=false", "core.bigFileThreshold=8m",
    "core.attributesFile=/dev/null", "diff.external=", "diff.orderFile=/dev/null", "diff.relative=false", "protocol.allow=never",
    "safe.bareRepository=explicit", "log.showSignature=false", "log.follow=false", "log.showRoot=true", "log.mailmap=false",
    "log.diffMerges=separate", "color.ui=false", "advice.graftFileDeprecated=false",
)  # fmt: skip
_GIT = "git"
_ALIEN, _NONE = "dubious ownership", "not a git repository"
SECONDS = 300.0
"""How long git may take for one answer."""
MOST_OUTPUT = 64 * 1024 * 1024
"""Bytes of one answer: a line of 1.5 million commits."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of memory of its own that git may take; where the system can be told so."""
_CHUNK = 256 * 1024
_MOST_TOLD = 4_000


class GitError(RevisionError):
    """Git ended with an error.

    Args:
        message: what could not be done.
        hint: what git says of it.
        code: its exit code; below zero: the signal that ended it.
        told: what it wrote to standard error.
    """

    def __init__(self, message: Message, hint: Message | None = None, code: int = 0, told: str = "") -> None:
        super().__init__(message, hint)
        self.code = code
        self.told = told
        self.printed = b""


class Git:
    """Runs git in a folder.

    Args:
        folder: where.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._trust: tuple[str, ...] = ()

    def prefix(self) -> str:
        """What leads from the top of the repository to the folder, with a slash at the end.

        Raises:
            RevisionError: the folder lies in no repository, or in one that git does not open.
        """
        refuse_endless(self.folder)
        asked = "rev-parse", "--show-prefix"
        try:
            try:
                return os.fsdecode(self.run(*asked)).rstrip("\n")
            except GitError as error:
                if _ALIEN not in error.told:
                    raise
                self._trust = _trusted()
                return os.fsdecode(self.run(*asked)).rstrip("\n")
        except GitError as error:
            raise RevisionError(_unopened(str(self.folder), error.told), error.hint) from error

    def run(self, *arguments: str, data: bytes = b"") -> bytes:
        """What ``git ARGUMENTS`` prints.

        Raises:
            GitError: git ended with an error.
            RevisionError: git is not installed, or its answer has no end.
        """
        pieces: list[bytes] = []
        try:
            pieces.extend(self.chunks(*arguments, data=data))
        except GitError as error:
            error.printed = b"".join(pieces)
            raise
        return b"".join(pieces)

    def chunks(self, *arguments: str, data: bytes = b"", most: int = 0) -> Iterator[bytes]:
        """What ``git ARGUMENTS`` prints, piece by piece, while it is printed; who stops listening ends it.

        Args:
            arguments: its words.
            data: what it reads from standard input.
            most: bytes that it may print; else :data:`MOST_OUTPUT`.

        Raises:
            GitError: git ended with an error.
            RevisionError: git is not installed, or its answer has no end.
        """
        left, told = most or MOST_OUTPUT, bytearray()
        with self._started(arguments, data, told) as (process, late):
            while piece := _out(process).read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise endless()
                yield piece
            code = process.wait()
        if late.is_set():
            message = say("git gave no answer within {count} seconds", count=f"{SECONDS:g}")
            raise RevisionError(message, say("see with 'git fsck' what is the matter with the repository"))
        if code:
            text = told.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            reason = text or f"{arguments[0]}: {code}"
            hint = say("git says: {reason}", reason=reason)
            raise GitError(say("git cannot read the repository"), hint, code, text)

    @contextmanager
    def _started(
        self, arguments: tuple[str, ...], data: bytes, told: bytearray
    ) -> Iterator[tuple[subprocess.Popen[bytes], threading.Event]]:
        """Git at work, and what is set if it took too long; it is ended when nobody listens any more."""
        options = [word for one in (*_SETTINGS, *self._trust) for word in ("-c", one)]
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell; names of revisions are resolved first
                [_GIT, "--no-pager", *options, *arguments],
                cwd=self.folder, env={**kept, **_ENVIRONMENT}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                stdin=subprocess.PIPE if data else subprocess.DEVNULL,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise RevisionError(say("git is not installed"), say("install git to read revisions")) from error
        _bound(process.pid)
        late = threading.Event()
        helpers = [threading.Thread(target=_listen, args=(process.stderr, told))]
        if data:
            helpers.append(threading.Thread(target=_feed, args=(process.stdin, data)))
        watch = threading.Timer(SECONDS, _end, args=(process, late))
        watch.daemon = True
        for one in (*helpers, watch):
            one.start()
        try:
            yield process, late
        finally:
            watch.cancel()
            if process.poll() is None:
                process.kill()
                process.wait()
            for one in helpers:
                one.join()
            _out(process).close()


def endless() -> RevisionError:
    """What to raise where an answer has no end in sight."""
    message = say("the repository holds more than can be read at once")
    return RevisionError(message, say("see with 'git fsck' what is the matter with the repository"))


def _out(process: subprocess.Popen[bytes]) -> IO[bytes]:
    if process.stdout is None:
        raise ValueError("git was started without a pipe for what it prints")
    return process.stdout


def _listen(stream: IO[bytes], told: bytearray) -> None:
    with stream:
        while piece := stream.read(_CHUNK):
            told += piece[: _MOST_TOLD - len(told)]


def _feed(stream: IO[bytes], data: bytes) -> None:
    # Git may end before it has read everything: then its exit code tells why.
    with suppress(BrokenPipeError), stream:
        stream.write(data)


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _bound(pid: int) -> None:
    """Let a process take so much memory and no more."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - there is none elsewhere

    with suppress(ProcessLookupError):  # it has ended already
        _, hard = resource.prlimit(pid, resource.RLIMIT_DATA)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.prlimit(pid, resource.RLIMIT_DATA, (most, hard))


def _trusted() -> tuple[str, ...]:
    """The user's own list of trusted folders: the one thing taken from their configuration."""
    asked = [_GIT, "config", "--get-all", "safe.directory"]
    known = subprocess.run(asked, cwd="/", capture_output=True, check=False).stdout  # noqa: S603 - fixed words
    return tuple(f"safe.directory={line}" for line in os.fsdecode(known).splitlines())


def _unopened(folder: str, told: str) -> Message:
    """Why the repository of *folder* is not opened."""
    if _ALIEN in told:
        return say("the repository of '{path}' belongs to another user", path=folder)
    if _NONE in told:
        return say("'{path}' lies in no git repository", path=folder)
    return say("git does not open the repository of '{path}'", path=folder)
