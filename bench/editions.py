"""Two editions compared, an act drafted, the history of an entity told: what the group ``editions`` measures.

A git repository of the real strategies with many commits is made; each commit changes a promised value, so that
every one of them is a step of some indicator.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.generate import REAL
from bench.measure import Way

COMMITS = 1000
REGION, FILE, ENTITY = "tomsk", "indicators/education.yaml", "pupil-digital-profile"
"""The indicator whose history is told: every hundredth commit is one of its steps."""
SEED = 2022
FIRST, LAST = "first", "last"
VALUE = re.compile(rb"(?<=\{2022: )\d+(?=[,.}])")
"""A value that a commit may change: the first of a plan that is written in one line."""


def stream() -> Iterator[bytes]:
    """What ``git fast-import`` reads: the files of the real strategies, then commits that change one value each."""
    files = {path.relative_to(REAL).as_posix(): path.read_bytes() for path in sorted(REAL.rglob("*.yaml"))}
    plans = [path for path in files if "/indicators/" in path and VALUE.search(files[path])]
    chance = random.Random(SEED)
    yield b"reset refs/heads/main\n"
    yield from _commit(0, files, tag=FIRST)
    for number in range(1, COMMITS):
        path = f"{REGION}/{FILE}" if number % 100 == 0 else chance.choice(plans)
        start = files[path].index(ENTITY.encode()) if number % 100 == 0 else 0
        found = VALUE.search(files[path], start) or VALUE.search(files[path])
        if found is None:
            raise ValueError(path)
        value = str((int(found[0]) + 1) % 100).encode()
        files[path] = files[path][: found.start()] + value + files[path][found.end() :]
        yield from _commit(number, {path: files[path]}, tag=LAST if number == COMMITS - 1 else "")


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


def repository(folder: Path) -> Path:
    """Make the repository in *folder*; where its strategies are."""
    git = ["git", "-C", str(folder), "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "fast-import", "--quiet"], input=b"".join(stream()), check=True)
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)
    return folder / "strategies"


def ways(strategies: Path, target: Path) -> Iterator[Way]:
    """Everything that is measured upon the repository; files are written into *target*."""
    stratkit = [sys.executable, "-m", "stratkit", "-C", str(strategies)]
    sides = f"{FIRST}..{LAST}"
    act = ["--format", "docx", "-o", str(target / "act.docx")]
    yield Way("diff, both regions", [*stratkit, "diff", sides, "--fail-on", "never"], cwd=strategies)
    yield Way("amend with the proof, DOCX", [*stratkit, "amend", sides, REGION, *act], cwd=strategies)
    yield Way("history of an indicator", [*stratkit, "history", REGION, ENTITY], cwd=strategies)
    yield Way("blame of an indicator", [*stratkit, "blame", REGION, ENTITY], cwd=strategies)
