"""A repository made by somebody hostile is read, and nothing of it runs: a canary tells whether something did."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.hostile.conftest import committed, environment, git
from tests.hostile.conftest import stratkit as run_stratkit

COMMANDS = (
    ("lint", "--rev", "v1"), ("lint", "--base", "v1"), ("lint", "--changed-since", "v1"), ("diff", "v1..v2"), ("history", "demo", "booking"),
    ("blame", "demo", "booking"), ("editions",), ("build", "--rev", "v1", "-o", "../built", "--keep-going"),
    ("document", "demo", "--rev", "v1", "--keep-going", "-o", "../demo.html"), ("export", "demo", "--rev", "v1", "--format", "json", "-o", "../demo.json"),
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path, corpus: Path) -> Iterator[Path]:
    """The folder of strategies of a repository that would run ``canary`` in every way that git knows."""
    top = tmp_path
    canary, trap = top / "canary", top / ".git" / "trap.sh"
    git(top, "init", "-q")
    committed(top, "v1")
    card = corpus / "demo/card.yaml"
    card.write_text(card.read_text() + "# later\n")
    committed(top, "v2")
    trap.write_text(f'#!/bin/sh\necho "$0 $@" >> {canary}\ncat 2>/dev/null\n')
    trap.chmod(0o755)
    included = top / ".git" / "included"
    included.write_text(
        f"[core]\n\tpager = {trap}\n\tsshCommand = {trap}\n[alias]\n\tls-tree = !{trap}\n\tlog = !{trap}\n"
    )
    run = str(trap)
    for name, value in {
        "core.fsmonitor": run, "core.pager": run, "core.editor": run, "core.askPass": run, "core.sshCommand": run, "core.gitProxy": run,
        "core.hooksPath": str(top / ".git/hooks"), "core.alternateRefsCommand": run, "core.attributesFile": str(top / ".git/attributes"),
        "diff.external": run, "diff.x.textconv": run, "diff.x.command": run, "filter.x.smudge": run, "filter.x.clean": run, "filter.x.process": run,
        "filter.x.required": "true", "merge.x.driver": run, "gpg.program": run, "gpg.ssh.program": run, "log.showSignature": "true", "pager.log": run,
        "pager.diff": run, "pager.ls-tree": run, "credential.helper": f"!{run}", "uploadpack.packObjectsHook": run, "include.path": str(included),
        "sequence.editor": run, "interactive.diffFilter": run, "extensions.partialClone": "origin", "remote.origin.url": f"ext::{run} %S",
        "remote.origin.promisor": "true", "remote.origin.uploadpack": run, "trace2.eventTarget": str(canary),
    }.items():  # fmt: skip
        git(top, "config", name, value)
    for hook in (
        "post-checkout",
        "pre-commit",
        "post-index-change",
        "reference-transaction",
        "pre-auto-gc",
        "fsmonitor-watchman",
    ):
        (top / ".git/hooks").mkdir(exist_ok=True)
        (top / ".git/hooks" / hook).write_text(trap.read_text())
        (top / ".git/hooks" / hook).chmod(0o755)
    (top / ".git/attributes").write_text("* diff=x filter=x merge=x\n")
    (top / ".git/info").mkdir(exist_ok=True)
    (top / ".git/info/attributes").write_text("* diff=x filter=x merge=x ident working-tree-encoding=UTF-16\n")
    canary.unlink(missing_ok=True)  # setting the scene up may have run it
    yield corpus
    told = canary.read_text() if canary.exists() else ""
    assert not told, f"the repository ran something: {told}"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_no_command_runs_anything_of_a_hostile_repository(
    hostile: Path, command: tuple[str, ...], stratkit: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hostile)
    ran = stratkit("-C", hostile, *command)
    assert ran.code in (0, 1), ran.err


def test_the_trap_works(hostile: Path) -> None:
    """Git itself does run the canary in this repository: otherwise the other tests would prove nothing."""
    canary = hostile.parent / "canary"
    subprocess.run(["git", "status"], cwd=hostile, capture_output=True, check=False, env=environment())
    assert canary.exists()
    canary.unlink()


def test_a_repository_of_somebody_else_is_refused_unless_trusted(tmp_path: Path, corpus: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files to somebody else")
    git(tmp_path, "init", "-q")
    committed(tmp_path, "v1")
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.lchown(path, 65534, 65534)
    env = environment(HOME=str(tmp_path), GIT_CONFIG_GLOBAL="/nonexistent")
    ran = run_stratkit(tmp_path, "-C", corpus, "lint", "--rev", "v1", env=env)
    assert ran.returncode == 2
    assert "dubious ownership" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", [
    "--upload-pack=touch canary", "-o../canary", "--output=../canary", "-c", "--exec=touch canary", "--help", "", "\n", "a b", "@{-1}", ":/x",
    "HEAD:../../etc/passwd", "v1:/etc", "v1:..", "v1:-x", "$(touch canary)", "`touch canary`", "v1;touch canary", "v1^{/x}", "v1\x00", "\udcff",
])  # fmt: skip
@pytest.mark.parametrize(
    "command",
    [("lint", "--rev={}"), ("lint", "--base={}"), ("diff", "--", "{}..v1"), ("build", "-o", "../built", "--rev={}")],
)
def test_a_name_of_a_revision_is_never_an_option_or_a_command(
    tmp_path: Path, corpus: Path, stratkit, command, name: str
) -> None:
    git(tmp_path, "init", "-q")
    committed(tmp_path, "v1")
    ran = stratkit("-C", corpus, *(word.format(name) if "{}" in word else word for word in command))
    assert ran.code == 2 or name in ("@{-1}", ":/x", ""), (ran.code, ran.out, ran.err)
    assert "Traceback" not in ran.err
    assert not list(tmp_path.rglob("canary"))


def test_odd_references_submodules_links_and_huge_blobs_are_passed_over(
    tmp_path: Path, corpus: Path, stratkit: Callable[..., Ran]
) -> None:
    top = tmp_path
    git(top, "init", "-q")
    (corpus / "demo/huge.yaml").write_bytes(b"#" * (5 * 1024 * 1024))
    (corpus / "demo/link.yaml").symlink_to("/etc/passwd")
    (corpus / ".gitattributes").write_text("*.yaml export-ignore filter=x diff=x text eol=crlf ident\n")
    (top / ".gitmodules").write_text('[submodule "-x"]\n\tpath = -x\n\turl = -u./canary\n')
    inner = corpus / "module.yaml"
    inner.mkdir()
    git(inner, "init", "-q")
    git(inner, "commit", "--allow-empty", "-qm", "x")
    committed(top, "v1")
    head = git(top, "rev-parse", "HEAD")
    for name in ("-x", "--help", "refs", "HEAD", "a;b", "$(x)", "ё", "x" * 200):
        (top / ".git/refs/tags" / name).write_text(head)
    (top / ".git/refs/heads/broken").write_text("not an id\n")
    ran = stratkit("-C", corpus, "lint", "--rev", "v1", "--format", "concise")
    assert ran.code in (0, 1), ran.err
    for path in ("demo/huge.yaml", "demo/link.yaml", "module.yaml"):
        assert re.search(rf"{path}:\S* .*SRC001", ran.out), ran.out
    assert "root:" not in ran.out


def entry(mode: str, name: str, identifier: str) -> bytes:
    """An entry of a tree as git stores it."""
    return f"{mode} {name}".encode() + b"\0" + bytes.fromhex(identifier)


def stored(top: Path, kind: str, data: bytes) -> str:
    """The id of an object that git itself would refuse to make."""
    command = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return (
        subprocess.run(command, cwd=top, input=data, capture_output=True, check=True, env=environment())
        .stdout.decode()
        .strip()
    )


@pytest.mark.parametrize(
    "names", [("..", "out.yaml"), ("other", "..", "..", "out.yaml"), (".git", "config.yaml"), ("a\\..\\x.yaml",), ("/etc", "x.yaml"), (".", "x.yaml"), ("con", "card.yaml")]
)  # fmt: skip
def test_paths_of_a_tree_that_lead_out_are_names_and_nothing_more(
    tmp_path: Path, corpus: Path, stratkit: Callable[..., Ran], names: tuple[str, ...]
) -> None:
    """Git refuses to make or check out such trees; stratkit reads blobs and checks nothing out."""
    top = tmp_path
    git(top, "init", "-q")
    committed(top, "v1")
    inner = entry("100644", names[-1], git(top, "rev-parse", "v1:strategies/demo/card.yaml").strip())
    for name in reversed(names[:-1]):
        inner = entry("40000", name, stored(top, "tree", inner))
    own = subprocess.run(
        ["git", "cat-file", "tree", "v1:strategies"], cwd=top, capture_output=True, check=True, env=environment()
    ).stdout
    whole = stored(top, "tree", entry("40000", "strategies", stored(top, "tree", own + inner)))
    commit = stored(top, "commit", f"tree {whole}\nauthor a <a> 0 +0000\ncommitter a <a> 0 +0000\n\nx\n".encode())
    git(top, "update-ref", "refs/tags/evil", commit)
    before = {path.name for path in top.parent.iterdir()}
    ran = stratkit("-C", corpus, "build", "--rev", "evil", "-o", top / "built", "--keep-going")
    assert ran.code in (0, 2), ran.err
    assert {path.name for path in top.parent.iterdir()} == before
    assert {one.name for one in top.iterdir()} <= {".git", "strategies", "schema", "built"}
