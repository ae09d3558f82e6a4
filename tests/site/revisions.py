"""Repositories with several editions of a strategy."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.amend.exercise import apply_exercise

ACT = {"kind": "order", "issuer": "Правительства Томской области", "date": "2022-08-30", "act_number": "512-р"}


def git(folder: Path, *arguments: str) -> None:
    """Run git in *folder*, as somebody, without the settings of the machine."""
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, tag: str) -> None:
    """Commit everything and tag it."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", tag)
    git(folder, "tag", tag)


def set_editions(strategies: Path, region: str, *editions: Mapping[str, Any]) -> None:
    """Write the chain of editions of a region."""
    path = strategies / region / "strategy.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["editions"] = [dict(one) for one in editions]
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def exercise_repository(strategies: Path, top: Path) -> Path:
    """A repository in *top* with two editions of Tomsk: the real one and the exercise; gives the folder of data."""
    folder = top / "strategies"
    shutil.copytree(strategies, folder)
    git(top, "init", "-q")
    commit(top, "tomsk-2021")
    shutil.rmtree(folder)
    apply_exercise(strategies, folder)
    first = {"id": "2021", "date": "2021-08-17", "revision": "tomsk-2021"}
    set_editions(folder, "tomsk", first, {"id": "2022", "date": "2022-08-30", "act": ACT, "revision": "tomsk-2022"})
    commit(top, "tomsk-2022")
    return folder
