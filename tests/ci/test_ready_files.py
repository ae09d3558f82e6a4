"""The ready files for CI services: right by the schemas of the services, and their commands run in a clean clone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent.parent
READY = REPOSITORY / "docs" / "ci"
CORPUS = REPOSITORY / "tests" / "corpus" / "strategies"
CHECKS = {"github": "github-workflows", "gitea": "github-workflows", "gitlab": "gitlab-ci"}
"""Files that check the data. Gitea and Forgejo run workflows of the same form as GitHub."""
SITES = {"github-site": "github-workflows", "gitlab-site": "gitlab-ci"}
"""Files that build the website in shares."""
SCHEMAS = {**CHECKS, **SITES}

INSTALLING = ("pip install", "apt-get")
"""Commands that need the network; the package is installed here already."""


def _document(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((READY / f"{name}.yml").read_text("utf-8"))
    return loaded


def _schema(name: str) -> Any:
    return json.loads((files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json").read_text("utf-8"))


def test_every_ready_file_is_known_here() -> None:
    assert {path.stem for path in READY.iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_service_accepts_the_file(name: str) -> None:
    schema = _schema(SCHEMAS[name])
    validator = jsonschema.validators.validator_for(schema)(schema)
    text = json.dumps(_document(name)).replace('"true":', '"on":')  # YAML 1.1 reads the key «on» as true
    assert [error.message for error in validator.iter_errors(json.loads(text))] == []


def test_the_schema_refuses_what_is_no_workflow() -> None:
    schema = _schema("github-workflows")
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert not validator.is_valid({"on": "push", "jobs": {"lint": {"runs-on": "x", "steps": [{"runs": "x"}]}}})


def _steps(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every shell step in order, with the variables that it is given; those that only install are left out."""
    document = _document(name)
    if name == "gitlab":
        job = document["stratkit"]
        lines = [line for line in (*job["before_script"], *job["script"]) if not _installs(line)]
        yield "\n".join(lines), {}
        return
    for step in document["jobs"]["lint"]["steps"]:
        if "run" in step and not _installs(step["run"]):
            yield step["run"], dict(step.get("env", {}))


def _installs(command: str) -> bool:
    return any(word in command for word in INSTALLING)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clean clone of a repository whose last commit breaks a reference."""
    origin = tmp_path / "origin"
    shutil.copytree(CORPUS, origin / "strategies")
    _git(origin, "init", "-q", "-b", "main")
    _git(origin, "add", ".")
    _git(origin, "commit", "-qm", "first")
    project = origin / "strategies/demo/projects/health/booking.yaml"
    text = project.read_text("utf-8")
    assert "challenges: [queues]" in text
    project.write_text(text.replace("challenges: [queues]", "challenges: [queue]"), encoding="utf-8")
    _git(origin, "commit", "-qam", "second")
    _git(tmp_path, "clone", "-q", str(origin), "clone")
    return tmp_path / "clone"


def _git(folder: Path, *arguments: str) -> str:
    names = ("AUTHOR", "COMMITTER")
    people = {f"GIT_{name}_{part}": value for name in names for part, value in (("NAME", "T"), ("EMAIL", "t@t"))}
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **people}, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def _expression(value: str, base: str) -> str:
    """A variable of a workflow as the service would fill it in."""
    return base if value.startswith("${{") and "base.sha" in value else value


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("base", ["first", "lost"])
def test_every_command_of_the_file_runs_as_written(name: str, base: str, clone: Path) -> None:
    """With a base revision that is there, and with one that the clone does not hold, as after a forced push."""
    revision = _git(clone, "rev-parse", "HEAD~1") if base == "first" else "0" * 40
    steps = list(_steps(name))
    assert len(steps) == 1
    for script, variables in steps:
        environment = {
            **os.environ,
            **{key: _expression(value, revision) for key, value in variables.items()},
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": revision,
            "CI_COMMIT_BEFORE_SHA": revision,
            "GITHUB_STEP_SUMMARY": str(clone.parent / "summary.md"),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        ran = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=clone, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 1, ran.stderr
        assert "REF001" in ran.stdout
    for report in _reports(name, clone):
        assert "REF001" in report.read_text("utf-8")


def _reports(name: str, clone: Path) -> list[Path]:
    """The files that later steps of the job take."""
    document = _document(name)
    if name == "gitlab":
        return [clone / path for path in document["stratkit"]["artifacts"]["reports"].values()]
    if name == "gitea":
        return sorted(clone.glob(document["jobs"]["lint"]["steps"][-1]["with"]["path"]))
    return [clone / document["jobs"]["lint"]["steps"][-1]["with"]["sarif_file"], clone.parent / "summary.md"]


def _commands(name: str, job: str) -> list[str]:
    """The commands of a job that builds; those that only install are left out."""
    found = _document(name)[job] if name.startswith("gitlab") else _document(name)["jobs"][job]
    lines = found["script"] if name.startswith("gitlab") else [one["run"] for one in found["steps"] if "run" in one]
    return [line for line in lines if not _installs(line)]


def _run(command: str, folder: Path, **variables: str) -> None:
    environment = {**os.environ, **variables, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    subprocess.run(["bash", "-eo", "pipefail", "-c", command], cwd=folder, env=environment, check=True)


@pytest.mark.parametrize("name", SITES)
def test_the_shares_of_the_file_join_into_the_website(name: str, tmp_path: Path) -> None:
    """Every machine of the matrix makes its share, the last one joins them: as if the website was built whole."""
    shutil.copytree(CORPUS, tmp_path / "strategies")
    last, share = ("pages", "share-*") if name.startswith("gitlab") else ("merge", "shares/*")
    for number in map(str, range(1, 9)):
        for command in _commands(name, "share"):
            _run(command.replace("${{ matrix.number }}", number), tmp_path, CI_NODE_INDEX=number, CI_NODE_TOTAL="8")
        if share.startswith("shares"):  # the service hands the shares on in one folder
            (tmp_path / f"share-{number}").rename(_made(tmp_path / "shares") / f"share-{number}")
    (command,) = _commands(name, last)
    assert share in command
    _run(command, tmp_path)
    _run("stratkit build -o whole --documents html,docx,pdf", tmp_path)
    made = tmp_path / ("public" if name.startswith("gitlab") else "site")
    assert _contents(made) == _contents(tmp_path / "whole")


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_pre_commit_accepts_the_hooks(tmp_path: Path) -> None:
    """The file of hooks is what pre-commit itself reads."""
    manifest = pytest.importorskip("pre_commit.clientlib").load_manifest(REPOSITORY / ".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in manifest] == ["stratkit-lint", "stratkit-fix", "stratkit-fmt"]


SAID = {"stratkit-lint": "REF001", "stratkit-fix": "REF001", "stratkit-fmt": "files were modified by this hook"}


@pytest.mark.parametrize("hook", SAID)
def test_pre_commit_runs_the_hooks(hook: str, clone: Path) -> None:
    """The hook runs as it is written, in place of the environment of its own that only the network could fill."""
    pytest.importorskip("pre_commit")
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    chosen = {**next(one for one in hooks if one["id"] == hook), "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [chosen]}]}
    (clone / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(clone.parent / "pre-commit"),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=clone, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert SAID[hook] in ran.stdout
