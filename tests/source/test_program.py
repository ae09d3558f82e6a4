"""The digest of the program: of names and contents, read once as long as nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from stratkit.source import program
from stratkit.source.program import code_digest


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that were written long ago; what is known of it is kept beside it."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(program, "_place", lambda *asked: tmp_path / "kept" / "".join(asked[1:] or ("all",)))
    monkeypatch.setattr(program, "settled", lambda *_times: True)
    folder = tmp_path / "code"
    (folder / "room" / "__pycache__").mkdir(parents=True)
    (folder / "one.py").write_text("one")
    (folder / "room" / "two.html").write_text("two")
    (folder / "room" / "__pycache__" / "one.pyc").write_text("compiled")
    return folder


def _never(*_seen: object) -> NoReturn:
    raise AssertionError("a file was read")


def test_nothing_is_read_while_nothing_changes(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = code_digest(code)
    (code / "room" / "__pycache__" / "one.pyc").write_text("anew")
    with monkeypatch.context() as watched:
        watched.setattr(program, "FileIO", _never)
        assert code_digest(code) == first


def test_every_change_is_seen(code: Path) -> None:
    seen = {code_digest(code)}
    (code / "one.py").write_text("eno")
    seen.add(code_digest(code))
    (code / "room" / "two.html").rename(code / "two.html")
    seen.add(code_digest(code))
    (code / "two.html").unlink()
    seen.add(code_digest(code))
    assert len(seen) == 4


def test_only_the_endings_asked_for_count(code: Path) -> None:
    programs, everything = code_digest(code, ".py"), code_digest(code)
    (code / "room" / "two.html").write_text("another")
    assert code_digest(code, ".py") == programs
    assert code_digest(code) != everything


@pytest.mark.parametrize("left", [b"", b"0" * 128, b"\xff" * 128])
def test_what_is_kept_is_not_believed_if_it_is_damaged(code: Path, tmp_path: Path, left: bytes) -> None:
    first = code_digest(code)
    (tmp_path / "kept" / "all").write_bytes(left)
    assert code_digest(code) == first


def test_what_was_written_just_now_is_read_again(code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "settled", lambda *_times: False)
    first = code_digest(code)
    assert not (tmp_path / "kept" / "all").exists()
    assert code_digest(code) == first


def test_where_nobody_may_write_it_is_read_each_time(code: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file in the place of the folder")
    assert code_digest(code) == code_digest(code)
