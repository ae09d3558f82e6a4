"""The documents of the regions as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratkit.document.build import build_document
from stratkit.document.view import DocumentView
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree


@pytest.fixture(scope="session")
def strategies_folder() -> Path:
    """The strategies of the repository."""
    return Path(__file__).parents[2] / "strategies"


@pytest.fixture(scope="session")
def regions(strategies_folder: Path) -> dict[str, DocumentView]:
    """The documents of all regions of the repository."""
    strategies = load_workspace(FolderTree(strategies_folder)).strategies
    assert strategies
    return {name: build_document(strategy) for name, strategy in strategies.items()}
