"""How the document says when a milestone is due: as exactly as the strategy knows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stratkit.document.build import build_document
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree

TESTS = Path(__file__).parents[1]


@pytest.fixture
def workspace(tmp_path: Path, strategies_folder: Path) -> Path:
    """The corpus with the profile that new regions get."""
    shutil.copytree(TESTS / "corpus" / "strategies", tmp_path, dirs_exist_ok=True)
    shutil.copy(strategies_folder / "catalog/profiles/federal.yaml", tmp_path / "catalog/profiles")
    return tmp_path


def printed(folder: Path, by: str) -> str:
    """What stands for the milestone of the project in the document, due *by* then."""
    path = folder / "demo/projects/health/booking.yaml"
    path.write_text(path.read_text("utf-8").replace("{by: 2023,", f"{{by: {by},"), "utf-8")
    view = build_document(load_workspace(FolderTree(folder)).strategies["demo"])
    texts = (text for table in view.tables for row in table.rows for cell in row.cells for text in cell.content)
    return next(one.text for one in texts if one.key == "projects/booking/milestones/1").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("by", "when"),
    [("2023", "К концу 2023 года"), ("2023-06", "К концу июня 2023 года"), ("2023-06-15", "К 15 июня 2023 г.")],
)
def test_a_year_a_month_and_a_day(workspace: Path, by: str, when: str) -> None:
    assert printed(workspace, by) == f"{when}: Работает запись ко всем врачам"


def test_a_profile_without_words_for_a_day_says_what_it_says_of_years(workspace: Path) -> None:
    profile = workspace / "catalog/profiles/federal.yaml"
    lines = profile.read_text("utf-8").splitlines(keepends=True)
    profile.write_text("".join(one for one in lines if "milestone_day" not in one), "utf-8")
    assert printed(workspace, "2023-06-15") == "К концу 15 июня 2023 г.: Работает запись ко всем врачам"
