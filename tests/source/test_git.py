"""A tree read from a revision: the same as the folder, and nothing that a repository may try to trick."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stratkit.diagnostics.errors import RevisionError
from stratkit.source import FolderTree, GitRepository, GitTree
from stratkit.source.tree import MAX_BYTES


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, corpus: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    return corpus


def commit(top: Path, tag: str) -> None:
    git(top, "add", "-A")
    git(top, "commit", "-qm", tag)
    git(top, "tag", tag)


def test_a_revision_holds_what_the_folder_held(folder: Path):
    now, then = FolderTree(folder), GitTree(GitRepository(folder), "v1")
    assert then.paths == now.paths
    assert {path: then.read(path) for path in then.paths} == {path: now.read(path) for path in now.paths}
    assert then.read("demo/nothing.yaml") == b""


def test_later_edits_do_not_show(folder: Path):
    before = (folder / "demo/card.yaml").read_bytes()
    (folder / "demo/card.yaml").write_text("other")
    (folder / "demo/new.yaml").write_text("other")
    tree = GitTree(GitRepository(folder), "HEAD")
    assert tree.read("demo/card.yaml") == before
    assert "demo/new.yaml" not in tree.paths


def test_links_submodules_and_large_files_are_passed_over(tmp_path: Path, folder: Path):
    (folder / "demo/link.yaml").symlink_to("card.yaml")
    (folder / "demo/large.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    (folder / "demo/.hidden.yaml").write_text("a: 1")
    inner = tmp_path / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    git(inner, "commit", "--allow-empty", "-qm", "x")
    git(tmp_path, "submodule", "add", "-q", "./inner", "strategies/other")
    commit(tmp_path, "v2")
    tree = GitTree(GitRepository(folder), "v2")
    assert {one.place.path for one in tree.findings} == {"demo/link.yaml", "demo/large.yaml", "other"}
    assert not {"demo/link.yaml", "demo/large.yaml", "demo/.hidden.yaml"} & set(tree.paths)


@pytest.mark.parametrize(
    "name", ["--upload-pack=touch x", "-x", "", "a\nb", "nothing", "v1..v1", "v1^{tree}", "HEAD~5"]
)
def test_names_that_are_no_revisions(folder: Path, name: str):
    with pytest.raises(RevisionError) as error:
        GitTree(GitRepository(folder), name)
    assert error.value.hint is not None


def test_a_near_name_is_suggested(folder: Path):
    git(folder, "tag", "edition-2022")
    with pytest.raises(RevisionError) as error:
        GitRepository(folder).resolve("edition-2023")
    assert "edition-2022" in str(error.value.hint)


def test_a_shallow_clone_says_how_to_get_the_history(tmp_path: Path, folder: Path):
    (folder / "stratkit.yaml").write_text((folder / "stratkit.yaml").read_text() + "# later\n")
    commit(tmp_path, "v2")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}", "clone")
    with pytest.raises(RevisionError) as error:
        GitRepository(tmp_path / "clone").resolve("v1")
    assert "git fetch --unshallow" in str(error.value.hint)


def test_a_folder_outside_any_repository(tmp_path: Path):
    with pytest.raises(RevisionError):
        GitRepository(tmp_path)


def test_nothing_of_the_repositorys_settings_runs(tmp_path: Path, folder: Path):
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/caught\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "filter.x.smudge", "gpg.program"):
        git(tmp_path, "config", name, str(trap))
    git(tmp_path, "config", "log.showSignature", "true")
    git(tmp_path, "config", "core.hooksPath", str(tmp_path))
    (tmp_path / ".git/info/attributes").write_text("*.yaml diff=x filter=x\n")
    repository = GitRepository(folder)
    tree = GitTree(repository, "v1")
    assert tree.read("stratkit.yaml")
    assert list(repository.commits(tree.commit, ["demo/*.yaml"]))
    assert not (tmp_path / "caught").exists()


def test_variables_of_a_calling_hook_do_not_matter(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert GitTree(GitRepository(folder), "v1").paths


def test_the_folder_of_strategies_was_renamed(tmp_path: Path, folder: Path):
    folder.rename(tmp_path / "plans")
    commit(tmp_path, "v2")
    tree = GitTree(GitRepository(tmp_path / "plans"), "v1")
    assert "demo/card.yaml" in tree.paths


def test_several_folders_of_strategies_must_be_told_apart(tmp_path: Path, folder: Path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more/stratkit.yaml").write_text("stratkit: workspace/1\ntitle: x\n")
    commit(tmp_path, "v2")
    folder.rename(tmp_path / "plans")
    repository = GitRepository(tmp_path / "plans")
    with pytest.raises(RevisionError) as error:
        GitTree(repository, "v2")
    assert "v2:strategies" in str(error.value.hint)
    assert GitTree(repository, "v2:more").paths == ("stratkit.yaml",)


def test_the_main_line_counts_a_merge_as_one_step(tmp_path: Path, folder: Path):
    card = folder / "demo/card.yaml"
    git(tmp_path, "checkout", "-qb", "side")
    card.write_text(card.read_text() + "# one\n")
    commit(tmp_path, "one")
    git(tmp_path, "checkout", "-q", "-")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "merge", "side")
    repository = GitRepository(folder)
    found = list(repository.commits(repository.resolve("HEAD"), ["demo/card.yaml"]))
    assert [one.subject for one in found] == ["merge", "v1"]
    assert set(found[0].changed) == {"demo/card.yaml"}
