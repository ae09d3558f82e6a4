"""Comments that let findings pass."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from stratkit.lint.engine import judge
from stratkit.lint.selection import Selection
from stratkit.lint.verdict import Verdict
from stratkit.lint.waivers import remarks
from stratkit.load import load_workspace
from stratkit.source import FolderTree
from stratkit.source.positions import Locator

BOOKING = "demo/projects/health/booking.yaml"
DASHED = "goal: Запись к врачу - за минуту"


def verdict(folder: Path, today: str | None = "2026-06-30", **options: object) -> Verdict:
    tree = FolderTree(folder)
    day = datetime.date.fromisoformat(today) if today else None
    return judge(load_workspace(tree), Locator(tree.read), today=day, **options)


def write(folder: Path, goal: str) -> None:
    path = folder / BOOKING
    lines = path.read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("goal:"))
    path.write_text("\n".join([*lines[:place], *goal.splitlines(), *lines[place + 1 :], ""]), "utf-8")


def codes(found: Verdict) -> list[str]:
    return [one.code for one in found.findings]


@pytest.mark.parametrize(
    "goal",
    [
        f"{DASHED}  # stratkit: ignore[TXT007] — так в акте",
        f"# stratkit: ignore[TXT007] - так в акте\n{DASHED}",
        f"# stratkit: ignore[TXT007]: так в акте\n\n# о другом\n{DASHED}",
        f"# см. ниже # stratkit: ignore[ TXT007 ,TXT007 ] – так в акте\n{DASHED}",
    ],
)
def test_on_the_line_or_above_it(corpus: Path, goal: str) -> None:
    write(corpus, goal)
    found = verdict(corpus)
    assert codes(found) == []
    (passed,) = found.waived
    assert (passed.code, passed.waiver.reason, passed.waiver.until) == ("TXT007", "так в акте", None)


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (f"# stratkit: ignore[TXT007] — так\nshort_title: Запись\n{DASHED}", ["SUP004", "TXT007"]),  # one line too far
        (f"{DASHED}  # stratkit: ignore[TXT006] — так", ["SUP004", "TXT007"]),  # another rule
        (f"{DASHED}  # stratkit: ignore[TXT007]", ["SUP002", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore — так", ["SUP001", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[] — так", ["SUP001", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT700, TXT007] — так", ["SUP001"]),
        (f"{DASHED}  # stratkit: ignore[TXT006, TXT007] — так", ["SUP004"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 2026-06-30)", []),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 2026-06-29)", ["SUP003", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (until 2026-02-30)", ["SUP003", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — (до 2027-01-01)", ["SUP002", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 30.06.2026)", []),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 29.6.2026)", ["SUP003", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так до 2026-06-29", ["SUP003", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 1 января 2027 года)", ["SUP003", "TXT007"]),
        (f"{DASHED}  # stratkit: ignore[TXT007] — так (до 100 %)", []),
        (f"{DASHED}  #stratkit:ignore [TXT007] — так", []),
        (f"{DASHED}  # Stratkit: Ignore[TXT007] — так", []),
        (f"{DASHED}  # stratkit: ignroe[TXT007] — так", ["SUP001", "TXT007"]),
        (f"{DASHED}  # stratkit: disable[TXT007] — так", ["SUP001", "TXT007"]),
        (f"# stratkit: ignore-file[TXT007] — так\n{DASHED}", ["SUP001", "TXT007"]),
        (f"{DASHED}  # stratkit: новый вид файла", ["TXT007"]),  # speaks to people
    ],
)
def test_what_has_no_effect_is_told(corpus: Path, goal: str, expected: list[str]) -> None:
    write(corpus, goal)
    assert sorted(codes(verdict(corpus))) == expected


def test_behind_the_sign_of_a_block_of_text_stands_a_comment(corpus: Path) -> None:
    write(corpus, "goal: >-  # stratkit: ignore[TXT007] — так\n  Запись к врачу - за минуту")
    found = verdict(corpus)
    assert codes(found) == []
    assert [one.code for one in found.waived] == ["TXT007"]


def test_a_comment_in_the_wrong_line_is_told_the_right_one(corpus: Path) -> None:
    write(corpus, f"# stratkit: ignore[TXT007] — так\nshort_title: Запись\n{DASHED}")
    found = {one.code: one for one in verdict(corpus).findings}
    assert f"line {found['TXT007'].span.line}" in str(found["SUP004"].hint)


def test_without_a_day_no_waiver_is_over(corpus: Path) -> None:
    write(corpus, f"{DASHED}  # stratkit: ignore[TXT007] — так (до 2001-01-01)")
    assert codes(verdict(corpus, today=None)) == []


def test_a_misspelt_code_gets_the_one_that_was_meant(corpus: Path) -> None:
    write(corpus, f"{DASHED}  # stratkit: ignore[TXT07] — так")
    (about,) = [one for one in verdict(corpus).findings if one.code == "SUP001"]
    assert "TXT0" in str(about.hint)
    assert about.span.column == DASHED.__len__() + len("  # stratkit: ignore[") + 1


def test_findings_about_suppressions_cannot_be_suppressed(corpus: Path) -> None:
    write(corpus, f"# stratkit: ignore[SUP002] — тише\n{DASHED}  # stratkit: ignore[TXT007]")
    assert sorted(codes(verdict(corpus))) == ["SUP002", "SUP004", "TXT007"]


def test_a_rule_that_does_not_run_leaves_no_comment_unused(corpus: Path) -> None:
    write(corpus, "goal: Запись к врачу за минуту  # stratkit: ignore[TXT007] — так")
    assert codes(verdict(corpus)) == ["SUP004"]
    assert codes(verdict(corpus, selection=Selection(ignore=("TXT007",)))) == []
    assert codes(verdict(corpus, regions=["sample"])) == []
    write(corpus, "goal: Запись к врачу за минуту  # stratkit: ignore[HIS001] — так")
    assert codes(verdict(corpus)) == []


def test_text_that_looks_like_a_comment_is_none() -> None:
    data = 'a: "x # stratkit: ignore[TXT007] — нет"\nb: |\n  # stratkit: ignore[TXT007] — нет\nc: x#y # stratkit: ignore[TXT008] — да\n'
    assert [[code for code, _ in one.codes] for one in remarks(data.encode(), "x.yaml")] == [["TXT008"]]


def test_a_broken_file_is_searched_as_far_as_it_goes() -> None:
    data = "a: [\n# stratkit: ignore[YML001] — правится\n}\n".encode()
    assert [one.reason for one in remarks(data, "x.yaml")] == ["правится"]
    assert list(remarks("# stratkit: ignore[YML003] — да".encode("cp1251"), "x.yaml")) == []


def test_a_finding_about_the_whole_file_is_met_by_a_comment_at_its_top(corpus: Path) -> None:
    path = corpus / "demo" / "projects" / "health" / "booking.yaml"
    moved = path.with_name("other.yaml")
    path.rename(moved)
    text = moved.read_text("utf-8").replace("id: booking", "id: booking  # stratkit: ignore[FRM002] — переносим")
    moved.write_text(text, "utf-8")
    assert "FRM002" not in codes(verdict(corpus))
