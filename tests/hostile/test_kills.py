"""Killed at any moment, a command leaves every file as before or as after, and the next run gives the bytes of a clean one.

Half of the moments are chosen by the clock, half by the touches of the disk (:mod:`tests.hostile.deadly`), so that none of
the latter falls between two beats of the clock. ``make faults`` kills two hundred times each; here it is twenty
(STRATKIT_KILLS sets how many).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
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
    Files,
    contents,
    disordered,
    environment,
    git,
    public,
    restore,
    stratkit,
)

CLEAN, FOUND = (0,), (0, 1)


@dataclass(frozen=True)
class Moment:
    """When a command dies: after so many seconds, or at a touch of the disk."""

    seconds: float = 0.0
    touch: int = 0


NEVER = 10**9
"""A touch that no command comes to."""


def killed(folder: Path, command: tuple[str, ...], moment: Moment, **variables: str) -> bool:
    """Run a command and kill it with all its processes; whether it was still at work."""
    deadly = (sys.executable, "-m", "tests.hostile.deadly", str(moment.touch or NEVER), os.devnull)
    process = subprocess.Popen(
        [*(deadly if moment.touch or variables else COMMAND), *command],
        cwd=folder, env=environment(**variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    if moment.touch:
        return process.wait() == -signal.SIGKILL
    time.sleep(moment.seconds)
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return alive


def moments(
    folder: Path, ready: Callable[[], tuple[str, ...]], codes: tuple[int, ...], **variables: str
) -> list[Moment]:
    """Random moments within the time that the command takes when it is left alone, most of them where it writes.

    Args:
        folder: where it runs.
        ready: puts its files back to what they were, and gives its words.
        codes: with which it may end.
        variables: of its environment.
    """
    told = folder.parent / "touches"
    counting = (sys.executable, "-m", "tests.hostile.deadly", "0", str(told))

    def left_alone(launcher: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        words = [*launcher, *ready()]
        return subprocess.run(
            words, cwd=folder, env=environment(**variables), capture_output=True, text=True, check=False
        )

    left_alone(counting)  # the first run of all is slower than those that follow
    started = time.monotonic()
    ran = left_alone(counting if variables else COMMAND)
    taken = time.monotonic() - started
    assert ran.returncode in codes, ran.stderr
    left_alone(counting)
    touches = int(told.read_text())
    told.unlink()
    assert touches, "the command writes nothing"
    chance = random.Random(SEED)
    by_touch = [Moment(touch=chance.randint(1, touches)) for _ in range(KILLS // 2)]
    by_clock = [
        Moment(taken * (chance.uniform(0.5, 1.05) if chance.random() < 0.7 else chance.uniform(0, 1)))
        for _ in range(KILLS - len(by_touch))
    ]
    return [*by_touch, *by_clock]


@dataclass(frozen=True)
class Victim:
    """A command that is killed.

    Args:
        command: its words.
        codes: with which it may end.
        prepare: gives it something to do.
        patterns: the files that it writes.
    """

    command: tuple[str, ...]
    codes: tuple[int, ...] = CLEAN
    prepare: Callable[[Path], None] = lambda _folder: None
    patterns: tuple[str, ...] = ("*.yaml",)


def _outputs(folder: Path) -> None:
    """Results of a former run, where the next ones are to be written."""
    for name in ("demo.json", "demo.docx"):
        (folder / name).write_text("the former result")


VICTIMS = {
    "fmt": Victim(("fmt",), FOUND, disordered),
    "lint --fix": Victim(("lint", "--fix"), FOUND, disordered),
    "release": Victim(RELEASE),
    "new region": Victim(("new", "region", "fresh", "--name", "Новая область")),
    "new project": Victim(("new", "project", "demo", "transport", "brand-new", "--title", "Новый проект")),
    "new indicator": Victim(
        (
            "new",
            "indicator",
            "demo",
            "transport",
            "brand-new",
            "--title",
            "Доля",
            "--unit",
            "percent",
            "--direction",
            "up",
        )
    ),
    "new workspace": Victim(("new", "workspace", "made"), patterns=("*.yaml", "*.json")),
    "schema": Victim(("schema", "-o", "made"), patterns=("*.json",)),
    "export": Victim(("export", "demo", "--format", "json", "-o", "demo.json"), CLEAN, _outputs, ("*.json",)),
    "document": Victim(("document", "demo", "--keep-going", "-o", "demo.docx"), CLEAN, _outputs, ("*.docx",)),
    "lint --write-baseline": Victim(("lint", "--write-baseline", "baseline.json"), FOUND, patterns=("*.json",)),
}


@pytest.mark.parametrize("name", VICTIMS)
def test_a_command_that_is_killed_leaves_every_file_as_before_or_as_after(corpus: Path, name: str) -> None:
    victim = VICTIMS[name]
    victim.prepare(corpus)
    _killed_again_and_again(corpus, victim.command, victim.codes, victim.patterns)
    warm = stratkit(corpus, "lint", "--format", "json")
    assert warm.stdout == stratkit(corpus, "lint", "--format", "json", env=environment(STRATKIT_CACHE="off")).stdout


def test_a_merge_driver_that_is_killed_leaves_our_file_as_before_or_merged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "merge").mkdir()
    text = (CORPUS / PROJECT).read_text()
    for name, words in (("base.yaml", "goal: "), ("ours.yaml", "goal: Иначе "), ("theirs.yaml", "goal: ")):
        (tmp_path / "merge" / name).write_text(text.replace("goal: ", words, 1))
    theirs = tmp_path / "merge" / "theirs.yaml"
    theirs.write_text(theirs.read_text().replace("number: 1", "number: 7", 1))
    command = ("merge-driver", "base.yaml", "ours.yaml", "theirs.yaml", PROJECT)
    _killed_again_and_again(tmp_path / "merge", command, CLEAN, ("*.yaml",))


def _killed_again_and_again(
    folder: Path, command: tuple[str, ...], codes: tuple[int, ...], patterns: tuple[str, ...]
) -> None:
    before = contents(folder, patterns)

    def ready() -> tuple[str, ...]:
        restore(folder, before, patterns)
        return command

    planned = moments(folder, ready, codes)
    after = contents(folder, patterns)
    assert after != before
    interrupted = 0
    for moment in planned:
        ready()
        interrupted += killed(folder, command, moment)
        now = contents(folder, patterns)
        half = [path for path, data in now.items() if data not in (before.get(path), after.get(path))]
        assert not half, f"{moment}: half-written: {half}"
        assert before.keys() <= now.keys(), moment
        if moment.touch:
            _goes_on(folder, command, codes, patterns, after, moment)
    assert interrupted >= KILLS // 3, "no command was still at work: the moments are badly chosen"
    ready()
    assert stratkit(folder, *command).returncode in codes
    assert contents(folder, patterns) == after
    assert not remains(folder), "dead commands left files that the next one does not clear away"


def _goes_on(
    folder: Path,
    command: tuple[str, ...],
    codes: tuple[int, ...],
    patterns: tuple[str, ...],
    after: Files,
    moment: Moment,
) -> None:
    """The next run, on what the dead one left: it ends the work, or says that it was ended."""
    ended = contents(folder, patterns) == after
    ran = stratkit(folder, *command)
    assert "Traceback" not in ran.stderr, ran.stderr
    assert ran.returncode in codes or (ended and ran.returncode == 2), f"{moment}: {ran.stderr}"
    assert contents(folder, patterns) == after, moment
    assert ended or not remains(folder), f"{moment}: the next run left what the dead one had begun"


def remains(folder: Path) -> list[str]:
    """Hidden files beside those of the editor."""
    hidden = (one for one in folder.rglob(".*") if one.is_file() and ".git" not in one.parts)
    return [one.relative_to(folder).as_posix() for one in hidden if ".stratkit" not in one.parts]


# ---- the website ----


@pytest.fixture
def shares(tmp_path: Path, corpus: Path, editions: Editions) -> list[tuple[str, str]]:
    """The website of each of the two states, in two shares."""
    made = []
    for number, state in enumerate(editions[0]):
        restore(corpus, state)
        folders = str(tmp_path / f"share-{number}-1"), str(tmp_path / f"share-{number}-2")
        for shard, folder in enumerate(folders, 1):
            ran = stratkit(corpus, "build", "--shard", f"{shard}/2", "-o", folder, "--keep-going")
            assert ran.returncode == 0, ran.stderr
        made.append(folders)
    return made


@pytest.mark.parametrize("name", ["build", "build of a large website", "site merge"])
def test_a_website_whose_build_is_killed_stays_one_whole_edition(
    tmp_path: Path, corpus: Path, editions: Editions, shares: list[tuple[str, str]], name: str
) -> None:
    states, sites = editions
    out = tmp_path / "out"
    out.mkdir()
    site = out / "site"
    variables = {"DEADLY_WORTH": "50"} if "large" in name else {}

    def ready() -> tuple[str, ...]:
        number = int(public(site) == sites[0])  # the one that is not shown: a build always has something to do
        restore(corpus, states[number])
        words = ("build",) if name != "site merge" else ("site", "merge", *shares[number])
        return (*words, "-o", str(site), "--keep-going")

    planned = moments(corpus, ready, CLEAN, **variables)
    interrupted = 0
    for moment in planned:
        interrupted += killed(corpus, ready(), moment, **variables)
        assert public(site) in sites, f"after {moment} the website is no whole edition"
    assert interrupted >= KILLS // 2, "no build was still at work: the moments are badly chosen"
    for _ in sites:
        command = ready()
        assert stratkit(corpus, *command).returncode == 0
        assert public(site) == sites[states.index(contents(corpus))]
    assert {path.name for path in out.iterdir()} == {"site"}, "dead builds left folders behind"
    assert not remains(corpus)
