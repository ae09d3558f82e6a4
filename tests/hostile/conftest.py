"""What the hostile tests share: the command line in a process of its own, and repositories."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "stratkit", "--lang", "en")
PROJECT = "demo/projects/health/booking.yaml"
RELEASE = (
    "release", "demo", "--id", "second", "--act-kind", "decree", "--act-issuer", "x", "--act-date", "2099-08-30", "--act-number", "512-р",
)  # fmt: skip

Files = Mapping[str, bytes]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NAMED_HERE = ("--host-resolver-rules=MAP attacker.test 127.0.0.1, MAP rebound.test 127.0.0.1",)
"""Names of others that lead to this computer: what an attacker's name server can say of his own name."""
Editions = tuple[list[Files], list[dict[str, str]]]
KILLS = int(os.environ.get("STRATKIT_KILLS", "20"))
"""How often each command is killed; ``make faults`` does it two hundred times."""
SEED = 20240817


def environment(**more: str) -> dict[str, str]:
    """The environment of a command that runs elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *filter(None, [kept.get("PYTHONPATH")])]), **more}


def stratkit(folder: Path, *arguments: str | Path, **options) -> subprocess.CompletedProcess[str]:
    """``stratkit ARGUMENTS`` in *folder*."""
    command = [*COMMAND, *map(str, arguments)]
    options = {"env": environment(), **options}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **options)


def git(folder: Path, *arguments: str) -> str:
    """What git prints; for setting a scene up, with nothing of the machine's settings."""
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    env = environment(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    return subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True, env=env
    ).stdout


def committed(top: Path, tag: str) -> None:
    """Record everything in *top* as *tag*."""
    git(top, "add", "-A")
    git(top, "commit", "-qm", tag)
    git(top, "tag", tag)


def snapshot(folder: Path) -> dict[str, str]:
    """Every file and link below *folder*, by what it holds; caches do not count."""
    found = {}
    for path in sorted(one for one in folder.rglob("*") if ".stratkit" not in one.parts):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def contents(folder: Path, patterns: Iterable[str] = ("*.yaml",)) -> dict[str, bytes]:
    """Every file of strategies, or like *patterns*; what a dead command left beside them under a hidden name is none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(one for pattern in patterns for one in folder.rglob(pattern))
        if not path.name.startswith(".") and ".stratkit" not in path.parts
    }


def restore(folder: Path, files: Files, patterns: Iterable[str] = ("*.yaml",)) -> None:
    """Let the files of *folder* be *files* again."""
    for path in contents(folder, patterns).keys() - files.keys():
        (folder / path).unlink()
    for path, data in files.items():
        if not (folder / path).is_file() or (folder / path).read_bytes() != data:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def disordered(folder: Path) -> None:
    """Give `fmt` something to do in every file, and `lint --fix` in many."""
    for path in sorted(folder.rglob("*.yaml")):
        first, *rest = path.read_text().split("\n")
        path.write_text(
            "\n".join(
                [
                    *([first] if first.startswith("#") else ["# x", first]),
                    *(f"{line}  " if line else line for line in rest),
                ]
            )
        )
    file = folder / PROJECT
    file.write_text(file.read_text().replace("goal: ", "goal: Два  пробела ", 1))


def public(site: Path) -> dict[str, str]:
    """The files of a website, without what stratkit itself keeps there."""
    return {path: data for path, data in snapshot(site).items() if not path.startswith(".stratkit")}


@pytest.fixture
def editions(tmp_path: Path, corpus: Path) -> Editions:
    """Two states of the workspace, and the website that a clean build makes of each."""
    states, sites = [], []
    text = (corpus / PROJECT).read_text()
    for number in range(2):
        (corpus / PROJECT).write_text(text.replace("goal: ", f"goal: Состояние {number} ", 1))
        states.append(contents(corpus))
        target = tmp_path / f"clean-{number}"
        assert stratkit(tmp_path, "-C", corpus, "build", "-o", target, "--keep-going").returncode == 0
        sites.append(public(target))
        shutil.rmtree(target)
        shutil.rmtree(corpus / ".stratkit", ignore_errors=True)
    return states, sites


@pytest.fixture
def top(tmp_path: Path, corpus: Path) -> Path:
    """A repository with two editions of a project."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "gc.auto", "0")
    committed(tmp_path, "v1")
    change(corpus, "Иначе ")
    committed(tmp_path, "v2")
    return tmp_path


def change(corpus: Path, words: str) -> None:
    """Let the goal of a project begin with *words*."""
    file = corpus / PROJECT
    file.write_text(file.read_text().replace("goal: ", f"goal: {words}", 1))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install the package 'chromium' to run the browser tests")
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package 'playwright'")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", *NAMED_HERE],
        )
        yield chromium
        chromium.close()


def secret(tmp_path: Path) -> Path:
    """A file outside of the workspace that nobody may show."""
    file = tmp_path / "secret.yaml"
    file.write_text("stratkit: card/1\nactions: [{text: TOP-SECRET}]\n")
    return file
