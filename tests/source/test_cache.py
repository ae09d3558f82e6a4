"""What was worked out before: good for one key, harmless when damaged, never taken from a repository."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import tomllib
from pathlib import Path

import pytest

from stratkit.cli.caching import tracked
from stratkit.source.cache import CacheFolder, Digests, content_digest, file_name
from stratkit.source.home import CACHE
from stratkit.source.program import LIBRARIES, installed
from stratkit.source.tree import FolderTree

OLD = 1_000_000_000


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "kept" / "cache")


def test_an_entry_is_good_for_its_key(cache: CacheFolder) -> None:
    cache.put("a", "key", b"body\nof two lines")
    assert cache.get("a", "key") == b"body\nof two lines"
    assert cache.get("a", "another key") is None
    assert cache.get("b", "key") is None
    assert (cache.folder / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-3],
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda _: b"garbage",
        lambda data: data.replace(b"body", b"lies"),
        lambda data: data.replace(b"stratkit.cache/1", b"stratkit.cache/2"),
    ],
)
def test_a_damaged_or_foreign_entry_is_none(cache: CacheFolder, damage: object) -> None:
    cache.put("a", "key", b"body")
    file = cache.folder / "a"
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("a", "key") is None
    cache.put("a", "key", b"body")
    assert cache.get("a", "key") == b"body"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = CacheFolder(tmp_path / "file" / "cache")
    cache.put("a", "key", b"body")
    assert cache.get("a", "key") is None
    assert cache.now() is None


def test_many_writers_leave_one_whole_entry(cache: CacheFolder) -> None:
    bodies = [bytes([65 + number]) * 200_000 for number in range(8)]
    writers = [threading.Thread(target=cache.put, args=("a", "key", body)) for body in bodies]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert cache.get("a", "key") in bodies
    assert [path.name for path in cache.folder.iterdir() if path.name.startswith(".new-")] == []


def digests(root: Path, cache: CacheFolder) -> Digests:
    tree = FolderTree(root)
    return Digests(tree, {"r": tree.paths}, cache)


def remembered(root: Path, cache: CacheFolder) -> str:
    found = digests(root, cache)
    digest = content_digest(found.tree.paths, found.tree.read)
    found.found("r", digest)
    found.remember()
    return digest


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file that was written long ago, as far as the system can be made to say so."""
    root = tmp_path / "files"
    root.mkdir()
    (root / "a.yaml").write_text("a: 1\n")
    look = FolderTree.__post_init__

    def later(tree: FolderTree) -> None:
        look(tree)
        tree.looked += 10 * OLD

    monkeypatch.setattr(FolderTree, "__post_init__", later)
    return root


def test_files_that_did_not_change_are_known(files: Path, cache: CacheFolder) -> None:
    cache.put("x", "x", b"")
    digest = remembered(files, cache)
    assert digests(files, cache).sure("r") == digest


def test_a_file_of_the_same_size_and_time_is_seen_to_have_changed(files: Path, cache: CacheFolder) -> None:
    cache.put("x", "x", b"")
    before = (files / "a.yaml").stat()
    remembered(files, cache)
    (files / "a.yaml").write_text("a: 2\n")
    os.utime(files / "a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digests(files, cache).sure("r") is None


def test_files_that_come_and_go_are_seen(files: Path, cache: CacheFolder) -> None:
    cache.put("x", "x", b"")
    remembered(files, cache)
    (files / "b.yaml").write_text("b: 1\n")
    assert digests(files, cache).sure("r") is None


def test_what_was_written_just_before_is_read_again(
    files: Path, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    cache.put("x", "x", b"")
    (files / "a.yaml").write_text("a: 3\n")
    remembered(files, cache)
    assert digests(files, cache).sure("r") is None


def test_a_record_of_something_else_is_no_record(files: Path, cache: CacheFolder) -> None:
    cache.put("files", "files", b'["not", "this"]')
    assert digests(files, cache).sure("r") is None


def test_names_of_entries_hold_no_path() -> None:
    assert "/" not in file_name("region/../../etc")
    assert file_name("a") != file_name("b")


def test_a_cache_that_came_with_the_repository_is_told(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True)

    cache = CacheFolder(tmp_path / CACHE)
    assert not tracked(tmp_path)
    cache.put("a", "key", b"body")
    assert not tracked(tmp_path)
    git("init")
    assert not tracked(tmp_path)
    git("add", "--force", CACHE)
    assert tracked(tmp_path)


@pytest.mark.parametrize("link", [CACHE, ".stratkit"])
def test_a_cache_that_is_a_link_is_not_written_to(tmp_path: Path, link: str) -> None:
    (tmp_path / "elsewhere" / "cache").mkdir(parents=True)
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "elsewhere")
    assert tracked(tmp_path)


def test_libraries_are_found_wherever_python_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also in the folder where the program runs, which an empty entry stands for; what is no folder is passed over."""
    (tmp_path / "some_library-1.0.dist-info").mkdir()
    (tmp_path / "archive.zip").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["", str(tmp_path / "archive.zip"), str(tmp_path / "nowhere")])
    assert installed(["some_library"]) == ["some_library-1.0.dist-info"]


def test_no_library_that_may_show_is_forgotten() -> None:
    """What another version of a library may find, draw or write otherwise is worked out anew with it."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["pdf"], *extras["words"]]
    names = {re.split(r"[^\w.-]", one)[0].lower().replace("-", "_") for one in asked}
    talk_or_wait = {"click", "ruamel.yaml", "watchfiles"}
    makes_schemas = {"pydantic"}  # files of their own, which are looked at themselves
    assert names - set(LIBRARIES) == talk_or_wait | makes_schemas
