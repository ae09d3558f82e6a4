"""``stratkit lint`` with revisions: what changed since one, and what history says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.test_lint_options import BOOKING, change
from tests.conftest import REPOSITORY, Ran

Run = Callable[..., Ran]
RECORDS = "demo/projects/health/records.yaml"


def git(folder: Path, *arguments: str) -> str:
    identity = {
        f"GIT_{role}_{what}": f"{what.lower()}@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, subject: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", subject)


@pytest.fixture
def repository(corpus: Path) -> Path:
    """A repository with one commit, tagged ``first``."""
    git(corpus.parent, "init", "-q")
    commit(corpus, "first")
    git(corpus, "tag", "first")
    return corpus


def test_only_files_that_changed(repository: Path, stratkit: Run) -> None:
    change(repository, "challenges: [queues]", "challenges: [queue]")
    commit(repository, "second")
    change(repository, "stratkit: project/1", "stratkit: project/1\nstray: 1", RECORDS)
    lint = ("-C", repository, "lint", "--format", "concise", "--changed-since")
    assert [line.split(":")[0] for line in stratkit(*lint, "first").out.splitlines() if "error" in line] == [
        BOOKING,
        RECORDS,
    ]
    since = stratkit(*lint, "HEAD")
    assert since.code == 1
    assert {line.split(":")[0] for line in since.out.splitlines()} == {RECORDS}
    assert stratkit("-C", repository, "lint", "sample", "--changed-since", "first").code == 0


def test_errors_that_a_change_makes_elsewhere_are_not_hushed_up(repository: Path, stratkit: Run) -> None:
    change(repository, "id: queues", "id: lines", "demo/industries/health.yaml")
    ran = stratkit("-C", repository, "lint", "--changed-since", "first", "--select", "REF")
    assert (ran.code, "No findings" in ran.out) == (0, True)
    assert "errors in files that did not change, not shown: 1" in ran.err
    assert "errors in files" not in stratkit("-C", repository, "lint", "--select", "REF").err


def test_changes_count_from_where_the_branches_parted(repository: Path, stratkit: Run) -> None:
    git(repository, "checkout", "-q", "-b", "work")
    change(repository, "challenges: [queues]", "challenges: [queue]")
    commit(repository, "broken on the branch")
    git(repository, "checkout", "-q", "main")
    change(repository, "stratkit: project/1", "stratkit: project/1\n# elsewhere", RECORDS)
    commit(repository, "elsewhere")
    git(repository, "checkout", "-q", "work")
    change(repository, "stratkit: project/1", "stratkit: project/1", RECORDS)
    ran = stratkit("-C", repository, "lint", "--changed-since", "main", "--format", "concise")
    assert {line.split(":")[0] for line in ran.out.splitlines()} == {BOOKING}


@pytest.mark.parametrize("option", ["--changed-since", "--base", "--rev"])
def test_an_unknown_revision_is_told_with_what_was_meant(repository: Path, stratkit: Run, option: str) -> None:
    ran = stratkit("-C", repository, "lint", option, "frist")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no revision 'frist'" in ran.err
    assert "did you mean 'first'" in ran.err


def test_a_shallow_clone_is_told_how_to_get_the_history(repository: Path, stratkit: Run, tmp_path: Path) -> None:
    change(repository, "challenges: [queues]", "challenges: [queues]  # тут")
    commit(repository, "second")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.parent}", str(clone))
    ran = stratkit("-C", clone / "strategies", "lint", "--changed-since", "first")
    assert ran.code == 2
    assert "git fetch --unshallow --tags" in ran.err


def test_no_repository(corpus: Path, stratkit: Run) -> None:
    ran = stratkit("-C", corpus, "lint", "--changed-since", "HEAD")
    assert ran.code == 2
    assert "lies in no git repository" in ran.err


def test_a_revision_is_not_mended(repository: Path, stratkit: Run) -> None:
    ran = stratkit("-C", repository, "lint", "--rev", "first", "--fix")
    assert ran.code == 2
    assert "a revision cannot be mended" in ran.err


def test_history_is_judged_against_a_base(repository: Path, stratkit: Run) -> None:
    change(repository, "{by: 2023, text: Работает", "{by: 2024, text: Работает")
    (repository / RECORDS).unlink()
    ran = stratkit("-C", repository, "lint", "--base", "first", "--select", "HIS", "--format", "concise")
    assert ran.code == 1
    assert sorted(line.split(": ")[1] for line in ran.out.splitlines()) == ["error HIS003", "warning HIS002"]
    assert stratkit("-C", repository, "lint", "--select", "HIS").code == 0


FILES = ("github", "gitlab", "gitea")


@pytest.mark.parametrize("name", FILES)
def test_the_commands_of_the_ready_files_run_as_written(repository: Path, name: str, tmp_path: Path) -> None:
    document = yaml.safe_load((REPOSITORY / "docs" / "ci" / f"{name}.yml").read_text("utf-8"))
    if name == "gitlab":
        script = "\n".join(document["stratkit"]["script"])
        reports = document["stratkit"]["artifacts"]["reports"].values()
    else:
        steps = document["jobs"]["lint"]["steps"]
        script = next(step["run"] for step in steps if "stratkit lint" in step.get("run", ""))
        reports = ["lint.sarif"]
    change(repository, "challenges: [queues]", "challenges: [queue]")
    commit(repository, "second")
    summary = tmp_path / "summary.md"
    summary.touch()
    environment = {
        **os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "BASE": "0" * 40,
        "CI_COMMIT_BEFORE_SHA": git(repository, "rev-parse", "first").strip(), "GITHUB_STEP_SUMMARY": str(summary),
    }  # fmt: skip
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=repository.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "REF001" in ran.stdout
    for report in reports:
        assert "REF001" in (repository.parent / report).read_text("utf-8")


def test_the_hooks_name_commands_that_there_are(repository: Path, stratkit: Run) -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in hooks} == {"stratkit-lint", "stratkit-fix", "stratkit-fmt"}
    for hook in hooks:
        assert stratkit("-C", repository, *hook["entry"].split()[1:]).code == 0


def test_watching_a_revision_makes_no_sense(repository: Path, stratkit: Run) -> None:
    ran = stratkit("-C", repository, "lint", "--rev", "first", "--watch")
    assert ran.code == 2
    assert "a revision does not change" in ran.err


def test_each_change_is_checked(corpus: Path) -> None:
    environment = {**os.environ, "STRATKIT_LANG": "en", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "stratkit", "-C", str(corpus), "lint", "--watch", "--format", "concise"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        guard = threading.Timer(60, process.kill)
        guard.start()
        try:
            assert "waiting for changes" in process.stderr.readline()
            change(corpus, "challenges: [queues]", "challenges: [queue]")
            assert f"changed: {BOOKING}" in process.stderr.readline()
            codes = [process.stdout.readline().split(": ")[1].split()[1] for _ in range(3)]
            assert codes == ["TRC001", "TRC002", "REF001"]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()
            guard.cancel()
    assert process.returncode == 0
