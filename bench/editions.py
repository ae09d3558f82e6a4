"""How long it takes to compare editions, to draft an act and to tell the history of an entity, as whole processes.

A git repository of the real strategies with many commits is made in a temporary folder; each commit changes a
promised value, so that every one of them is a step of some indicator. Commands are run in turn, so that a busy
moment of the machine meets all of them alike. Prints a table for ``bench/README.md``; writes nothing into the
repository.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from documents import run

ROOT = Path(__file__).parent.parent
SEED = 2022
FIRST, LAST = "first", "last"
VALUE = re.compile(rb"(?<=\{2022: )\d+(?=[,.}])")
"""A value that a commit may change: the first of a plan that is written in one line."""

AIMS = {"diff, both regions": 0.7, "amend with the proof, DOCX": 2.0, "history of an indicator": 1.0}
"""Seconds aimed at."""

MEMORY = 300
"""Megabytes aimed at."""


def stream(folder: Path, commits: int, subject: tuple[str, str]) -> Iterator[bytes]:
    """What ``git fast-import`` reads: the files of *folder*, then commits that change one value each.

    Args:
        folder: the strategies.
        commits: how many commits there are in all.
        subject: file and id of the indicator whose history is told: every hundredth commit is one of its steps.
    """
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    plans = [path for path in files if "/indicators/" in path and VALUE.search(files[path])]
    chance = random.Random(SEED)
    yield b"reset refs/heads/main\n"
    yield from _commit(0, files, tag=FIRST)
    for number in range(1, commits):
        path = subject[0] if number % 100 == 0 else chance.choice(plans)
        start = files[path].index(subject[1].encode()) if number % 100 == 0 else 0
        found = VALUE.search(files[path], start) or VALUE.search(files[path])
        if found is None:
            raise ValueError(path)
        value = str((int(found[0]) + 1) % 100).encode()
        files[path] = files[path][: found.start()] + value + files[path][found.end() :]
        yield from _commit(number, {path: files[path]}, tag=LAST if number == commits - 1 else "")


def _commit(number: int, files: dict[str, bytes], tag: str) -> Iterator[bytes]:
    message = f"Edit {number}\n".encode()
    yield b"commit refs/heads/main\n"
    yield b"committer Editor <editor@example.org> %d +0000\n" % (1_600_000_000 + 3600 * number)
    yield b"data %d\n%s" % (len(message), message)
    for path, data in files.items():
        yield b"M 100644 inline strategies/%s\ndata %d\n%s\n" % (path.encode(), len(data), data)
    yield b"\n"
    if tag:
        yield b"reset refs/tags/%s\nfrom refs/heads/main\n\n" % tag.encode()


def repository(folder: Path, commits: int, subject: tuple[str, str]) -> Path:
    """Make the repository in *folder*; where its strategies are."""
    git = ["git", "-C", str(folder), "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], check=True)
    data = b"".join(stream(ROOT / "strategies", commits, subject))
    subprocess.run([*git, "fast-import", "--quiet"], input=data, check=True)
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)
    return folder / "strategies"


def ways(strategies: Path, target: Path, region: str, entity: str) -> Iterator[tuple[str, list[str]]]:
    """Name and command of everything that is measured."""
    stratkit = [sys.executable, "-m", "stratkit", "-C", str(strategies)]
    sides = f"{FIRST}..{LAST}"
    yield "diff, both regions", [*stratkit, "diff", sides, "--fail-on", "never"]
    yield (
        "amend with the proof, DOCX",
        [*stratkit, "amend", sides, region, "--format", "docx", "-o", str(target / "act.docx")],
    )
    yield "history of an indicator", [*stratkit, "history", region, entity]
    yield "blame of an indicator", [*stratkit, "blame", region, entity]


def main() -> None:
    """Make the repository, measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--commits", type=int, default=1000)
    parser.add_argument("--region", default="tomsk")
    parser.add_argument("--file", default="indicators/education.yaml")
    parser.add_argument("--entity", default="pupil-digital-profile")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=600, help="seconds after which a command is given up")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, target = Path(name) / "repository", Path(name)
        folder.mkdir()
        strategies = repository(folder, asked.commits, (f"{asked.region}/{asked.file}", asked.entity))
        chosen = list(ways(strategies, target, asked.region, asked.entity))
        measured: dict[str, list[tuple[float, float, float]]] = {way: [] for way, _ in chosen}
        for _ in range(asked.runs):
            for way, command in chosen:
                before = _worked()
                wall, megabytes = run(command, asked.limit)
                measured[way].append((wall, _worked() - before, megabytes))
    python = platform.python_version()
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {python}, {asked.runs} runs,",
        end=" ",
    )
    print(f"{asked.commits} commits\n")
    print("| command | median, s | least, s | processor time, s | aim, s | peak memory, MB | aim, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for way, found in measured.items():
        walls, works, peaks = zip(*found, strict=True)
        times = f"{statistics.median(walls):.2f} | {min(walls):.2f} | {statistics.median(works):.2f}"
        print(f"| `{way}` | {times} | {AIMS.get(way, '')} | {max(peaks):.0f} | {MEMORY} |")


def _worked() -> float:
    """Processor time of all commands so far, in seconds: it tells little of what else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
