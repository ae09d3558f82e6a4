"""diff, editions, release, history, blame, and what git calls, as a user meets them."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from stratkit.cli.sides import split
from stratkit.diff.formats import REPORTS

INDICATORS = "demo/indicators/health.yaml"


def edit(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_no_changes(repository: Path, stratkit):
    ran = stratkit("-C", repository, "diff", "v1..")
    assert (ran.code, ran.out) == (0, "No changes between v1 and working tree\n")
    assert stratkit("-C", repository, "diff", "v1..v1").code == 0
    assert stratkit("-C", repository, "diff", "v1").code == 0


def test_a_lowered_target(repository: Path, stratkit):
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    ran = stratkit("-C", repository, "diff", "v1..", "demo")
    assert ran.code == 1
    assert "↓ the value changed (plan.2024): 60 → 50" in ran.out
    assert "projects concerned: booking" in ran.out
    assert stratkit("-C", repository, "diff", "v1..", "sample").code == 0
    assert stratkit("-C", repository, "diff", "v1..", "--fail-on", "never").code == 0
    assert stratkit("-C", repository, "diff", "v1..", "--fail-on", "down").code == 1


def test_a_raised_target_does_not_fail(repository: Path, stratkit):
    edit(repository, INDICATORS, "2024: 60", "2024: 70")
    assert stratkit("-C", repository, "diff", "v1..", "--fail-on", "down").code == 0


@pytest.mark.parametrize(
    "named", ["id: online-booking, field: plan.2024", "id: online-booking, field: plan", "fingerprint: {}"]
)
def test_a_lowered_target_with_a_reason_passes(repository: Path, stratkit, named: str):
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    mark = json.loads(stratkit("-C", repository, "diff", "v1..", "--format", "json").out)["changes"][0]["fingerprint"]
    entry = named.replace("{}", mark)
    reasons = (
        f"stratkit: reasons/1\nreasons:\n  - {{{entry}, reason: Нет денег}}\n  - {{id: nothing, reason: Лишнее}}\n"
    )
    (repository / "demo/reasons.yaml").write_text(reasons, "utf-8")
    ran = stratkit("-C", repository, "diff", "v1..", "--fail-on", "down")
    assert ran.code == 0
    assert "reason: Нет денег" in ran.out
    assert "a reason that fits no change: Лишнее" in ran.out


def test_a_reason_in_the_text_of_a_pull_request(repository: Path, stratkit, tmp_path: Path):
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    mark = json.loads(stratkit("-C", repository, "diff", "v1..", "--format", "json").out)["changes"][0]["fingerprint"]
    (tmp_path / "text.md").write_text(f"Что сделано\n\n- `{mark}`: Нет денег\n", "utf-8")
    assert stratkit("-C", repository, "diff", "v1..", "--fail-on", "down", "--reasons", tmp_path / "text.md").code == 0


@pytest.mark.parametrize("form", list(REPORTS))
def test_every_form_shows_the_change_and_escapes_it(repository: Path, stratkit, form: str):
    edit(repository, "demo/bodies.yaml", "Министерство здравоохранения", "Департамент <b>| %0A `x`")
    ran = stratkit("-C", repository, "diff", "v1..", "--format", form)
    assert ran.code == 1
    assert "renamed" in ran.out
    raw = "<b>" in ran.out
    assert raw == (form in ("text", "json", "github"))
    if form == "json":
        change = json.loads(ran.out)["changes"][0]
        assert (change["kind"], change["entity"], change["id"]) == ("renamed", "body", "health-ministry")
        assert change["old_span"]["file"] == "demo/bodies.yaml"
        assert ["removed", "Министерство здравоохранения"] in change["words"] or change["words"]


def test_folders_need_no_repository(corpus: Path, stratkit, tmp_path: Path):
    shutil.copytree(corpus, tmp_path / "old")
    edit(corpus, INDICATORS, "2024: 60", "2024: 50")
    assert stratkit("diff", f"{tmp_path / 'old'}..{corpus}").code == 1
    assert stratkit("diff", f"{corpus}..{corpus}").code == 0


def test_editions_name_revisions(repository: Path, stratkit, git):
    edit(
        repository, "demo/strategy.yaml", "{id: first, date: 2021-08-20}", "{id: first, date: 2021-08-20, revision: v1}"
    )
    git("commit", "-qam", "x")
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    assert "plan.2024" in stratkit("-C", repository, "diff", "first..", "demo").out
    assert "demo" in stratkit("-C", repository, "editions").out
    assert "v1" in stratkit("-C", repository, "editions", "demo").out
    assert stratkit("-C", repository, "editions", "dem").code == 2


def test_an_edition_without_a_revision(repository: Path, stratkit):
    ran = stratkit("-C", repository, "diff", "first..", "demo")
    assert ran.code == 2
    assert "does not say which revision" in ran.err


@pytest.mark.parametrize("asked", ["nothing..", "..nothing", "v1...nothing", "HEAD~7..", "--", "a..b..c"])
def test_sides_that_do_not_exist(repository: Path, stratkit, asked: str):
    assert stratkit("-C", repository, "diff", asked).code == 2


def test_options_are_never_passed_to_git(repository: Path, stratkit, tmp_path: Path):
    for asked in (f"--upload-pack=touch {tmp_path}/x..", f"--output={tmp_path}/x..HEAD"):
        ran = stratkit("-C", repository, "diff", "--", asked)
        assert ran.code == 2
        assert "is no name of a revision" in ran.err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        ("v1..v2", ("v1", "v2", False)), ("v1..", ("v1", "", False)), ("..v2", ("", "v2", False)), ("v1", ("v1", "", False)),
        ("v1...v2", ("v1", "v2", True)), ("v1.0..v2.0", ("v1.0", "v2.0", False)), ("..", ("", "", False)),
        ("../..v2", ("..", "v2", False)),
    ],
)  # fmt: skip
def test_two_sides_in_one_word(asked: str, sides: tuple[str, str, bool]):
    if asked.startswith("../"):
        old, new, parted = split(asked)
        assert (old.rstrip("/"), new, parted) == sides
    else:
        assert split(asked) == sides


@pytest.mark.parametrize("content", ["a: [", "stratkit: card/2\n", "\x00", ""])
def test_a_broken_file_is_named_and_the_rest_is_compared(repository: Path, stratkit, git, content: str):
    (repository / "demo/card.yaml").write_text(content)
    (repository / "demo/projects/health/booking.yaml").write_text(content)
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    git("commit", "-qam", "v2")
    ran = stratkit("-C", repository, "diff", "v1..HEAD")
    assert ran.code == 2
    assert "demo/card.yaml" in ran.err
    assert "in HEAD" in ran.err
    assert "Changes: 1;" in ran.out
    assert "plan.2024" in ran.out
    assert "Changes: 1;" in stratkit("-C", repository, "diff", "HEAD..v1").out


def test_a_broken_catalogue_does_not_rename_everything(repository: Path, stratkit):
    (repository / "catalog/industries.yaml").write_text("a: [")
    ran = stratkit("-C", repository, "diff", "v1..")
    assert (ran.code, "No changes" in ran.out) == (2, True)


def test_line_ends_do_not_matter(repository: Path, stratkit):
    for path in repository.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert stratkit("-C", repository, "diff", "v1..").code == 0


def test_a_renamed_region_is_the_same_region(repository: Path, stratkit):
    edit(repository, "demo/strategy.yaml", "year: 2021", "year: 2021  # x")
    for name in ("demo",):
        edit(repository, f"{name}/strategy.yaml", "region:\n", "region:\n  code: RU-DEM\n")
    shutil.copytree(repository, repository.parent / "before")
    (repository / "demo").rename(repository / "new-demo")
    edit(repository, "new-demo/strategy.yaml", "id: demo", "id: new-demo")
    edit(repository, f"new-demo/{INDICATORS.removeprefix('demo/')}", "2024: 60", "2024: 50")
    ran = stratkit("-C", repository, "diff", f"{repository.parent / 'before'}..")
    assert "Changes: 1;" in ran.out


def test_three_dots_start_where_the_branches_parted(repository: Path, stratkit, git):
    git("checkout", "-qb", "side")
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    git("commit", "-qam", "side", day=2)
    git("checkout", "-q", "-")
    edit(repository, "demo/bodies.yaml", "Министерство здравоохранения", "Департамент здравоохранения")
    git("commit", "-qam", "main", day=2)
    assert "Changes: 2;" in stratkit("-C", repository, "diff", "HEAD..side").out
    assert "Changes: 1;" in stratkit("-C", repository, "diff", "HEAD...side").out


def test_commands_read_a_revision(repository: Path, stratkit):
    now = stratkit("-C", repository, "export", "demo").out
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    (repository / "demo/card.yaml").write_text("a: [")
    assert stratkit("-C", repository, "export", "demo", "--rev", "v1").out == now
    assert stratkit("-C", repository, "lint", "--rev", "v1").code == 0
    assert stratkit("-C", repository, "lint").code == 1
    assert stratkit("-C", repository, "document", "demo", "--format", "md", "--rev", "v1").code == 0
    assert stratkit("-C", repository, "lint", "--rev", "v9").code == 2


RELEASE = ("--act-kind", "resolution", "--act-issuer", "Правительства Вымышленной области", "--act-number", "12")


def test_a_release_is_recorded_and_the_rest_of_the_file_stays(repository: Path, stratkit):
    file = repository / "demo/strategy.yaml"
    file.write_text(file.read_text("utf-8").replace("year: 2021", "year: 2021  # a remark"), "utf-8")
    before = file.read_text("utf-8")
    ran = stratkit("-C", repository, "release", "demo", "--id", "2022", "--act-date", "2022-08-30", *RELEASE)
    assert ran.code == 0
    assert "git tag -a demo-2022" in ran.err
    after = file.read_text("utf-8")
    assert after.startswith(before)
    assert "revision: demo-2022" in after
    assert stratkit("-C", repository, "lint").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--id", "first", "--act-date", "2022-08-30"), ("--id", "second", "--act-date", "2021-12-30"),
        ("--id", "second", "--act-date", "2020-12-30"), ("--id", "second", "--act-date", "2022-13-30"),
        ("--id", "second", "--act-date", "soon"), ("--id", "Второй", "--act-date", "2022-08-30"),
        ("--id", "second", "--act-date", "2022-08-30", "--act-kind", "letter"), ("--id", "second"),
    ],
)  # fmt: skip
def test_a_release_is_refused(repository: Path, stratkit, arguments: tuple[str, ...]):
    before = (repository / "demo/strategy.yaml").read_bytes()
    assert stratkit("-C", repository, "release", "demo", *RELEASE, *arguments).code == 2
    assert (repository / "demo/strategy.yaml").read_bytes() == before


def test_a_strategy_with_errors_is_not_released(repository: Path, stratkit):
    edit(repository, INDICATORS, "common: e-records", "common: nothing")
    ran = stratkit("-C", repository, "release", "demo", "--id", "2022", "--act-date", "2022-08-30", *RELEASE)
    assert ran.code == 2


def told(repository: Path, git) -> None:
    """Two changes of one indicator, the first one in an edition, and changes of others."""
    edit(repository, INDICATORS, "2024: 60", "2024: 70")
    edit(repository, "demo/strategy.yaml", "{id: first,", "{id: first, revision: v2,")
    git("commit", "-qam", "Выше", day=2)
    git("tag", "v2")
    edit(repository, INDICATORS, "2024: 70", "2024: 50")
    git("commit", "-qam", "Ниже", day=3)
    edit(repository, INDICATORS, "2024: 100", "2024: 90")
    git("commit", "-qam", "Иное", day=4)


def test_history(repository: Path, stratkit, git):
    told(repository, git)
    lines = stratkit("-C", repository, "history", "demo", "online-booking").out.splitlines()
    assert [line.split(":")[-1].strip() for line in lines if line.startswith("    ")] == [
        "70 → 50",
        "60 → 70",
        "+ Доля записей к врачу через интернет",
    ]
    assert "not in an edition yet" in lines[0]
    assert "[first (2021-08-20" in lines[3]
    assert (
        len(
            [
                one
                for one in stratkit("-C", repository, "history", "demo", "online-booking", "-n", "1").out.splitlines()
                if one
            ]
        )
        == 2
    )


def test_blame(repository: Path, stratkit, git):
    told(repository, git)
    ran = stratkit("-C", repository, "blame", "demo", "online-booking", "plan")
    assert [line.split()[2] for line in ran.out.splitlines()] == ["2026-01-01", "2026-01-01", "2026-01-03"]
    assert stratkit("-C", repository, "blame", "demo", "online-booking", "plann").code == 2


def test_history_of_what_moved_and_of_what_is_gone(repository: Path, stratkit, git):
    (repository / "demo/projects/health/booking.yaml").rename(repository / "demo/projects/education/booking.yaml")
    edit(repository, "demo/projects/education/booking.yaml", "industry: health", "industry: education")
    git("add", "-A")
    git("commit", "-qm", "Перенос", day=2)
    assert "moved to another industry" in stratkit("-C", repository, "history", "demo", "booking").out
    (repository / "demo/projects/education/booking.yaml").unlink()
    git("commit", "-qam", "Удаление", day=3)
    ran = stratkit("-C", repository, "history", "demo", "booking")
    assert (ran.code, "project:booking" in ran.err) == (2, True)
    assert "removed" in stratkit("-C", repository, "history", "demo", "project:booking").out


@pytest.mark.parametrize("asked", [("dmo", "booking"), ("demo", "nothing"), ("demo", "thing:booking")])
def test_history_of_what_does_not_exist(repository: Path, stratkit, asked: tuple[str, str]):
    for command in ("history", "blame"):
        assert stratkit("-C", repository, command, *asked).code == 2


def drivers(git) -> None:
    call = f'"{sys.executable}" -m stratkit'
    git("config", "merge.stratkit.driver", f"{call} merge-driver %O %A %B %P")
    git("config", "diff.stratkit.textconv", f"{call} diff-text")


def test_two_editors_add_to_one_list_and_git_merges(repository: Path, stratkit, git, tmp_path: Path):
    (tmp_path / ".gitattributes").write_text("*.yaml merge=stratkit diff=stratkit\n")
    drivers(git)
    git("add", "-A")
    git("commit", "-qm", "attributes")
    file = repository / "demo/bodies.yaml"
    git("checkout", "-qb", "side")
    file.write_text(file.read_text("utf-8") + "  - {id: mine, title: Мой орган}\n", "utf-8")
    git("commit", "-qam", "mine")
    git("checkout", "-q", "-")
    file.write_text(file.read_text("utf-8") + "  - {id: yours, title: Ваш орган}\n", "utf-8")
    git("commit", "-qam", "yours")
    git("merge", "-q", "--no-edit", "side")
    assert stratkit("-C", repository, "lint", "--level", "error").code == 0
    assert "id: mine" in file.read_text("utf-8")
    assert "id: yours" in file.read_text("utf-8")


def test_git_shows_changes_in_words(repository: Path, git, tmp_path: Path):
    (tmp_path / ".gitattributes").write_text("*.yaml diff=stratkit\n")
    drivers(git)
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    assert "+indicators[online-booking].plan.2024: 50" in git("diff")


def test_the_merge_driver_falls_back_to_lines(repository: Path, stratkit, tmp_path: Path):
    for name, text in (
        ("base", "a: 1\nb: [\nc: 3\n"),
        ("ours", "a: 2\nb: [\nc: 3\n"),
        ("theirs", "a: 1\nb: [\nc: 4\n"),
    ):
        (tmp_path / name).write_text(text)
    ran = stratkit("merge-driver", tmp_path / "base", tmp_path / "ours", tmp_path / "theirs", "demo/x.yaml")
    assert (ran.code, "line by line" in ran.err) in ((0, True), (1, True))
    assert stratkit("merge-driver", tmp_path / "no", tmp_path / "ours", tmp_path / "theirs").code == 2
    assert stratkit("diff-text", tmp_path / "no").code == 2
    assert stratkit("diff-text", tmp_path / "ours").out.startswith("a: 2")
