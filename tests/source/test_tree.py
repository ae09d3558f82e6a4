"""Folders with things in them that are no strategy files."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from stratkit.diagnostics.errors import SourceError
from stratkit.load import load_workspace
from stratkit.source import FolderTree, Locator
from stratkit.source.tree import MAX_BYTES


def passed_over(tree: FolderTree) -> list[tuple[str, str, str]]:
    return [(str(one.place), one.code, str(one.message)) for one in tree.findings]


def test_only_yaml_files_are_listed_and_sorted(tmp_path: Path) -> None:
    for name in ("b/z.yaml", "b/a.yml", "a.yaml", "notes.txt", ".git/config.yaml", "b/.hidden.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    assert FolderTree(tmp_path).paths == ("a.yaml", "b/a.yml", "b/z.yaml")


def test_a_folder_that_is_missing_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no folder"):
        FolderTree(tmp_path / "nothing")


def test_a_link_out_of_the_workspace_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: 1\n")
    root = tmp_path / "strategies"
    root.mkdir()
    (root / "inside.yaml").write_text("a: 1\n")
    (root / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "in.yaml").symlink_to(root / "inside.yaml")
    (root / "folder").symlink_to(tmp_path)
    (root / "dead.yaml").symlink_to(root / "nothing.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    tree = FolderTree(root)
    assert tree.paths == ("in.yaml", "inside.yaml")
    assert {place: code for place, code, _ in passed_over(tree)} == dict.fromkeys(
        ("out.yaml:1:1", "dead.yaml:1:1", "loop.yaml:1:1"), "SRC001"
    )


def test_a_pipe_is_passed_over_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "folder.yaml" / "a.yaml").write_text("a: 1\n")
    tree = FolderTree(tmp_path)
    assert tree.paths == ("folder.yaml/a.yaml",)
    assert passed_over(tree) == [("pipe.yaml:1:1", "SRC001", "this is not a regular file")]


def test_what_may_not_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Refused by hand: root, as whom the tests may run, reads everything.
    (tmp_path / "locked").mkdir()
    for name in ("locked/a.yaml", "locked.yaml", "open.yaml"):
        (tmp_path / name).write_text("a: 1\n")
    scan, open_file = os.scandir, os.open

    def refuse(path: str) -> None:
        if Path(path).name.startswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", path)

    def scandir(path: str) -> Any:
        refuse(path)
        return scan(path)

    def opened(path: str, flags: int) -> Any:
        refuse(path)
        return open_file(path, flags)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "open", opened)
    tree = FolderTree(tmp_path)
    assert tree.paths == ("open.yaml",)
    assert sorted(passed_over(tree)) == [
        ("locked.yaml:1:1", "SRC001", "the file cannot be read: Permission denied"),
        ("locked/:1:1", "SRC001", "the file cannot be read: Permission denied"),
    ]


def test_a_huge_file_is_passed_over_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(100 * MAX_BYTES)
    tree = FolderTree(tmp_path)
    assert tree.paths == ()
    assert [code for _, code, _ in passed_over(tree)] == ["YML004"]


def test_nothing_that_was_passed_over_is_ever_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password\n")
    root = tmp_path / "strategies"
    root.mkdir()
    os.mkfifo(root / "pipe.yaml")
    (root / "link.yaml").symlink_to(tmp_path / "secret")
    tree = FolderTree(root)
    locator = Locator(tree.read)
    assert [locator.line(locator.span(one.place)) for one in tree.findings] == ["", ""]


def test_a_file_that_grows_or_vanishes_after_listing_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "grows.yaml").write_text("a: 1\n")
    (tmp_path / "gone.yaml").write_text("a: 1\n")
    tree = FolderTree(tmp_path)
    with (tmp_path / "grows.yaml").open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    (tmp_path / "gone.yaml").unlink()
    assert len(tree.read("grows.yaml")) == MAX_BYTES + 1
    assert tree.read("gone.yaml") == b""


def test_bad_company_does_not_keep_the_rest_from_being_read(corpus: Path) -> None:
    os.mkfifo(corpus / "demo" / "pipe.yaml")
    (corpus / "demo" / "huge.yaml").write_bytes(b"a" * (MAX_BYTES + 1))
    (corpus / "demo" / "latin.yaml").write_bytes(b"stratkit: card/1\nx: \xff\n")
    (corpus / "demo" / "empty.yaml").write_bytes(b"")
    workspace = load_workspace(FolderTree(corpus))
    assert workspace.strategies["demo"].projects
    found = {(one.place.path, one.code) for one in workspace.findings}
    assert {
        ("demo/pipe.yaml", "SRC001"),
        ("demo/huge.yaml", "YML004"),
        ("demo/latin.yaml", "YML003"),
        ("demo/empty.yaml", "YML002"),
    } <= found


def test_only_folders_that_are_not_as_they_were_are_tried_to_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("top.yaml", "same/a.yaml", "same/b.yaml", "other/a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    first = FolderTree(tmp_path)
    before = {
        name: first.stamp(tuple(p for p in first.paths if p.startswith(f"{name}/"))) for name in ("same", "other")
    }
    (tmp_path / "other" / "a.yaml").chmod(0o600)
    tried: list[str] = []
    open_file = os.open

    def opened(path: str, flags: int) -> int:
        tried.append(Path(path).relative_to(tmp_path).as_posix())
        if path.endswith("other/a.yaml"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_file(path, flags)

    monkeypatch.setattr(os, "open", opened)
    tree = FolderTree(tmp_path, before)
    assert sorted(tried) == ["other/a.yaml", "top.yaml"]
    assert tree.paths == ("same/a.yaml", "same/b.yaml", "top.yaml")
    assert passed_over(tree) == [("other/a.yaml:1:1", "SRC001", "the file cannot be read: Permission denied")]
