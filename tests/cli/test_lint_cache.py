"""``stratkit lint``: what it remembers from one run to the next."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.source.home import CACHE
from tests.conftest import Ran

Run = Callable[..., Ran]


def test_a_second_run_says_the_same(corpus: Path, stratkit: Run) -> None:
    first = stratkit("-C", corpus, "lint", "--format", "json", "--level", "info")
    assert (corpus / CACHE / ".gitignore").read_text() == "*\n"
    again = stratkit("-C", corpus, "lint", "--format", "json", "--level", "info")
    alone = stratkit("-C", corpus, "lint", "--format", "json", "--level", "info", "--no-cache", "--jobs", "1")
    assert first.out == again.out == alone.out
    assert first.code == again.code == alone.code == 0


@pytest.mark.parametrize("way", ["option", "environment", "revision"])
def test_nothing_is_kept_where_it_is_not_wanted(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    asked = ["--no-cache"] if way == "option" else []
    if way == "environment":
        monkeypatch.setenv("STRATKIT_CACHE", "off")
    if way == "revision":
        for words in (["init"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-m", "a"]):
            subprocess.run(["git", "-C", str(corpus), *words], check=True, capture_output=True)
        asked = ["--rev", "HEAD"]
    assert stratkit("-C", corpus, "lint", *asked).code == 0
    assert not (corpus / CACHE).exists()


def test_it_is_kept_in_the_folder_that_is_named(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STRATKIT_CACHE", str(tmp_path / "elsewhere"))
    assert stratkit("-C", corpus, "lint").code == 0
    assert not (corpus / CACHE).exists()
    assert len(list((tmp_path / "elsewhere").glob("*/*"))) > 3


def test_what_came_with_the_repository_is_not_believed(corpus: Path, stratkit: Run) -> None:
    stratkit("-C", corpus, "lint")
    for words in (["init"], ["add", "--force", CACHE]):
        subprocess.run(["git", "-C", str(corpus), *words], check=True, capture_output=True)
    before = {path: path.read_bytes() for path in (corpus / CACHE).iterdir()}
    (corpus / "demo" / "card.yaml").write_text("nonsense", "utf-8")
    ran = stratkit("-C", corpus, "lint")
    assert "is in the repository: it is not used" in ran.err
    assert ran.code == 1
    assert {path: path.read_bytes() for path in (corpus / CACHE).iterdir()} == before


def test_a_region_that_there_is_not_is_told(corpus: Path, stratkit: Run) -> None:
    ran = stratkit("-C", corpus, "lint", "dmo")
    assert ran.code == 2
    assert "did you mean 'demo'?" in ran.err
