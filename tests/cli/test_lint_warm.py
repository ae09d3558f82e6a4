"""``stratkit lint`` after edits of every kind: with what it remembers it says, byte by byte, what it says without."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stratkit.lint import worker
from stratkit.lint.chapters import Chapters
from stratkit.load import load_region
from stratkit.source.home import CACHE
from stratkit.source.processes import can_copy
from tests.conftest import Ran

Run = Callable[..., Ran]

FORMS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
ASKED = (
    (),
    ("--level", "info"),
    ("--level", "error"),
    ("--select", "pack:strict"),
    ("demo",),
    ("--statistics",),
    ("--fail-on", "warning"),
)
LINES = (
    '  - "Две  строки и и тире - так"',
    "odd: 1",
    "title: Обеспечение доступа, доступа",
    "# stratkit: ignore[TXT006] – так в оригинале",
    "# stratkit: ignore[TXT006, SCH002] – проверено (до 2020-01-01)",
    "broken: [",
    "note: А\u00ad\u00a0Б\t",
)


def edit(root: Path, chance: random.Random) -> None:
    """Change, add or remove something in one file, or put a whole file in the place of another one."""
    files = sorted(path for path in root.rglob("*.yaml") if CACHE not in path.as_posix())
    path = chance.choice([one for one in files if one.parent != root])
    lines = path.read_text("utf-8").splitlines()
    spot = chance.randrange(len(lines)) if lines else 0
    match chance.randrange(6):
        case 0:
            path.unlink()
        case 1:
            lines = chance.choice([one for one in files if one.name == path.name]).read_text("utf-8").splitlines()
        case 2:
            lines[spot:] = lines[spot + 1 :]
        case 3:
            lines.insert(spot, chance.choice(LINES))
        case 4:
            lines.append(chance.choice(LINES))
        case _:
            lines[spot : spot + 1] = [f"{one}  # stratkit: ignore[TXT006] – a reason" for one in lines[spot : spot + 1]]
    if path.exists() and lines:
        path.write_text("\n".join(lines) + "\n", "utf-8")


def send_a_process_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a workspace of many regions whose files were not written just now."""
    monkeypatch.setattr("stratkit.cli.lint_run.PLENTY", 1)
    monkeypatch.setattr("stratkit.lint.chapters._PLENTY", 1)
    monkeypatch.setattr("stratkit.source.cache.settled", lambda *_times: True)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_changes_nothing_that_is_said(
    corpus: Path, stratkit: Run, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATKIT_CACHE", "")
    if seed % 2:
        send_a_process_ahead(monkeypatch)
    chance = random.Random(seed)
    usual = (chance.choice(FORMS), chance.choice(ASKED))
    for step in range(5):
        if step:
            edit(corpus, chance)
        for form, asked in (usual, (chance.choice(FORMS), chance.choice(ASKED))):
            arguments = ("-C", corpus, "lint", *asked, "--format", form)
            cold = stratkit(*arguments, "--no-cache", "--jobs", "1")
            for _ in range(2):
                warm = stratkit(*arguments)
                assert (warm.out, warm.err, warm.code) == (cold.out, cold.err, cold.code), (step, arguments)


def test_every_form_is_kept_for_itself(corpus: Path, stratkit: Run) -> None:
    for _ in range(2):
        for form in FORMS:
            arguments = ("-C", corpus, "lint", "--level", "info", "--format", form)
            assert stratkit(*arguments).out == stratkit(*arguments, "--no-cache").out
    assert len(list((corpus / CACHE).iterdir())) < 8 * len(FORMS)


def test_reports_besides_are_those_of_a_run_without_memory(corpus: Path, stratkit: Run, tmp_path: Path) -> None:
    with (corpus / "demo" / "card.yaml").open("a", encoding="utf-8") as card:
        card.write("odd: 1\n")
    for name in ("first", "second", "alone"):
        reports = [word for form in ("json", "text") for word in ("-o", f"{form}:{tmp_path / name}.{form}")]
        more = ["--no-cache"] if name == "alone" else []
        assert "\x1b[" in stratkit("-C", corpus, "--color", "lint", *reports, *more).out
    for form in ("json", "text"):
        seen = {(tmp_path / f"{name}.{form}").read_text("utf-8") for name in ("first", "second", "alone")}
        assert len(seen) == 1
        assert "\x1b[" not in seen.pop()


@pytest.mark.parametrize("spare", [0, 1, 400])
def test_what_is_damaged_within_is_judged_again_when_it_is_looked_at(
    corpus: Path, stratkit: Run, tmp_path: Path, spare: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stratkit.source.cache.settled", lambda *_times: True)  # the files were written just now
    stratkit("-C", corpus, "lint", "--level", "info")
    for file in (corpus / CACHE).iterdir():
        head, line, body = file.read_bytes().partition(b"\n")
        if file.name == ".gitignore" or b'"waived"' in body[:100] or b" files " in head:
            continue
        file.write_bytes(head + line + body[:spare])
    for name, more in (("warm", []), ("cold", ["--no-cache"])):
        reports = [word for form in ("json", "junit") for word in ("-o", f"{form}:{tmp_path / name}.{form}")]
        ran = stratkit("-C", corpus, "lint", "--level", "info", *reports, *more)
        (tmp_path / f"{name}.text").write_text(ran.out, "utf-8")
    for form in ("text", "json", "junit"):
        assert (tmp_path / f"warm.{form}").read_text("utf-8") == (tmp_path / f"cold.{form}").read_text("utf-8")


def test_only_what_changed_is_judged_though_nothing_else_is_read(corpus: Path, stratkit: Run) -> None:
    arguments = ("-C", corpus, "lint", "--changed-since", "HEAD", "--level", "info")
    for words in (["init"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-m", "a"]):
        subprocess.run(["git", "-C", str(corpus), *words], check=True, capture_output=True)
    stratkit(*arguments)
    with (corpus / "demo" / "card.yaml").open("a", encoding="utf-8") as card:
        card.write("odd: 1\n")
    for _ in range(2):
        warm = stratkit(*arguments)
        assert "demo/card.yaml" in warm.out
        assert "sample/" not in warm.out.replace(str(corpus), "")
        assert warm.out == stratkit(*arguments, "--no-cache").out


@pytest.mark.parametrize("fate", ["lives", "dies at once", "dies after a glimpse", "breaks"])
def test_a_process_that_goes_ahead_judges_the_region_that_changed(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    send_a_process_ahead(monkeypatch)
    own, loaded, here = worker.part_of_region, [], os.getpid()

    def judged(*seen: Any, **more: Any) -> Any:
        loaded.append(fate)
        if os.getpid() != here and fate != "lives":
            os._exit(3)
        return own(*seen, **more)

    def read(*seen: Any, **more: Any) -> Any:
        if os.getpid() != here and fate == "dies at once":
            os._exit(3)
        if os.getpid() != here and fate == "breaks":
            raise RuntimeError("on purpose")
        return load_region(*seen, **more)

    monkeypatch.setattr(worker, "part_of_region", judged)
    monkeypatch.setattr(worker, "load_region", read)
    arguments = ("-C", corpus, "lint", "--level", "info", "--jobs", "2")
    stratkit(*arguments)
    loaded.clear()
    with (corpus / "demo" / "card.yaml").open("a", encoding="utf-8") as card:
        card.write("odd: 1\n")
    warm = stratkit(*arguments)
    if can_copy():
        assert loaded == ([] if fate == "lives" else [fate])
    cold = stratkit(*arguments, "--no-cache")
    assert "odd" in warm.out
    assert (warm.out, warm.err, warm.code) == (cold.out, cold.err, cold.code)
    assert stratkit(*arguments).out == cold.out


@pytest.mark.parametrize("lives", [True, False])
def test_another_process_puts_half_of_what_is_shown_together(
    corpus: Path, stratkit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lives: bool
) -> None:
    if not can_copy():
        pytest.skip("there is no other process where none can be copied")
    monkeypatch.setattr("stratkit.lint.chapters._PLENTY", 1)
    own, here = Chapters.remember, os.getpid()

    def remember(*seen: Any) -> Any:
        if os.getpid() != here and not lives:
            os._exit(3)
        with (tmp_path / "at work").open("a") as noted:
            noted.write(f"{os.getpid()}\n")
        return own(*seen)

    monkeypatch.setattr(Chapters, "remember", remember)
    for region in ("demo", "sample"):
        with (corpus / region / "card.yaml").open("a", encoding="utf-8") as card:
            card.write("odd: 1\n")
    ran = stratkit("-C", corpus, "lint", "--level", "info", "--jobs", "2")
    if lives:
        assert len(set((tmp_path / "at work").read_text().split())) == 2
        assert ran.out == stratkit("-C", corpus, "lint", "--level", "info", "--no-cache").out
    else:
        assert ran.code == 2
        assert "came to an early end" in ran.err
