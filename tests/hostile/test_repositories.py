"""Repositories whose inside was made by hand: broken, endless, lying; reading them costs a sentence and a bounded time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.source import git as reading
from stratkit.source import git_command
from tests.conftest import Ran
from tests.fuzz.road import bounded
from tests.hostile.conftest import PROJECT, change, committed, environment, git

Run = Callable[..., Ran]
COMMANDS = (
    ("lint", "--rev", "v2", "--level", "error"), ("lint", "--changed-since", "v1"), ("diff", "v1..v2"), ("amend", "v1..v2", "demo"),
    ("history", "demo", "project:booking"), ("blame", "demo", "project:booking"), ("editions",), ("lint", "--level", "error"),
)  # fmt: skip
SECONDS = 20
"""What any command may take here; most take less than one."""


def told(top: Path, stratkit: Run) -> dict[tuple[str, ...], Ran]:
    """What each command says; none takes long or much memory, none ends with anything but a sentence."""
    found = {}
    for command in COMMANDS:
        with bounded(SECONDS):
            found[command] = ran = stratkit("-C", top / "strategies", *command)
        assert ran.code in (0, 1, 2), ran.err
        assert len(ran.err.splitlines()) < 20, ran.err
    return found


def stored(top: Path, kind: str, data: bytes) -> str:
    """The id of an object, written as git writes it; git itself would refuse to make some of them."""
    whole = f"{kind} {len(data)}\0".encode() + data
    name = hashlib.sha1(whole).hexdigest()
    place = top / ".git/objects" / name[:2] / name[2:]
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(zlib.compress(whole, 1))
    return name


def tree(top: Path, *entries: tuple[str, str, str]) -> str:
    """A tree of entries: mode, name, id."""
    return stored(
        top, "tree", b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(one) for mode, name, one in entries)
    )


def with_entry(top: Path, revision: str, path: str, mode: str, identifier: str) -> str:
    """The tree of *revision* with an entry more, or in the place of another, at *path*."""
    env = environment(GIT_INDEX_FILE=str(top / ".git/other"))
    for words in (("read-tree", revision), ("update-index", "--force-remove", path)):
        subprocess.run(["git", *words], cwd=top, check=True, capture_output=True, env=env)
    if mode == "40000":
        words = ("read-tree", f"--prefix={path}/", identifier)
    else:
        words = ("update-index", "--add", "--cacheinfo", f"{mode},{identifier},{path}")
    subprocess.run(["git", *words], cwd=top, check=True, capture_output=True, env=env)
    made = subprocess.run(
        ["git", "write-tree", "--missing-ok"], cwd=top, check=True, capture_output=True, env=env, text=True
    )
    return made.stdout.strip()


def commit(top: Path, whole: str, after: str, tag: str, message: bytes = b"x\n", **fields: bytes) -> None:
    """A commit of a tree, and its tag; the branch leads to it too."""
    lines = {"tree": whole.encode(), "parent": git(top, "rev-parse", after).strip().encode(), "author": b"a <a> 0 +0000",
             "committer": b"a <a> 0 +0000", **fields}  # fmt: skip
    data = b"".join(b"%s %s\n" % (name.encode(), value) for name, value in lines.items() if value) + b"\n" + message
    name = stored(top, "commit", data)
    branch = git(top, "symbolic-ref", "HEAD").strip()
    for ref in (f"refs/tags/{tag}", branch):
        (top / ".git" / ref).write_text(f"{name}\n")


# ---- what a former revision may hold in the place of a file ----


def _submodule(top: Path) -> tuple[str, str]:
    return "160000", git(top, "rev-parse", "v1").strip()


def _link_that_is_a_project(top: Path) -> tuple[str, str]:
    return "120000", git(top, "rev-parse", f"v1:strategies/{PROJECT}").strip()


def _huge(top: Path) -> tuple[str, str]:
    return "100644", stored(top, "blob", b"#" * (50 * 1024 * 1024))


def _nonsense(top: Path) -> tuple[str, str]:
    return "100644", stored(top, "blob", b"\xff\0: [&a *a {{{")


def _bomb_of_aliases(top: Path) -> tuple[str, str]:
    return "100644", stored(top, "blob", b"a: &a [x]\n" + b"b: &b [*a,*a,*a,*a,*a,*a,*a]\n" * 50)


def _folder(top: Path) -> tuple[str, str]:
    return "40000", tree(top, ("100644", "booking.yaml", git(top, "rev-parse", f"v1:strategies/{PROJECT}").strip()))


def _missing(_top: Path) -> tuple[str, str]:
    return "100644", "12" * 20


ODD_ENTRIES = (_submodule, _link_that_is_a_project, _huge, _nonsense, _bomb_of_aliases, _folder, _missing)


@pytest.mark.parametrize("odd", ODD_ENTRIES)
def test_what_stood_in_the_place_of_a_file_is_no_version_of_it(
    top: Path, corpus: Path, stratkit: Run, odd: Callable[[Path], tuple[str, str]]
) -> None:
    commit(top, with_entry(top, "v1", f"strategies/{PROJECT}", *odd(top)), "v1", "v2")
    commit(top, git(top, "rev-parse", "v1^{tree}").strip(), "v2", "v3")
    ran = told(top, stratkit)
    story = ran["history", "demo", "project:booking"]
    assert story.code == 0, story.err
    assert [line.split()[0] for line in story.out.splitlines() if line.startswith("    ")] == ["↑", "↓", "↑"], story.out
    assert ran["lint", "--rev", "v2", "--level", "error"].code in (0, 1)


# ---- what has no end ----


def bomb(top: Path, levels: int, width: int) -> str:
    """A tree that holds a tree *width* times, and so on: a few kilobytes, *width* to the power of *levels* files."""
    mode, inner = "100644", stored(top, "blob", b"x: 1\n")
    for level in range(levels):
        suffix = "" if level else ".yaml"
        inner = tree(top, *((mode, f"{number:02}{suffix}", inner) for number in range(width)))
        mode = "40000"
    return inner


def test_trees_that_unfold_without_end_are_not_unfolded(
    top: Path, corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 20_000)
    own = git(top, "rev-parse", "v2:strategies").strip()
    listed = subprocess.run(
        ["git", "cat-file", "tree", own], cwd=top, capture_output=True, check=True, env=environment()
    )
    inner = b"40000 bomb\0" + bytes.fromhex(bomb(top, 8, 60))
    commit(top, tree(top, ("40000", "strategies", stored(top, "tree", inner + listed.stdout))), "v2", "v3")
    for words in (("lint", "--rev", "v3"), ("diff", "v1..v3"), ("build", "--rev", "v3", "-o", top / "built")):
        with bounded(SECONDS):
            ran = stratkit("-C", corpus, *words)
        assert ran.code == 2
        assert "more than can be read at once" in ran.err
    assert stratkit("-C", corpus, "history", "demo", "project:booking").code == 0
    assert not (top / "built").exists()


def test_what_lies_beside_the_folder_of_strategies_is_not_looked_at(top: Path, corpus: Path, stratkit: Run) -> None:
    own = git(top, "rev-parse", "v2:strategies").strip()
    commit(top, tree(top, ("40000", "bomb", bomb(top, 8, 60)), ("40000", "strategies", own)), "v2", "v3")
    with bounded(SECONDS):
        assert stratkit("-C", corpus, "diff", "v2..v3").code == 0


def test_folders_within_folders_of_a_revision_have_an_end(top: Path, corpus: Path, stratkit: Run) -> None:
    mode, inner = "100644", stored(top, "blob", b"x: 1\n")
    for level in range(5_000):
        inner = tree(top, (mode, "a" if level else "a.yaml", inner))
        mode = "40000"
    own = git(top, "rev-parse", "v2:strategies").strip()
    listed = subprocess.run(
        ["git", "cat-file", "tree", own], cwd=top, capture_output=True, check=True, env=environment()
    )
    deep = stored(top, "tree", b"40000 aaa\0" + bytes.fromhex(inner) + listed.stdout)
    commit(top, tree(top, ("40000", "strategies", deep)), "v2", "v3")
    with bounded(SECONDS):
        ran = stratkit("-C", corpus, "lint", "--rev", "v3", "--level", "error")
    assert ran.code in (0, 1) or "git cannot read the repository" in ran.err


def test_the_files_of_a_revision_are_counted(top: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 3)
    ran = stratkit("-C", top / "strategies", "lint", "--rev", "v1")
    assert (ran.code, "more than can be read at once" in ran.err) == (2, True)


def test_a_message_of_a_commit_that_is_huge_fills_no_memory(
    top: Path, corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_command, "MOST_MEMORY", 100_000_000)
    own = git(top, "rev-parse", "v1^{tree}").strip()
    commit(top, own, "v2", "v3", b"x" * 500_000_000)
    for words in (("history", "demo", "project:booking"), ("lint", "--rev", "v3")):
        ran = stratkit("-C", corpus, *words)
        assert ran.code == 2
        assert "emory" in ran.err, ran.err


def test_a_long_line_of_revisions_with_odd_names_is_told(top: Path, corpus: Path, stratkit: Run) -> None:
    data = (corpus / PROJECT).read_text()
    last = git(top, "rev-parse", "HEAD").strip()
    said = [f"reset refs/heads/long\nfrom {last}\n"]
    for number in range(3_000):
        body = data.replace("goal: ", f"goal: {number} ", 1).encode() if number % 100 == 0 else b""
        note = f"{number} {'x' * 2_000}"
        said.append(f"commit refs/heads/long\ncommitter a <a> {number} +0000\ndata {len(note)}\n{note}\n")
        if body:
            said.append(f"M 100644 inline strategies/{PROJECT}\ndata {len(body)}\n{body.decode()}\n")
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=top, input="".join(said).encode(), check=True, env=environment()
    )
    odd = ("a;b", "$(x)", "ё" * 50, "'q'", '"', "a&b", "#", "%0A", "é{x}", "v1.lock2", "<b>", "\u202e")
    names = [f"refs/tags/{sign}{number}" for sign in odd for number in range(400)]
    (top / ".git/packed-refs").write_text("".join(f"{last} {name}\n" for name in sorted(names, key=str.encode)))
    with bounded(SECONDS):
        ran = stratkit("-C", corpus, "history", "demo", "project:booking", "--rev", "long")
        assert len([line for line in ran.out.splitlines() if line.startswith("1970")]) == 30
        assert max(map(len, ran.out.splitlines())) < 1_000
        ran = stratkit("-C", corpus, "lint", "--rev", "v1x")
        assert ran.code == 2
        for sign in odd:
            assert stratkit("-C", corpus, "diff", f"{sign}7..v1").code == 1


@pytest.mark.parametrize("place", ["HEAD", "config", "packed-refs", "index", "objects/info/alternates", "refs/tags/v2", "shallow", "config.worktree"])  # fmt: skip
@pytest.mark.parametrize("kind", ["pipe", "device", "nonsense", "folder", "closed circle"])
def test_what_is_no_file_in_the_inside_ends_the_wait(
    top: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, place: str, kind: str
) -> None:
    monkeypatch.setattr(git_command, "SECONDS", 0.3)
    git(top, "config", "extensions.worktreeConfig", "true")
    odd = top / ".git" / place
    odd.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "folder":
        odd.mkdir()
    elif kind == "nonsense":
        odd.write_bytes(b"\xff\0[" * 1_000)
    else:
        odd.symlink_to("/dev/zero" if kind == "device" else odd)
    told(top, stratkit)


@pytest.mark.parametrize("place", ["HEAD", "config", "packed-refs", "index", "objects/info/alternates", "refs/tags/v2", "shallow", "config.worktree", "info/exclude"])  # fmt: skip
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_git_is_not_asked_where_it_would_wait(
    top: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, place: str, kind: str
) -> None:
    monkeypatch.setattr(git_command, "_GIT", "no-git-of-this-name")  # whoever asks it gets another sentence
    odd = top / ".git" / place
    odd.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to("/dev/zero")
    for command in (("lint", "--rev", "v2"), ("diff", "v1..v2"), ("history", "demo", "project:booking")):
        ran = stratkit("-C", top / "strategies", *command)
        assert ran.code == 2
        assert "where git needs a file" in ran.err
    assert stratkit("-C", top / "strategies", "lint", "--level", "error").code == 0


def test_the_inside_may_be_elsewhere_and_hold_a_socket(top: Path, stratkit: Run) -> None:
    """As in a second working folder, and as git's own monitor leaves it."""
    git(top, "worktree", "add", "-q", "second", "v1")
    with socket.socket(socket.AF_UNIX) as listening, contextlib.chdir(top / ".git"):
        listening.bind("fsmonitor--daemon.ipc")
    (top / ".git/info/attributes").symlink_to(os.devnull)
    assert "booking" in stratkit("-C", top / "second/strategies", "diff", "v1..v2").out
    os.mkfifo(top / ".git/worktrees/second/config.worktree")
    assert "where git needs a file" in stratkit("-C", top / "second/strategies", "diff", "v1..v2").err
    (top / ".git/worktrees/second/config.worktree").unlink()
    (top / ".git/packed-refs").unlink(missing_ok=True)
    os.mkfifo(top / ".git/packed-refs")
    assert "where git needs a file" in stratkit("-C", top / "second/strategies", "diff", "v1..v2").err


# ---- what is broken ----


@pytest.mark.parametrize(
    "name", ["HEAD", "HEAD^{tree}", "HEAD:strategies", "HEAD:strategies/demo/card.yaml", f"v1:strategies/{PROJECT}"]
)
@pytest.mark.parametrize("data", [None, b"", b"nonsense", zlib.compress(b"blob 5\0xx"), zlib.compress(b"tree 9\0" + b"1" * 9), zlib.compress(b"commit 99999999999999999999\0")])  # fmt: skip
def test_an_object_that_is_broken_costs_a_sentence(top: Path, stratkit: Run, name: str, data: bytes | None) -> None:
    one = git(top, "rev-parse", name).strip()
    place = top / ".git/objects" / one[:2] / one[2:]
    place.unlink()
    if data is not None:
        place.write_bytes(data)
    told(top, stratkit)


@pytest.mark.parametrize("fields", [
    {"author": b""}, {"committer": b""}, {"author": b"a\x1fb\x1f\x01c <\x1f> 0 +0000"}, {"author": b"\xff\xfe <x> 1 +0000"}, {"author": b"a <a> -5 +9999"},
    {"committer": b"a <a> 99999999999999999999 +0000"}, {"committer": b"a <a> x"}, {"encoding": b"UTF-16"}, {"encoding": b"no\xff"}, {"gpgsig": b"x"},
    {"message": b"sub\0ject\x01\n:100644 100644 a b M\n"}, {"message": b""}, {"message": b"\n\n\n"}, {"message": b"\x1f" * 50 + b"\x01" * 50}, {"parent": b""},
])  # fmt: skip
def test_what_a_commit_says_of_itself_is_text(top: Path, stratkit: Run, fields: dict[str, bytes]) -> None:
    commit(top, git(top, "rev-parse", "v2^{tree}").strip(), "v1", "v2", **fields)
    assert told(top, stratkit)["lint", "--rev", "v2", "--level", "error"].code == 0


# ---- what lies ----

SETTINGS = {
    "log.diffMerges": "combined", "diff.relative": "true", "diff.orderFile": "/nonexistent", "diff.noprefix": "true", "diff.ignoreSubmodules": "all",
    "log.follow": "true", "log.date": "human", "log.decorate": "full", "log.mailmap": "true", "mailmap.file": "{top}/mailmap", "format.pretty": "email",
    "i18n.logOutputEncoding": "UTF-16", "core.abbrev": "4", "core.quotePath": "false", "diff.renames": "copies", "log.showRoot": "false", "core.logAllRefUpdates": "always",
    "color.ui": "always", "diff.context": "0", "notes.displayRef": "refs/notes/*", "core.attributesFile": "/dev/zero",
    "core.excludesFile": "/dev/zero", "core.commentChar": "x", "core.splitIndex": "true", "index.sparse": "true", "diff.submodule": "log", "diff.colorMoved": "zebra",
}  # fmt: skip


def test_settings_of_the_repository_change_no_answer(top: Path, corpus: Path, stratkit: Run) -> None:
    git(top, "checkout", "-qb", "side", "v1")
    change(corpus, "С боку ")
    git(top, "commit", "-qam", "side")
    git(top, "merge", "-q", "-s", "ours", "-m", "merge", "v2")
    before = told(top, stratkit)
    (top / "mailmap").write_text("Another <x@y> a <a@example.org>\n")
    for name, value in SETTINGS.items():
        git(top, "config", name, value.format(top=top))
    assert told(top, stratkit) == before


def test_replaced_and_grafted_commits_are_told_as_they_are(top: Path, corpus: Path, stratkit: Run) -> None:
    change(corpus, "И ещё ")
    committed(top, "v3")
    before = told(top, stratkit)
    one, two, three = (git(top, "rev-parse", name).strip() for name in ("v1", "v2", "v3"))
    git(top, "replace", two, one)
    git(top, "replace", "-f", git(top, "rev-parse", "v3^{tree}").strip(), git(top, "rev-parse", "v1^{tree}").strip())
    (top / ".git/info").mkdir(exist_ok=True)
    (top / ".git/info/grafts").write_text(f"{three} {one}\n")
    assert git(top, "rev-parse", "v3^").strip() == one, "git itself does not obey grafts: this test proves nothing"
    assert told(top, stratkit) == before


def test_a_pattern_over_messages_names_no_revision(top: Path, corpus: Path, stratkit: Run) -> None:
    """strategy.yaml names the revision of an edition: a pattern there could be looked for without end."""
    for name in (":/(x*)*y", "v2^{/(x*)*y}", "HEAD^{/x}"):
        ran = stratkit("-C", corpus, "lint", "--rev", name)
        assert ran.code == 2
        assert "is no name of a revision" in ran.err
