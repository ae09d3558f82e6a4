"""What changed against a base revision: more than the examples of the rules show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rule_examples import CORPUS, apply

from stratkit.lint.engine import judge
from stratkit.load import load_workspace
from stratkit.load.pair import load_pair
from stratkit.source import FolderTree, Locator

INDICATORS = """# demo/indicators/health.yaml
indicators:
  - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {PLAN}}
  - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""


def codes(folder: Path, old: Path = CORPUS) -> list[str]:
    tree = FolderTree(folder)
    found = judge(load_workspace(tree), Locator(tree.read), history=load_pair(FolderTree(old), tree))
    return [one.code for one in found.findings if one.code.startswith("HIS")]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("2022: 40, 2023: 50, 2024: 60", []),
        ("2022: 45, 2023: 50, 2024: 60", ["HIS005"]),
        ("2022: 40, 2023: 50, 2024: 59", ["HIS001", "HIS005"]),
        ("2022: 40, 2023: 50, 2024: null", ["HIS001", "HIS005"]),
        ("2022: 40, 2023: 50", ["HIS001", "HIS005"]),
    ],
)
def test_targets(tmp_path: Path, plan: str, expected: list[str]) -> None:
    apply(INDICATORS.replace("PLAN", plan), tmp_path)
    assert sorted(codes(tmp_path)) == expected


def test_a_reason_settles_it(tmp_path: Path) -> None:
    reasons = "# demo/reasons.yaml\nstratkit: reasons/1\nreasons:\n  - {id: online-booking, field: plan.YEAR, reason: Закрыт центр}\n"
    apply(INDICATORS.replace("PLAN", "2022: 40, 2023: 50, 2024: 59") + reasons.replace("YEAR", "2024"), tmp_path)
    assert codes(tmp_path) == ["HIS005"]
    apply(INDICATORS.replace("PLAN", "2022: 40, 2023: 50, 2024: 59") + reasons.replace("YEAR", "2023"), tmp_path)
    assert sorted(codes(tmp_path)) == ["HIS001", "HIS005"]


def test_an_open_end_is_later_than_any(tmp_path: Path) -> None:
    apply("# demo/projects/health/booking.yaml\nterm: {from: 2022, text: С 2022 года}", tmp_path)
    assert codes(tmp_path) == ["HIS002"]


def test_a_new_or_lost_region_has_no_history(tmp_path: Path) -> None:
    apply("# stratkit.yaml\ntitle: Стратегии", tmp_path)
    shutil.rmtree(tmp_path / "sample")
    assert codes(tmp_path) == []
    assert codes(CORPUS, old=tmp_path) == []


def test_a_broken_file_is_not_taken_for_a_loss(tmp_path: Path) -> None:
    apply("# demo/projects/health/records.yaml\ngoal: [", tmp_path)
    assert codes(tmp_path) == []


def test_without_a_base_the_rules_are_silent(tmp_path: Path) -> None:
    apply(INDICATORS.replace("PLAN", "2022: 1, 2023: 2, 2024: 3"), tmp_path)
    tree = FolderTree(tmp_path)
    found = judge(load_workspace(tree), Locator(tree.read)).findings
    assert not [one for one in found if one.code.startswith("HIS")]
