"""``stratkit schema``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from stratkit.cli.schema import all_schemas
from stratkit.model.kinds import KINDS
from tests.conftest import REPOSITORY, Ran

Run = Callable[..., Ran]


def test_the_committed_schemas_agree_with_the_model(stratkit: Run) -> None:
    ran = stratkit("-C", REPOSITORY / "strategies", "schema", "--check")
    assert ran.code == 0, ran.err


def test_every_kind_of_file_has_its_schema_beside_the_workspace(corpus: Path, stratkit: Run) -> None:
    folder = corpus.parent / "schema"
    for path in folder.iterdir():
        path.unlink()
    assert stratkit("-C", corpus, "schema").code == 0
    assert {f"{kind.schema}.json" for kind in KINDS.values()} <= {path.name for path in folder.iterdir()}
    for name, text in all_schemas("ru").items():
        assert (folder / name).read_text(encoding="utf-8") == text
        json.loads(text)


def test_a_difference_is_named_and_mended(corpus: Path, stratkit: Run) -> None:
    folder = corpus.parent / "schema"
    stratkit("-C", corpus, "schema")
    (folder / "card.json").write_text("{}\n", encoding="utf-8")
    (folder / "units.json").unlink()
    checked = stratkit("-C", corpus, "schema", "--check")
    assert checked.code == 1
    assert str(folder / "card.json") in checked.err
    assert str(folder / "units.json") in checked.err
    assert "project.json" not in checked.err
    assert not (folder / "units.json").exists()
    assert stratkit("-C", corpus, "schema").code == 0
    assert stratkit("-C", corpus, "schema", "--check").code == 0


def test_descriptions_are_russian_whatever_the_language_of_the_terminal(
    corpus: Path, tmp_path: Path, stratkit: Run
) -> None:
    for words in ("ru", "en"):
        assert stratkit("-C", corpus, "schema", "-o", tmp_path / words, "--words", words).code == 0
    title = {words: json.loads((tmp_path / words / "project.json").read_bytes())["title"] for words in ("ru", "en")}
    assert title["en"] == "A project of an industry"
    assert title["ru"] != title["en"]
    assert stratkit("-C", corpus, "schema", "-o", tmp_path / "default").code == 0
    assert (tmp_path / "default" / "project.json").read_bytes() == (tmp_path / "ru" / "project.json").read_bytes()
