"""The consolidated text: marks that say which act changed what, from the chain of editions."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.diagnostics import Origin
from stratkit.diagnostics.errors import RenderError
from stratkit.document.build import build_document
from stratkit.document.consolidated import consolidated
from stratkit.document.view import Block, Cell, DocumentView, Heading, Note, Paragraphs, Part, Row, Table, Text
from stratkit.model.amendments import Amendments
from stratkit.model.frozen import replaced
from stratkit.model.linked import Act, Strategy
from stratkit.model.numbers import Moment
from tests.amend.exercise import EDITION, apply_exercise, record_edition
from tests.amend.mutations import STRATEGIES, Edition, edited
from tests.conftest import Ran
from tests.diff.conftest import run_git

GOLDEN = Path(__file__).parent / "exercise" / "consolidated.md"
UPDATE = "STRATKIT_UPDATE_GOLDEN"
NBSP = "\u00a0"


# ---- a document made by hand ----


def heading(text: str, number: str = "", level: int = 1) -> Heading:
    return Heading(text, number, level, text)


def points(*items: tuple[str, str], key: str = "list") -> Paragraphs:
    return Paragraphs(tuple(Text(text, f"{number}.", f"{key}/{number}") for number, text in items), key)


def passages(*items: str) -> Paragraphs:
    return Paragraphs(tuple(Text(text, key=f"passages/{index}") for index, text in enumerate(items, 1)), "passages")


def table(*rows: tuple[str, ...], note: str = "", key: str = "table") -> Table:
    heads = (Row((Cell((Text("№"),)), Cell((Text("Название"),)))),)
    made = [Row(tuple(Cell((Text(one),)) for one in row), key=f"{key}/{row[0]}", group=False) for row in rows]
    across = [
        replace(row, cells=(replace(row.cells[0], colspan=2),), group=True) if len(row.cells) == 1 else row
        for row in made
    ]
    return Table(key, "", heads, tuple(across), (10.0, 90.0), (Note(1, note),) if note else ())


@pytest.fixture
def marked(in_force: dict[str, Strategy], formulas: Amendments, editions: dict[str, Edition]):
    """Makes the consolidated text of editions that are given as blocks; its lines."""
    strategy = in_force["tver"]
    frame = build_document(strategy)
    assert strategy.profile is not None
    words = strategy.profile.words
    kind = editions["tver"].workspace.catalog.act_kinds["resolution"]

    def make(*states: Iterable[Block]) -> list[str]:
        views = [replace(frame, parts=(Part(tuple(one)),)) for one in states]
        acts = [
            Act(id=str(n), title="", origin=Origin("x"), kind=kind, issuer="Правительства", date=Moment(2021 + n, 8, 30), act_number=str(n))
            for n in range(1, len(states))
        ]  # fmt: skip
        assert formulas.consolidated is not None
        return list(said(consolidated(views, acts, formulas.consolidated, words)))

    return make


def said(view: DocumentView) -> Iterator[str]:
    for block in view.blocks:
        if isinstance(block, Heading):
            yield block.label
        elif isinstance(block, Paragraphs):
            yield from (f"{one.marker} {one.text}".strip().replace(NBSP, " ") for one in block.items)
        else:
            for row in block.rows:
                yield " | ".join(cell.text.replace(NBSP, " ") for cell in row.cells)


ONE = "Правительства от 30 августа 2022 г. № 1"
TWO = "Правительства от 30 августа 2023 г. № 2"


def test_a_point_reworded_added_and_repealed(marked) -> None:
    first = [heading("Задачи", "1."), points(("1", "А"), ("2", "Б"), ("3", "В"))]
    second = [heading("Задачи", "1."), points(("1", "А иначе"), ("2", "Б"), ("2.1", "Новый"))]
    third = [heading("Задачи", "1."), points(("1", "А ещё иначе"), ("2", "Б"), ("2.1", "Новый иначе"))]
    assert marked(first, second, third) == [
        "1. Задачи",
        "1. А ещё иначе", f"(п. 1 в ред. постановления {ONE}; постановления {TWO})",
        "2. Б", f"Пункт 3 утратил силу. – Постановление {ONE}",
        "2.1. Новый иначе", f"(п. 2.1 введён постановлением {ONE}; в ред. постановления {TWO})",
    ]  # fmt: skip


def test_paragraphs_are_known_by_their_words(marked) -> None:
    first = [heading("Сроки"), passages("Стратегия действует до 2024 года.", "Её меняют раз в год.")]
    second = [
        heading("Сроки"),
        passages("Введение к разделу.", "Стратегия действует до 2025 года.", "Её меняют раз в год."),
    ]
    assert marked(first, second) == [
        "Сроки", "Введение к разделу.", f"(абзац введён постановлением {ONE})",
        "Стратегия действует до 2025 года.", f"(в ред. постановления {ONE})", "Её меняют раз в год.",
    ]  # fmt: skip


def test_what_went_with_its_neighbours_is_still_remembered(marked) -> None:
    first = [heading("Сроки"), passages("Первый из абзацев.", "Второе предложение.", "Третья мысль.")]
    second = [heading("Сроки"), passages("Первый из абзацев.", "Третья мысль.")]
    third = [heading("Сроки"), passages("Третья мысль.")]
    assert marked(first, second, third) == [
        "Сроки", f"Абзац утратил силу. – Постановление {TWO}", f"Абзац утратил силу. – Постановление {ONE}",
        "Третья мысль.",
    ]  # fmt: skip


def test_sections(marked) -> None:
    first = [
        heading("Цели", "1."), heading("Старый", "1.1", 2), passages("Слова старого"), heading("Задачи", "2."),
        heading("Сроки", "3."), passages("До 2024 года"),
    ]  # fmt: skip
    second = [
        heading("Цели", "1."), heading("Задачи", "2."), heading("Вставка", "2.1", 2), points(("1", "Пункт")),
        replace(heading("Сроки", "3."), text="Срок"), passages("До 2024 года"),
    ]  # fmt: skip
    assert marked(first, second) == [
        "1. Цели", f"Подраздел 1.1 утратил силу. – Постановление {ONE}",
        "2. Задачи", "2.1 Вставка", f"(подраздел 2.1 введён постановлением {ONE})", "1. Пункт",
        "3. Срок", f"(наименование раздела в ред. постановления {ONE})", "До 2024 года",
    ]  # fmt: skip


def test_rows_parts_and_notes(marked) -> None:
    first = [
        heading("Проекты"),
        table(("0", "снят"), ("1", "А"), ("Здоровье",), ("2", "Б"), ("3", "В"), ("Школа",), note="н/д"),
    ]
    second = [heading("Проекты"), table(("1", "А2"), ("Здоровье",), ("2", "Б"), ("2.1", "Новая"))]
    assert marked(first, second) == [
        "Проекты", f"Строка 0 исключена. – Постановление {ONE}",
        "1 | А2", f"(строка 1 в ред. постановления {ONE})", "Здоровье",
        "2 | Б", f"Строка 3 исключена. – Постановление {ONE}",
        "2.1 | Новая", f"(строка 2.1 введена постановлением {ONE})",
        f"Часть «Школа» исключена. – Постановление {ONE}", f"Примечания исключены. – Постановление {ONE}",
    ]  # fmt: skip


def test_a_kind_without_marks_is_named(in_force: dict[str, Strategy], formulas: Amendments) -> None:
    strategy = in_force["tver"]
    assert formulas.consolidated is not None
    assert strategy.profile is not None
    units = {name: one for name, one in formulas.consolidated.units.items() if name != "row"}
    view = build_document(strategy)
    with pytest.raises(RenderError, match="row"):
        consolidated(
            [view, view], [strategy.approval_act], replace_units(formulas, units), strategy.profile.words
        )  # fmt: skip


def replace_units(formulas: Amendments, units: dict):
    assert formulas.consolidated is not None
    return replaced(formulas.consolidated, units=units)


@pytest.mark.parametrize("seed", range(40, 60))
def test_marks_change_no_word_and_miss_no_change(
    seed: int, in_force: dict[str, Strategy], editions: dict[str, Edition], formulas: Amendments
) -> None:
    region = sorted(editions)[seed % 2]
    new = edited(editions[region], seed)[1].linked()
    views = [build_document(one) for one in (in_force[region], new)]
    act = replaced(in_force["tver"].approval_act, act_number="777")
    assert formulas.consolidated is not None
    assert new.profile is not None
    made = list(said(consolidated(views, [act], formulas.consolidated, new.profile.words)))
    plain = [list(said(one)) for one in views]
    assert [line for line in made if "№ 777" not in line] == plain[1]
    assert (made != plain[1]) == (plain[0] != plain[1])


# ---- the exercise, through the command line ----

MINUTES = EDITION["act"]["issuer"]


def change_frame(folder: Path, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Change the editions in the ``strategy.yaml`` of Tomsk."""
    path = folder / "tomsk" / "strategy.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data["editions"])
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two editions of Tomsk: the real one and the exercise."""
    top = tmp_path_factory.mktemp("chain")
    folder = top / "strategies"
    run_git(top, "init", "-q")
    shutil.copytree(STRATEGIES, folder)
    record_edition(folder, 0, revision="tomsk-2021")
    run_git(top, "add", "-A")
    run_git(top, "commit", "-qm", "2021")
    run_git(top, "tag", "tomsk-2021")
    apply_exercise(folder, top / "update")
    shutil.rmtree(folder)
    (top / "update").rename(folder)
    record_edition(folder, 1, **EDITION)
    run_git(top, "add", "-A")
    run_git(top, "commit", "-qm", "2022")
    run_git(top, "tag", "tomsk-2022")
    return folder


def marks(page: str) -> list[str]:
    """The marks of the Markdown, each with the heading and the line above it."""
    found: list[str] = []
    above, line_above = "", ""
    for line in (one.strip("| ") for one in page.splitlines()):
        text = line.replace(NBSP, " ")
        if f"{MINUTES} от 30 августа 2022" in text:
            if above:
                found += ["", f"## {above}"]
                above = ""
            found += ["", line_above[:100], "", f"> {text}"]
        elif text.startswith("#"):
            above = text.strip("# ")
        elif text:
            line_above = " ".join(text.split())
    return found


def test_the_exercise_says_which_act_changed_what(chain: Path, stratkit) -> None:
    ran: Ran = stratkit("-C", chain, "document", "tomsk", "--consolidated", "--format", "md")
    assert (ran.code, ran.err) == (0, "")
    text = ran.out.replace(NBSP, " ")
    act = f"{MINUTES} от 30 августа 2022 г. № 5"
    assert f"(в ред. протокола {act})\nгород Томск" in text
    assert f"Пункт 2 утратил силу. – Протокол {act}" in text
    assert f"(п. 3.1 введён протоколом {act})" in text
    assert f"| (строка 3 введена протоколом {act}) |" in text
    assert f"| Строка 7 исключена. – Протокол {act} |" in text
    found = "\n".join(["# Пометы сводного текста учебного обновления", *marks(ran.out)]) + "\n"
    if os.environ.get(UPDATE):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_what_an_act_names_is_marked_and_nothing_else(chain: Path, stratkit) -> None:
    plain: Ran = stratkit("-C", chain, "document", "tomsk", "--format", "md")
    marked: Ran = stratkit("-C", chain, "document", "tomsk", "--consolidated", "--format", "md")
    act = f"{MINUTES} от 30 августа 2022"
    left = [line for line in marked.out.splitlines() if line and act not in line.replace(NBSP, " ")]
    assert left == [line for line in plain.out.splitlines() if line]


@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
def test_every_format_draws_the_marks(form: str, chain: Path, stratkit, tmp_path: Path) -> None:
    for name, flags in (("plain", ()), ("marked", ("--consolidated",))):
        ran: Ran = stratkit(
            "-C", chain, "document", "tomsk", "--section", "tasks", *flags, "--format", form, "-o", tmp_path / name
        )
        assert ran.code == 0
    assert (tmp_path / "marked").read_bytes() != (tmp_path / "plain").read_bytes()


def test_one_edition_has_no_marks(stratkit, tmp_path: Path) -> None:
    for name, flags in (("plain", ()), ("marked", ("--consolidated",))):
        ran: Ran = stratkit("-C", STRATEGIES, "document", "tver", *flags, "--format", "html", "-o", tmp_path / name)
        assert ran.code == 0
    assert (tmp_path / "marked").read_bytes() == (tmp_path / "plain").read_bytes()


@pytest.fixture
def spoilt(chain: Path, tmp_path: Path) -> Path:
    """A copy of the repository, to spoil."""
    shutil.copytree(chain.parent, tmp_path / "copy")
    return tmp_path / "copy" / "strategies"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda editions: editions[0].pop("revision"), "the edition '2021' does not say which revision holds it"),
        (lambda editions: editions[1].update(revision="tomsk-2023"), "there is no revision 'tomsk-2023'"),
        (lambda editions: editions[1].pop("act"), "the edition '2022' names no act"),
    ],
)
def test_a_chain_that_does_not_hold_is_refused(
    spoilt: Path, stratkit, change: Callable[[list[dict[str, Any]]], None], said: str
) -> None:
    change_frame(spoilt, change)
    ran: Ran = stratkit("-C", spoilt, "document", "tomsk", "--consolidated", "--keep-going")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_files_that_are_in_no_edition_are_named(spoilt: Path, stratkit) -> None:
    clean: Ran = stratkit("-C", spoilt, "document", "tomsk", "--consolidated", "--format", "md")
    path = spoilt / "tomsk" / "priorities.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Черновик – ", 1), encoding="utf-8")
    ran: Ran = stratkit("-C", spoilt, "document", "tomsk", "--consolidated", "--format", "md")
    assert "the files differ from the edition '2022'" in ran.err
    assert ran.out == clean.out


def test_a_broken_file_of_an_edition_is_named(spoilt: Path, stratkit) -> None:
    top = spoilt.parent
    card = spoilt / "tomsk" / "card.yaml"
    whole = card.read_text(encoding="utf-8")
    card.write_text("stratkit: card/1\ndirections: [", encoding="utf-8")
    run_git(top, "commit", "-qam", "broken")
    run_git(top, "tag", "-f", "tomsk-2022")
    card.write_text(whole, encoding="utf-8")
    ran: Ran = stratkit("-C", spoilt, "document", "tomsk", "--consolidated")
    assert ran.code == 2
    assert "'tomsk/card.yaml' of the edition '2022' cannot be used" in ran.err


@pytest.mark.parametrize("sheet", [("--project", "gostech"), ("--indicator", "pupil-content-access")])
def test_a_sheet_has_no_marks(chain: Path, stratkit, sheet: tuple[str, str]) -> None:
    ran: Ran = stratkit("-C", chain, "document", "tomsk", "--consolidated", *sheet)
    assert ran.code == 2
    assert "exclude each other" in ran.err
