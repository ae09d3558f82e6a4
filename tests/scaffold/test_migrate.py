"""Files of older formats are lifted with their comments; files of the future are told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stratkit.model.kinds import KINDS
from stratkit.scaffold.migrate import MIGRATIONS, Migration, lift
from stratkit.source import FolderTree
from tests.conftest import Ran

Run = Callable[..., Ran]
STEPS = (
    Migration("card", 1, lambda text: text.replace("\nactions:", "\nmeasures:")),
    Migration("card", 2, lambda text: text.replace("\nmeasures:", "\nsteps:")),
)


def test_all_files_are_of_the_present_format(corpus: Path, stratkit: Run) -> None:
    ran = stratkit("-C", corpus, "migrate", "--check")
    assert ran.code == 0
    assert "all files are of the present format" in ran.err


def test_every_version_but_the_last_has_its_step() -> None:
    assert {(one.kind, one.version) for one in MIGRATIONS} == {
        (kind.name, number) for kind in KINDS.values() for number in range(1, kind.version)
    }


@pytest.mark.parametrize("header", ["card/2", "card/17", "'card/2'"])
def test_a_file_of_the_future_gets_a_clear_sentence(corpus: Path, stratkit: Run, header: str) -> None:
    card = corpus / "demo/card.yaml"
    card.write_text(card.read_text().replace("stratkit: card/1", f"stratkit: {header}"))
    before = card.read_bytes()
    for command in ("migrate", "lint"):
        ran = stratkit("-C", corpus, command)
        assert ran.code == 1
        assert f"the file is of format '{header.strip(chr(39))}', newer than this stratkit reads" in ran.out + ran.err
    assert "install a newer stratkit" in ran.out
    assert card.read_bytes() == before


def test_an_old_file_is_lifted_step_by_step_and_keeps_its_comments(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(KINDS, "card", replace(KINDS["card"], version=3))
    card = corpus / "demo/card.yaml"
    card.write_text(
        "# above\nstratkit: card/1  # what it is\n\n# said about actions\nactions:\n  - text: 'Один'   # card/1 in a comment\n"
    )
    (corpus / "sample/card.yaml").write_text("stratkit: card/3\n")
    assert lift(FolderTree(corpus), STEPS).files == {
        "demo/card.yaml": "# above\nstratkit: card/3  # what it is\n\n# said about actions\nsteps:\n  - text: 'Один'   # card/1 in a comment\n".encode()
    }
    monkeypatch.setattr("stratkit.cli.migrate.MIGRATIONS", STEPS)
    before = card.read_bytes()
    for option in ("--check", "--diff"):
        ran = stratkit("-C", corpus, "migrate", option)
        assert ran.code == (1 if option == "--check" else 0)
        assert card.read_bytes() == before
    assert "+steps:" in ran.out
    assert stratkit("-C", corpus, "migrate").code == 0
    assert card.read_text().startswith("# above\nstratkit: card/3  # what it is\n")
    assert stratkit("-C", corpus, "migrate", "--check").code == 0


def test_a_step_that_is_missing_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "card", replace(KINDS["card"], version=3))
    lifted = lift(FolderTree(corpus), STEPS[1:])
    assert not lifted.files
    assert {(one.place.path, one.code) for one in lifted.refused} == {
        ("demo/card.yaml", "SCH004"),
        ("sample/card.yaml", "SCH004"),
    }
    assert "nothing leads from the format 'card/1'" in str(lifted.refused[0].message)
