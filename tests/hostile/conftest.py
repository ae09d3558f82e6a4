"""What the hostile tests share: the command line in a process of its own, and repositories."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "stratkit", "--lang", "en")


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
