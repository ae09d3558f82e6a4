"""The exercise: a made-up update of a real strategy, its act, its comparison table and its note."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from stratkit.amend.build import amend
from stratkit.amend.papers import comparison_view, note_view
from stratkit.amend.reader import read_document
from stratkit.diff import Kind
from stratkit.diff.compare import diff_workspaces
from stratkit.diff.titles import Titles
from stratkit.document.registry import FORMATS
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree
from tests.amend.exercise import apply_exercise
from tests.amend.mutations import STRATEGIES
from tests.amend.test_cases import words_of
from tests.conftest import REPOSITORY, Ran

NOT_TOUCHED = {
    Kind.NUMBER_REUSED: "a number is never given again: that is a mistake, not a change",
    Kind.PROFILE_CHANGED: "another layout of the whole document is no update",
    Kind.FACT_RESTATED: "the real strategy has no facts yet that could be restated",
}


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The real strategies and the update, as the command line names them."""
    folder = tmp_path_factory.mktemp("exercise") / "strategies"
    apply_exercise(STRATEGIES, folder)
    return f"{STRATEGIES}..{folder}"


def test_every_kind_of_change_is_touched(sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "diff", sides, "tomsk", "--format", "json")
    document = json.loads(ran.out)
    jsonschema.validate(document, json.loads((REPOSITORY / "schema" / "changes.json").read_bytes()))
    found = {one["kind"] for one in document["changes"]}
    assert {kind.code for kind in Kind} - found == {kind.code for kind in NOT_TOUCHED}


def test_the_act_is_written_and_proven(sides: str, stratkit, tmp_path: Path) -> None:
    target = tmp_path / "act.html"
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--format", "html", "-o", target)
    assert ran.code == 0
    assert "proven" in ran.err
    words = words_of(target.read_text(encoding="utf-8"), "1. ")
    assert words[0] == "1. В подразделе 1.3 в абзаце третьем после слов «в год» дополнить словами «, до 1 октября»."
    assert "8. В таблице подраздела «6 Социальная сфера» раздела 5 строку 7 исключить." in words
    assert words[-1].endswith("в строке 1 в графе «2024» слово «н/д¹» заменить цифрами «20».")


def test_the_comparison_table_gives_both_wordings_and_the_reason(sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--table", "--format", "html")
    table = read_document(ran.out)[-1]
    cells = [[cell.lines for cell in row.cells] for row in table.rows]
    assert ("Подраздел 1.3, абзац третий",) in [row[1] for row in cells]
    reasons = {reason for row in cells for reason in row[4]}
    assert "Новый выпуск облигаций намечен на 2025 год" in reasons


def test_the_note_lists_what_is_weakened_and_why(sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--note", "--format", "html")
    text = "\n".join(getattr(block, "line", "") for block in read_document(ran.out))
    assert re.search(
        r"Требования снижаются:.*70 вместо 75 \(обоснование: Поставка.*Требования повышаются:.*45 вместо 40",
        text,
        re.DOTALL,
    )


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_writes_every_paper(form: str, sides: str) -> None:
    old, new = (load_workspace(FolderTree(Path(side))) for side in sides.split(".."))
    data = new.catalog.amendments
    assert data is not None
    made = amend(old.strategies["tomsk"], new.strategies["tomsk"], data)
    assert made is not None
    changes = diff_workspaces(old, new, ["tomsk"])
    papers = (
        made.act,
        comparison_view(made.operations, made.act, data, changes),
        note_view(made.operations, made.act, data, changes, Titles(old, new)),
    )
    for paper in papers:
        assert len(FORMATS[form].render(paper)) > 500


def test_the_changes_as_data(sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--format", "json")
    found = json.loads(ran.out)
    jsonschema.validate(found, json.loads((REPOSITORY / "schema" / "act.json").read_bytes()))
    assert found["title"].startswith("О внесении изменений в Стратегию")
    first = found["changes"][0]
    assert first["unit"] == "подраздел 1.3, абзац третий"
    assert first["formula"] == "edit"


def test_the_docx_says_the_same_words(sides: str, stratkit, tmp_path: Path) -> None:
    import zipfile

    for form in ("docx", "html"):
        stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--format", form, "-o", tmp_path / f"act.{form}")
    page = words_of((tmp_path / "act.html").read_text(encoding="utf-8"), "1. ")
    markup = zipfile.ZipFile(tmp_path / "act.docx").read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", markup, re.DOTALL)
    said = [" ".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one)).split()) for one in paragraphs]
    for line in page:
        if " | " not in line:
            assert line in said


def test_the_same_text_needs_no_act(stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", f"{STRATEGIES}..{STRATEGIES}", "tver")
    assert (ran.code, ran.out) == (0, "")
    assert "no act is needed" in ran.err


def test_only_the_proof(sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk", "--verify")
    assert (ran.code, ran.out) == (0, "")
    assert "proven" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("tomks",), "did you mean 'tomsk'"),
        (("tomsk", "--table", "--note"), "exclude each other"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], message: str, sides: str, stratkit) -> None:
    ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_a_broken_edition_is_refused(sides: str, stratkit) -> None:
    folder = Path(sides.partition("..")[2])
    path = folder / "tomsk" / "card.yaml"
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text("stratkit: card/1\ndirections: [", encoding="utf-8")
        ran: Ran = stratkit("-C", STRATEGIES, "amend", sides, "tomsk")
    finally:
        path.write_text(whole, encoding="utf-8")
    assert ran.code == 2
    assert "card.yaml" in ran.err
