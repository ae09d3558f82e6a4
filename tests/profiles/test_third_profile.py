"""A third, invented profile renders from data alone."""

import re
import shutil
from pathlib import Path

import pytest

from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.load import load_workspace
from stratkit.source import FolderTree

ROOT = Path(__file__).parents[2]
YEARS = range(2025, 2031)


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    root = tmp_path_factory.mktemp("third") / "strategies"
    shutil.copytree(ROOT / "strategies", root)
    shutil.rmtree(root / "tver")
    shutil.copy(Path(__file__).parent / "third.yaml", root / "catalog/profiles/third.yaml")
    frame = root / "tomsk/strategy.yaml"
    text = frame.read_text()
    text = re.sub(r"^kind: .*$", "kind: plan", text, flags=re.MULTILINE)
    text = re.sub(r"^profile: .*$", "profile: third", text, flags=re.MULTILINE)
    text = re.sub(r"^period:.*(?:\n  .*)*", "period: {from: 2025, to: 2030}", text, flags=re.MULTILINE)
    text = text.replace("kind: endorsed", "kind: approved")
    frame.write_text(text)
    for path in (root / "tomsk/indicators").glob("*.yaml"):
        path.write_text(re.sub(r"\b(2022|2023|2024): ", lambda year: f"{int(year.group(1)) + 3}: ", path.read_text()))
    (root / "tomsk/industries/manufacturing.yaml").write_text(
        "stratkit: industry/1\nindustry: manufacturing\nnumber: 10\nproblems: []\nchallenges: []\nrisks: []\n"
    )
    workspace = load_workspace(FolderTree(root))
    broken = [str(one.message) for one in workspace.findings if one.code.startswith(("YML", "SCH", "REF", "PRF"))]
    assert broken == []
    assert [one.id for one in workspace.strategies["tomsk"].industries][-1] == "manufacturing"
    return build_document(workspace.strategies["tomsk"])


def test_sections_stand_in_the_order_of_the_profile(view):
    assert [one.label for one in view.headings] == [
        "Глава 1. Чем измеряем",
        "Глава 2. Приоритеты, цели и задачи цифровой трансформации",
        "1. Цель цифровой трансформации",
        "Глава 3. Взаимосвязь задач и проектов стратегии",
    ]


def test_the_stamp_agrees_with_the_kind_of_document(view):
    assert view.stamp[0] == "УТВЕРЖДЁН"


def test_the_table_has_the_extra_column_and_six_years(view):
    table = view.tables[0]
    assert table.columns == 6 + len(YEARS)
    assert [cell.text for cell in table.heads[1].cells] == [str(year) for year in YEARS]
    assert [cell.text for cell in table.heads[2].cells] == [str(number) for number in range(1, table.columns + 1)]
    assert "Что лучше" in [cell.text for cell in table.heads[0].cells]


def test_years_without_a_promise_are_dashes(view):
    row = next(row for row in view.tables[0].rows if not row.group)
    assert [cell.text for cell in row.cells][-3:] == ["–", "–", "–"]


def test_layout_is_the_profile_s(view):
    assert view.layout.margins[0] == 25
    assert view.layout.margins[1] == 10
    assert view.layout.size == 13


def test_it_is_drawn(view):
    text = FORMATS["html"].render(view).decode()
    assert "СОДЕРЖАНИЕ" in text
    assert "(федеральный проект)" in text
