"""What all tests share: a workspace to change, and the command line in the same process."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus" / "strategies"
REPOSITORY = Path(__file__).parent.parent
PATIENCE = 180
"""Seconds; only a test that fails waits that long, on a busy machine too."""


@dataclass(frozen=True)
class Ran:
    """How a run of the command line ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the invented workspace, with its schemas beside it."""
    folder = tmp_path / "strategies"
    shutil.copytree(CORPUS, folder)
    shutil.copytree(REPOSITORY / "schema", tmp_path / "schema")
    return folder


@pytest.fixture
def stratkit(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run ``stratkit ARGUMENTS`` in English and give back how it ended."""
    from stratkit.cli.main import main

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["stratkit", "--lang", "en", *map(str, arguments)])
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        seen = capfd.readouterr()
        return Ran(code, seen.out, seen.err)

    return run
