"""A copy of the real strategies, and an editor that works on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of both real strategies, with the schemas beside it."""
    folder = tmp_path / "strategies"
    shutil.copytree(REPOSITORY / "strategies", folder)
    shutil.copytree(REPOSITORY / "schema", tmp_path / "schema")
    return folder
