"""What a user may name or hold wrongly, from the command line: the sentence, the exit code, and nothing harmed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.amend.mutations import STRATEGIES
from tests.conftest import Ran
from tests.diff.conftest import run_git
from tests.diff.test_commands import INDICATORS, edit

READERS = (
    ("diff", "{}.."), ("amend", "{}..", "demo"), ("history", "demo", "booking", "--rev", "{}"),
    ("blame", "demo", "booking", "--rev", "{}"), ("document", "demo", "--rev", "{}"), ("lint", "--rev", "{}"),
    ("export", "demo", "--rev", "{}"),
)  # fmt: skip
"""Every command that reads a revision."""


def asking(command: tuple[str, ...], revision: str) -> list[str]:
    return [word.format(revision) for word in command]


@pytest.fixture
def formulas(repository: Path) -> Path:
    """The repository with the formulas of the amending act in its catalogue."""
    shutil.copy(STRATEGIES / "catalog" / "amendments.yaml", repository / "catalog" / "amendments.yaml")
    run_git(repository.parent, "add", "-A")
    run_git(repository.parent, "commit", "-qm", "formulas")
    run_git(repository.parent, "tag", "-f", "v1")
    return repository


@pytest.mark.parametrize("command", READERS, ids=lambda one: one[0])
def test_a_revision_that_does_not_exist(repository: Path, stratkit, command: tuple[str, ...]) -> None:
    ran: Ran = stratkit("-C", repository, *asking(command, "v2"))
    assert (ran.code, ran.out) == (2, "")
    assert "there is no revision 'v2'" in ran.err
    assert "name a tag, a branch or a commit" in ran.err


@pytest.mark.parametrize("command", READERS, ids=lambda one: one[0])
def test_a_revision_that_looks_like_an_option(
    repository: Path, stratkit, command: tuple[str, ...], tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    words = asking(command, f"--upload-pack=touch {mark}")
    ran: Ran = stratkit("-C", repository, words[0], *(["--"] if words[0] in ("diff", "amend") else []), *words[1:])
    assert (ran.code, ran.out) == (2, "")
    assert "is no name of a revision" in ran.err
    assert "name a tag, a branch or a commit" in ran.err
    assert not mark.exists()


@pytest.fixture
def shallow(repository: Path, tmp_path: Path, git) -> Path:
    """A clone with the last of two commits only."""
    edit(repository, INDICATORS, "2024: 60", "2024: 50")
    git("commit", "-qam", "Ниже", day=2)
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "clone"))
    return tmp_path / "clone" / "strategies"


def test_a_shallow_clone_lacks_old_revisions(shallow: Path, stratkit) -> None:
    for command in (("diff", "v1.."), ("amend", "HEAD~1..", "demo"), ("lint", "--rev", "v1")):
        ran: Ran = stratkit("-C", shallow, *command)
        assert (ran.code, ran.out) == (2, "")
        assert "the clone is shallow: bring the history with 'git fetch --unshallow --tags'" in ran.err


def test_a_shallow_clone_tells_what_it_knows(shallow: Path, stratkit) -> None:
    ran: Ran = stratkit("-C", shallow, "history", "demo", "online-booking")
    assert ran.code == 0
    assert "the clone is shallow: older steps are missing" in ran.err
    assert "added" not in ran.out  # the last commit did not add it: it is only the oldest one here
    blamed: Ran = stratkit("-C", shallow, "blame", "demo", "online-booking", "plan.2024")
    assert blamed.code == 0
    assert "older than this clone" in blamed.out


@pytest.mark.parametrize(
    ("content", "said"),
    [("stratkit: card/1\ndirections: [", "card.yaml"), ("stratkit: card/2\ndirections: []\n", "card/2")],
)
def test_a_file_that_is_broken_or_of_another_format_version(
    formulas: Path, stratkit, git, content: str, said: str
) -> None:
    (formulas / "demo" / "card.yaml").write_text(content, encoding="utf-8")
    edit(formulas, INDICATORS, "2024: 60", "2024: 50")
    git("commit", "-qam", "v2")
    ran: Ran = stratkit("-C", formulas, "diff", "v1..HEAD")
    assert ran.code == 2
    assert "not compared: demo/card.yaml" in ran.err
    assert "in HEAD" in ran.err
    assert said in ran.err
    assert "plan.2024" in ran.out
    refused: Ran = stratkit("-C", formulas, "amend", "v1..HEAD", "demo")
    assert (refused.code, refused.out) == (2, "")
    assert "'demo/card.yaml' of one edition cannot be used" in refused.err
    assert "run 'stratkit lint' on that edition" in refused.err


def test_the_folder_of_strategies_had_another_name(repository: Path, tmp_path: Path, stratkit, git) -> None:
    git("mv", "strategies", "plans")
    edit(tmp_path / "plans", INDICATORS, "2024: 60", "2024: 50")
    ran: Ran = stratkit("-C", tmp_path / "plans", "diff", "v1..")
    assert ran.code == 1
    assert "Changes: 1;" in ran.out


def test_two_folders_of_strategies_are_told_apart(repository: Path, tmp_path: Path, stratkit, git) -> None:
    shutil.copytree(repository, tmp_path / "other")
    git("add", "-A")
    git("commit", "-qm", "two")
    git("tag", "both")
    git("mv", "strategies", "plans")
    ran: Ran = stratkit("-C", tmp_path / "plans", "diff", "both..")
    assert (ran.code, ran.out) == (2, "")
    assert "has no folder 'plans/' of strategies" in ran.err
    assert "both:other, both:strategies" in ran.err
    assert stratkit("-C", tmp_path / "plans", "diff", "both:strategies..").code == 0


def test_line_ends_need_no_act(formulas: Path, stratkit) -> None:
    for path in (formulas / "demo").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    ran: Ran = stratkit("-C", formulas, "amend", "v1..", "demo")
    assert (ran.code, ran.out) == (0, "")
    assert "the text of the document is the same: no act is needed" in ran.err


def test_a_merge_is_one_step_and_a_side_like_any_other(repository: Path, stratkit, git) -> None:
    git("checkout", "-qb", "side")
    edit(repository, INDICATORS, "2024: 60", "2024: 55")
    git("commit", "-qam", "Ниже", day=2)
    edit(repository, INDICATORS, "2024: 55", "2024: 50")
    git("commit", "-qam", "Ещё ниже", day=3)
    git("checkout", "-q", "main")
    edit(repository, "demo/bodies.yaml", "Министерство здравоохранения", "Департамент здравоохранения")
    git("commit", "-qam", "Иное", day=4)
    git("merge", "-q", "--no-ff", "-m", "Слияние", "side", day=5)
    ran: Ran = stratkit("-C", repository, "diff", "HEAD^1..HEAD")
    assert ran.code == 1
    assert "Changes: 1;" in ran.out
    told: Ran = stratkit("-C", repository, "history", "demo", "online-booking")
    steps = [line for line in told.out.splitlines() if line and not line.startswith("    ")]
    assert "Слияние" in steps[0]
    assert len(steps) == 2  # the merge with all that it brought in, and the first commit


def test_nothing_changed(formulas: Path, stratkit, tmp_path: Path) -> None:
    compared: Ran = stratkit("-C", formulas, "diff", "v1..HEAD", "demo")
    assert (compared.code, compared.out) == (0, "No changes between v1 and HEAD\n")
    for flags in ((), ("--table",), ("--note",), ("--verify",), ("--format", "json")):
        ran: Ran = stratkit("-C", formulas, "amend", "v1..HEAD", "demo", *flags, "-o", tmp_path / "act")
        assert (ran.code, ran.out) == (0, "")
        assert "the text of the document is the same: no act is needed" in ran.err
        assert not (tmp_path / "act").exists()


def test_a_change_that_no_formula_expresses_gives_the_larger_unit(stratkit, tmp_path: Path) -> None:
    shutil.copytree(STRATEGIES, tmp_path / "new")
    profile = tmp_path / "new" / "catalog" / "profiles" / "tomsk.yaml"
    text = profile.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line.startswith("      - {section:"))
    lines[start], lines[start + 1] = lines[start + 1], lines[start]
    profile.write_text("".join(lines), encoding="utf-8")
    ran: Ran = stratkit("-C", STRATEGIES, "amend", f"{STRATEGIES}..{tmp_path / 'new'}", "tomsk")
    assert ran.code == 0
    assert "proven" in ran.err
    assert "изложить в следующей редакции" in ran.out.replace("\u00a0", " ")


def test_what_no_unit_expresses_gives_the_whole_document(stratkit, tmp_path: Path) -> None:
    shutil.copytree(STRATEGIES, tmp_path / "new")
    for path in (tmp_path / "new" / "tomsk").iterdir():
        if path.name in ("projects", "indicators", "industries"):
            shutil.rmtree(path)
    ran: Ran = stratkit("-C", STRATEGIES, "amend", f"{tmp_path / 'new'}..{STRATEGIES}", "tomsk")
    assert ran.code == 0
    assert "no smaller change expresses it: the whole document is given anew, in an annex" in ran.err
    assert "Изложить в новой редакции согласно приложению" in ran.out.replace("\u00a0", " ")
