"""Names of files and folders that lead a terminal, begin a line of their own, are no text or lie too deep."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.lint.formats import REPORTS
from tests.conftest import Ran
from tests.hostile.conftest import committed, git
from tests.hostile.conftest import stratkit as run_stratkit

Run = Callable[..., Ran]
HEALTH = "demo/projects/health"
NAMES = (
    b"\x1b[31mred.yaml", b"line\n::error file=x::y.yaml", b"line\r::stop-commands::x.yaml", b"bad\xff.yaml", "rtl\u202egnp.yaml".encode(),
    b"c1\xc2\x9b31m.yaml", b"\x7f.yaml", b"\t.yaml", "\ufeff.yaml".encode(), "\ue000.yaml".encode(),
)  # fmt: skip
ODD = (" .yaml", "-x.yaml", "a b.yaml", '"q".yaml', "'q'.yaml", "%0A.yaml", "a,b:c.yaml", "|pipe`.yaml", "<script>.yaml", "{0.__class__}.yaml", "{path}.yaml", "$(x).yaml", "ж.yaml", "x" * 240 + ".yaml")  # fmt: skip
COMMANDS = (
    ("fmt", "--check"), ("fmt", "--diff"), ("fmt",), ("lint", "--fix"), ("migrate",), ("editions",),
    ("build", "-o", "site", "--keep-going"), ("export", "demo", "--format", "json", "-o", "demo.json"), ("document", "demo", "--keep-going", "-o", "demo.html"),
    ("diff", "HEAD.."), ("lint", "--write-baseline", "list.json"), ("lint", "--rev", "HEAD"), ("lint", "--changed-since", "HEAD"),
)  # fmt: skip


@pytest.fixture
def named(tmp_path: Path, corpus: Path) -> Path:
    """A workspace with a wrong file under each name, in a repository."""
    data = (corpus / HEALTH / "booking.yaml").read_bytes().replace(b"goal: ", b"goals: ")
    for name in (*NAMES, *map(os.fsencode, ODD)):
        Path(os.fsdecode(os.fsencode(corpus / HEALTH) + b"/" + name)).write_bytes(data)
    (corpus / "demo" / "fold\ner").mkdir()
    (corpus / "demo" / "fold\ner" / "a.yaml").write_bytes(data)
    git(tmp_path, "init", "-q")
    committed(tmp_path, "v1")
    return corpus


def said(ran: object) -> None:
    """Nothing of a run begins a line that a CI service obeys, or leads a terminal."""
    text = ran.stdout + ran.stderr
    assert "Traceback" not in text, text[-2000:]
    assert not {"\x1b", "\x9b", "\u202e", "\x7f", "\r"} & {*text}
    for line in text.splitlines():
        assert not line.lstrip().startswith(("::error file=x", "::stop-commands"))


@pytest.mark.parametrize("form", REPORTS)
def test_reports_hold_names_as_texts(named: Path, form: str) -> None:
    ran = run_stratkit(named, "lint", "--format", form)
    assert ran.returncode == 1
    said(ran)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_commands_say_names_as_texts(named: Path, command: tuple[str, ...]) -> None:
    ran = run_stratkit(named, *command)
    assert ran.returncode in (0, 1, 2)
    said(ran)


@pytest.mark.parametrize("revision", [(), ("--rev", "v1")])
def test_a_name_that_cannot_be_shown_is_told_and_the_file_is_not_read(named: Path, revision: tuple[str, ...]) -> None:
    ran = run_stratkit(named, "lint", "--format", "concise", *revision)
    told = [line for line in ran.stdout.splitlines() if "SRC001" in line]
    assert len(told) == len(NAMES) + 1, ran.stdout
    assert f"{HEALTH}/bad<U+DCFF>.yaml:1:1: warning SRC001" in ran.stdout
    for name in ODD[:2]:
        assert f"{HEALTH}/{name}:" in ran.stdout


@pytest.mark.parametrize("words", [("lint",), ("build", "-o", "site", "--keep-going"), ("fmt", "--check")])
def test_folders_within_folders_have_an_end(corpus: Path, words: tuple[str, ...]) -> None:
    here = os.open(corpus / "demo", os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("a", dir_fd=here)
        inner = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("x.yaml", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    try:
        ran = run_stratkit(corpus, *words)
    finally:
        subprocess.run(["rm", "-rf", "a"], cwd=corpus / "demo", check=True)  # Python itself would not reach the bottom
    assert ran.returncode in (0, 1), ran.stderr[-500:]
    assert "Traceback" not in ran.stderr
    if words == ("lint",):
        assert "the folder is nested too deeply" in ran.stdout


def test_names_in_the_history_are_texts(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    """Authors and branches are strangers' words too."""
    git(tmp_path, "init", "-q")
    committed(tmp_path, "v1")
    project = corpus / HEALTH / "booking.yaml"
    project.write_text(project.read_text().replace("goal: ", "goal: Иначе ", 1))
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=\x1b[31m::error::x\u202e", "commit", "-qm", "\x1b[31m::error file=x::subject\u202e\r::stop-commands::x")  # fmt: skip
    git(tmp_path, "branch", "v\u202e9")
    for words in (
        ("history", "demo", "booking"),
        ("blame", "demo", "booking"),
        ("diff", "v1.."),
        ("lint", "--rev", "v9"),
    ):
        ran = stratkit("-C", corpus, *words)
        assert ran.code in (0, 1, 2)
        assert not {"\x1b", "\u202e", "\r"} & {*(ran.out + ran.err)}, words
        assert not any(line.lstrip().startswith(("::error", "::stop")) for line in (ran.out + ran.err).splitlines())
