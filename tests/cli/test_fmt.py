"""``stratkit fmt``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
CARD = "demo/card.yaml"


@pytest.fixture
def tidy(corpus: Path, stratkit: Run) -> Path:
    """The workspace with all files in order."""
    assert stratkit("-C", corpus, "fmt").code == 0
    return corpus


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_second_run_changes_nothing_and_touches_nothing(tidy: Path, stratkit: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in tidy.rglob("*.yaml")}
    again = stratkit("-C", tidy, "fmt")
    assert (again.code, again.out) == (0, "")
    assert {path: path.stat().st_mtime_ns for path in tidy.rglob("*.yaml")} == before
    assert stratkit("-C", tidy, "fmt", "--check").code == 0
    assert not list(tidy.rglob(".*"))


def test_only_the_file_in_disorder_is_written(tidy: Path, stratkit: Run) -> None:
    before = contents(tidy)
    card = tidy / CARD
    first, second, *rest = card.read_text(encoding="utf-8").split("\n")
    card.write_text("\n".join([first, *rest[:-1], second, ""]), encoding="utf-8")
    card.chmod(0o640)
    checked = stratkit("-C", tidy, "fmt", "--check")
    assert checked.code == 1
    assert f"would change: {CARD}" in checked.err
    assert contents(tidy) != before
    shown = stratkit("-C", tidy, "fmt", "--diff")
    assert shown.code == 0
    assert "+++ b/demo/card.yaml" in shown.out
    assert "\n+stratkit: card/1\n" in shown.out
    assert contents(tidy) != before
    assert stratkit("-C", tidy, "fmt").code == 0
    assert contents(tidy) == before
    assert card.stat().st_mode & 0o777 == 0o640


def test_invisible_changes_are_shown(tidy: Path, stratkit: Run) -> None:
    card = tidy / CARD
    card.write_bytes(b"\xef\xbb\xbf" + card.read_bytes().replace(b"\n", b"\r\n").rstrip())
    shown = stratkit("-C", tidy, "fmt", "--diff", "--check").out
    assert "-\\ufeff# yaml-language-server" in shown
    assert "\\r\n" in shown
    assert "No newline at end of file" in shown


def test_broken_files_are_named_and_the_others_done(corpus: Path, stratkit: Run) -> None:
    (corpus / "demo" / "basis.yaml").write_text("acts: [\n", encoding="utf-8")
    ran = stratkit("-C", corpus, "fmt")
    assert ran.code == 1
    assert "demo/basis.yaml:1:7: left as it is: the file cannot be read as YAML" in ran.err
    assert (corpus / "demo" / "basis.yaml").read_text(encoding="utf-8") == "acts: [\n"
    assert (
        (corpus / CARD)
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=../../schema/card.json\n")
    )


def test_named_files_and_folders_only(corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(corpus)
    monkeypatch.chdir(corpus)
    assert stratkit("fmt", "demo/card.yaml", "catalog").code == 0
    changed = {path for path, data in contents(corpus).items() if data != before[path]}
    assert "demo/card.yaml" in changed
    assert {path.split("/")[0] for path in changed - {"demo/card.yaml"}} == {"catalog"}


@pytest.mark.parametrize("name", ["nothing.yaml", "..", "demo/notes.txt"])
def test_what_is_no_file_of_the_workspace_is_refused(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (corpus / "demo" / "notes.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(corpus)
    ran = stratkit("fmt", name)
    assert ran.code == 2
    assert f"'{name}' is no file of the workspace" in ran.err


def test_a_link_stays_a_link(tidy: Path, stratkit: Run) -> None:
    card, real = tidy / CARD, tidy / "demo" / "real.txt"
    real.write_bytes(card.read_bytes().replace(b"\n", b"\r\n"))
    card.unlink()
    card.symlink_to(real)
    assert stratkit("-C", tidy, "fmt").code == 0
    assert card.is_symlink()
    assert b"\r" not in real.read_bytes()


def test_a_file_that_cannot_be_written_keeps_its_content(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(corpus)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ran = stratkit("-C", corpus, "fmt")
    assert ran.code == 2
    assert "cannot be written: No space left on device" in ran.err
    assert contents(corpus) == before


def test_as_a_process_from_the_folder_above(corpus: Path) -> None:
    environment = {**os.environ, "STRATKIT_LANG": "en"}
    command = [sys.executable, "-m", "stratkit", "fmt", "--check"]
    ran = subprocess.run(command, cwd=corpus.parent, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "would change: demo/card.yaml" in ran.stderr
    assert ran.stdout == ""
