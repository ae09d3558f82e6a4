"""A git repository made from folders, and two states of the corpus made from a case."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "lint"))  # cases have the form of the rules' examples

Git = Callable[..., str]


def run_git(folder: Path, *arguments: str, day: int = 1) -> str:
    """Run git in *folder* as an invented editor on a fixed day; nothing of the machine's settings counts."""
    moment = f"2026-01-{day:02}T12:00:00+00:00"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    settings = ["-c", "user.name=Редактор", "-c", "user.email=editor@example.org", "-c", "init.defaultBranch=main"]
    settings += ["-c", "protocol.file.allow=always", "-c", "core.quotePath=false"]
    command = ["git", *settings, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in the folder of the test."""
    return lambda *arguments, day=1: run_git(tmp_path, *arguments, day=day)


@pytest.fixture
def repository(tmp_path: Path, corpus: Path, git: Git) -> Path:
    """The corpus in a repository with one commit, tagged ``v1``."""
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Первая редакция")
    git("tag", "v1")
    return corpus


@pytest.fixture
def commits(tmp_path: Path, git: Git) -> Callable[..., Path]:
    """Builds a repository from folders: each becomes a commit, tagged with the folder's name."""

    def build(*folders: Path) -> Path:
        git("init", "-q")
        target = tmp_path / "strategies"
        for day, folder in enumerate(folders, start=1):
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target)
            git("add", "-A")
            git("commit", "-qm", folder.name, day=day)
            git("tag", folder.name)
        return target

    return build
