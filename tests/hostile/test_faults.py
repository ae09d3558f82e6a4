"""Whatever happens midway, files are whole: those of the editor before or after, the website one edition, the next run as clean.

What is killed stands in ``test_kills``; here clocks, disks, caches and other hands fail. Everything goes through the command
line, in processes of their own.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import CORPUS
from tests.hostile.conftest import (
    COMMAND,
    KILLS,
    PROJECT,
    RELEASE,
    SEED,
    Editions,
    committed,
    contents,
    disordered,
    environment,
    git,
    public,
    restore,
    stratkit,
)


def test_two_builds_at_once_leave_one_whole_edition(tmp_path: Path, corpus: Path, editions: Editions) -> None:
    states, sites = editions
    site, other = tmp_path / "site", tmp_path / "other"
    shutil.copytree(corpus, other)
    restore(corpus, states[0])
    restore(other, states[1])
    for _ in range(max(1, KILLS // 10)):
        builds = [
            subprocess.Popen([*COMMAND, "-C", str(folder), "build", "-o", str(site), "--keep-going"], env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
            for folder in (corpus, other, corpus)
        ]  # fmt: skip
        for one in builds:
            _out, said = one.communicate()
            assert one.returncode in (0, 2), said.decode()
            assert b"Traceback" not in said
        assert public(site) in sites


@pytest.mark.parametrize(
    "command",
    [("lint",), ("build", "--keep-going", "-o", "site"), ("fmt", "--check"), ("export", "demo", "--format", "json")],
)
def test_a_file_that_changes_while_it_is_read_breaks_nothing(
    tmp_path: Path, corpus: Path, command: tuple[str, ...]
) -> None:
    text, ended = (corpus / PROJECT).read_text(), threading.Event()

    def meddle() -> None:
        chance = random.Random(SEED)
        while not ended.is_set():
            match chance.randrange(4):
                case 0:
                    (corpus / PROJECT).write_text(text[: chance.randrange(len(text))])
                case 1:
                    (corpus / PROJECT).unlink(missing_ok=True)
                case 2:
                    (corpus / "demo/card.yaml").rename(corpus / "demo/card.away")
                    (corpus / "demo/card.away").rename(corpus / "demo/card.yaml")
                case _:
                    (corpus / PROJECT).write_text(text)
            time.sleep(0.002)

    meddler = threading.Thread(target=meddle)
    meddler.start()
    try:
        for _ in range(max(2, KILLS // 5)):
            ran = stratkit(tmp_path, "-C", corpus, *command)
            assert ran.returncode in (0, 1, 2), ran.stderr
            assert "Traceback" not in ran.stderr, ran.stderr
    finally:
        ended.set()
        meddler.join()
    shutil.rmtree(corpus)
    shutil.copytree(CORPUS, corpus)
    clean = stratkit(tmp_path, "-C", corpus, "lint", "--format", "json").stdout
    shutil.rmtree(corpus / ".stratkit", ignore_errors=True)
    assert stratkit(tmp_path, "-C", corpus, "lint", "--format", "json").stdout == clean


@pytest.mark.parametrize("second", [0.0, 946684800.0, 4102444800.0], ids=["1970", "2000", "2100"])
def test_a_clock_that_goes_back_hides_no_change(tmp_path: Path, corpus: Path, second: float) -> None:
    """A change of the same length with the former time of the file is seen all the same."""

    def set_clock(when: float) -> None:
        for path in corpus.rglob("*.yaml"):
            os.utime(path, (when, when))

    set_clock(4102444800.0)
    command = ("-C", str(corpus), "lint", "--format", "concise")
    stratkit(tmp_path, *command)
    assert stratkit(tmp_path, "-C", str(corpus), "build", "-o", "site", "--keep-going").returncode == 0
    text = (corpus / PROJECT).read_text()
    (corpus / PROJECT).write_text(text.replace("goal: За", "goal: За", 1).replace("id: booking", "id: bookinG", 1))
    set_clock(second)
    said = stratkit(tmp_path, *command)
    assert PROJECT in said.stdout, said.stdout
    assert "bookinG" in said.stdout
    assert stratkit(tmp_path, "-C", str(corpus), "build", "-o", "site").returncode == 2
    (corpus / PROJECT).write_text(text.replace("number: 1", "number: 9", 1))
    set_clock(second)
    assert stratkit(tmp_path, "-C", str(corpus), "build", "-o", "site", "--keep-going").returncode == 0
    old = public(tmp_path / "site")
    assert stratkit(tmp_path, "-C", str(corpus), "build", "-o", "clean", "--keep-going").returncode == 0
    assert old == public(tmp_path / "clean")


@pytest.mark.parametrize(
    "damage", [b"", b"\x00" * 100, b"{", b"stratkit.cache/1 x x\n{}"], ids=["empty", "zeros", "half", "forged"]
)
def test_caches_that_are_damaged_heal(tmp_path: Path, corpus: Path, damage: bytes) -> None:
    lint = ("-C", str(corpus), "lint", "--format", "json")
    clean = stratkit(tmp_path, *lint).stdout
    assert stratkit(tmp_path, "-C", corpus, "build", "-o", "site", "--keep-going").returncode == 0
    built = public(tmp_path / "site")
    kept = [
        path for folder in (corpus / ".stratkit", tmp_path / "site") for path in folder.rglob("*") if path.is_file()
    ]
    kept = [path for path in kept if ".stratkit" in path.as_posix().removeprefix(str(tmp_path))]
    assert kept
    for path in kept:
        path.write_bytes(damage)
    assert stratkit(tmp_path, *lint).stdout == clean
    assert stratkit(tmp_path, "-C", corpus, "build", "-o", "site", "--keep-going").returncode == 0
    assert public(tmp_path / "site") == built


# ---- a disk that is full, a folder that cannot be written to ----


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Callable[[str], None]]:
    folder.mkdir()
    mount = shutil.which("mount")
    done = (
        subprocess.run([mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False)
        if mount
        else None
    )
    if done is None or done.returncode:
        pytest.skip("no disk can be mounted here: that needs root")
    try:
        yield lambda again: subprocess.run([mount, "-o", f"remount,{again}", str(folder)], check=True) and None
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


WRITING = {
    "fmt": ("fmt",), "lint --fix": ("lint", "--fix"), "release": RELEASE, "build": ("build", "-o", "../site", "--keep-going"),
    "new": ("new", "project", "demo", "education", "brand-new", "--title", "x"), "export": ("export", "demo", "--format", "json", "-o", "../demo.json"),
    "document": ("document", "demo", "--keep-going", "-o", "../demo.html"),
}  # fmt: skip


@pytest.mark.parametrize("fault", ["full", "read-only"])
@pytest.mark.parametrize("name", WRITING)
def test_a_disk_that_takes_nothing_more_loses_nothing(tmp_path: Path, name: str, fault: str) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, "size=8m") as remount:
        folder = disk / "strategies"
        shutil.copytree(CORPUS, folder)
        if name in ("fmt", "lint --fix"):
            disordered(folder)
        before = contents(folder)
        if fault == "full":
            with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
                while True:
                    ballast.write(b"x" * 4096)
        else:
            remount("ro")
        ran = stratkit(folder, "-C", folder, *WRITING[name])
        assert ran.returncode in (1, 2), (ran.stdout, ran.stderr)
        assert "Traceback" not in ran.stderr, ran.stderr
        midway = contents(folder)
        assert midway == before or name in ("fmt", "lint --fix")
        assert not (disk / "site" / "index.html").exists() or (disk / "site" / "demo" / "index.html").exists()
        remount("rw,size=64m")
        (disk / "ballast").unlink(missing_ok=True)
        again = stratkit(folder, "-C", folder, *WRITING[name])
        assert again.returncode in (0, 1), again.stderr
        after = contents(folder)
        assert all(data in (before[path], after[path]) for path, data in midway.items()), "a file is half-written"
        assert not [path for path in disk.iterdir() if path.name.startswith(".site")]


def test_a_merge_in_git_that_is_killed_can_be_made_again(tmp_path: Path, corpus: Path) -> None:
    """The driver as git calls it: whatever git finds after a kill, the versions are all still there."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("*.yaml merge=stratkit\n")
    committed(tmp_path, "v1")
    git(tmp_path, "config", "merge.stratkit.driver", f"{sys.executable} -m stratkit merge-driver %O %A %B %P")
    text = (corpus / PROJECT).read_text()
    git(tmp_path, "checkout", "-qb", "side")
    (corpus / PROJECT).write_text(text.replace("number: 1", "number: 7", 1))
    committed(tmp_path, "side-1")
    git(tmp_path, "checkout", "-q", "main")
    (corpus / PROJECT).write_text(text.replace("goal: ", "goal: Иначе ", 1))
    committed(tmp_path, "main-1")
    chance = random.Random(SEED)
    ours = (corpus / PROJECT).read_bytes()
    for _ in range(max(2, KILLS // 5)):
        process = subprocess.Popen(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", "merge", "-q", "side"],
            cwd=tmp_path,
            env=environment(),
            start_new_session=True,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, 0.6))
        os.killpg(process.pid, 9)
        process.wait()
        time.sleep(0.05)
        for lock in (tmp_path / ".git").rglob("*.lock"):  # of the index or of a reference: git asks people to delete it
            lock.unlink()
        git(tmp_path, "reset", "-q", "--hard", "main-1")
        assert (corpus / PROJECT).read_bytes() == ours
    git(tmp_path, "merge", "-q", "side", "-m", "merged")
    merged = (corpus / PROJECT).read_text()
    assert "number: 7" in merged
    assert "goal: Иначе " in merged
