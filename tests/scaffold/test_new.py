"""``stratkit new``: valid files with the next number, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.lint import lint_workspace
from stratkit.load import load_workspace
from stratkit.load.formatting import format_file
from stratkit.load.placeholder import placeholder
from stratkit.source import FolderTree, Locator
from stratkit.source.reader import parse
from tests.conftest import Ran

Run = Callable[..., Ran]
REGION_FILES = {
    "basis.yaml", "bodies.yaml", "card.yaml", "priorities.yaml", "programmes.yaml", "retired.yaml", "strategy.yaml",
    "technologies.yaml",
}  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def codes(root: Path, *regions: str) -> set[str]:
    """The codes of all findings from a warning on."""
    tree = FolderTree(root)
    found = lint_workspace(load_workspace(tree), Locator(tree.read), regions=regions)
    return {one.code for one in found if one.severity > 1}


def value(path: Path) -> dict[str, object]:
    found = parse(path.read_bytes(), path.name)
    assert not found.findings
    assert isinstance(found.value, dict)
    return found.value


def new_files(before: dict[str, bytes], root: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(root).items() if before.get(path) != data}


@pytest.fixture
def region(corpus: Path, stratkit: Run) -> Path:
    """A workspace with a third region, just started."""
    assert stratkit("-C", corpus, "new", "region", "third", "--name", "Третья область").code == 0
    return corpus


def test_a_region_is_complete_and_only_not_filled_in(corpus: Path, stratkit: Run) -> None:
    before = contents(corpus)
    known = codes(corpus)
    ran = stratkit(
        "-C", corpus, "new", "region", "third", "--name", "Третья область", "--period", "2026-2028", "--year", "2025"
    )
    assert ran.code == 0
    made = new_files(before, corpus)
    assert set(made) == {f"third/{name}" for name in REGION_FILES}
    assert ran.out.splitlines() == [str(corpus / path) for path in sorted(made)]
    assert "stratkit new project third" in ran.err
    assert codes(corpus, "third") == {"NEW001"}
    assert codes(corpus) == known | {"NEW001"}
    frame = value(corpus / "third" / "strategy.yaml")
    assert (frame["id"], frame["year"], frame["period"]) == ("third", 2025, {"from": 2026, "to": 2028})
    for path, data in made.items():
        assert format_file(data, path).data == data
        assert data.startswith(b"# yaml-language-server: $schema=../../schema/")


def test_a_region_can_be_exported_and_printed_before_it_is_filled_in(region: Path, stratkit: Run) -> None:
    assert stratkit("-C", region, "export", "third").code == 0
    assert placeholder() in stratkit("-C", region, "document", "third", "--format", "html").out


def test_years_come_from_the_latest_strategy_unless_given(region: Path) -> None:
    strategies = load_workspace(FolderTree(region)).strategies
    latest = max(
        (strategy.frame for name, strategy in strategies.items() if name != "third"), key=lambda one: one.period.to
    )
    assert strategies["third"].frame.period == latest.period
    assert strategies["third"].frame.year == latest.year


@pytest.mark.parametrize("name", ["demo", "catalog", "Третья", "third_region", "-x", "../third", "a" * 65])
def test_an_id_that_cannot_be_a_region_is_refused(corpus: Path, stratkit: Run, name: str) -> None:
    before = contents(corpus.parent)
    ran = stratkit("-C", corpus, "new", "region", "--name", "X", "--", name)
    assert ran.code == 2
    assert contents(corpus.parent) == before


def test_a_folder_that_exists_is_not_touched(corpus: Path, stratkit: Run) -> None:
    (corpus / "third").mkdir()
    (corpus / "third" / "card.yaml").symlink_to(corpus / "nothing")
    before = contents(corpus)
    ran = stratkit("-C", corpus, "new", "region", "third", "--name", "X")
    assert ran.code == 2
    assert "exists already" in ran.err or "is taken" in ran.err
    assert contents(corpus) == before


def test_what_a_killed_run_began_is_ended_and_what_others_wrote_is_not_touched(corpus: Path, stratkit: Run) -> None:
    command = ("-C", corpus, "new", "region", "third", "--name", "Третья область")
    assert stratkit(*command).code == 0
    whole = contents(corpus)
    (corpus / "third/strategy.yaml").unlink()
    (corpus / "third/bodies.yaml").unlink()
    assert stratkit(*command).code == 0
    assert contents(corpus) == whole
    (corpus / "third/strategy.yaml").unlink()
    (corpus / "third/bodies.yaml").write_text("# mine")
    before = contents(corpus)
    ran = stratkit(*command)
    assert ran.code == 2
    assert "is taken" in ran.err
    assert contents(corpus) == before


def test_a_period_that_is_none_is_refused(corpus: Path, stratkit: Run) -> None:
    for period in ("2028", "2028-2026", "soon"):
        ran = stratkit("-C", corpus, "new", "region", "third", "--name", "X", "--period", period)
        assert ran.code == 2
        assert f"'{period}' is no period" in ran.err


@pytest.mark.parametrize(
    "name", ["Область: «первая» #1", "'кавычки'", "- дефис", "yes", "2024", "{x}", "$blank", "😀", "#", "a\\n"]
)
def test_any_name_reads_back_as_it_was_given(corpus: Path, stratkit: Run, name: str) -> None:
    assert stratkit("-C", corpus, "new", "region", "third", "--name", name).code == 0
    frame = load_workspace(FolderTree(corpus)).strategies["third"].frame
    assert frame.region.name.nominative == name


@pytest.mark.parametrize("name", ["", "  ", "две\nстроки", "\x07", "\u2028"])
def test_a_name_that_is_no_line_of_text_is_refused(corpus: Path, stratkit: Run, name: str) -> None:
    ran = stratkit("-C", corpus, "new", "region", "third", "--name", name)
    assert ran.code == 2
    assert not (corpus / "third").exists()


def test_a_project_gets_the_number_after_all_that_were_ever_given(corpus: Path, stratkit: Run) -> None:
    folder = corpus / "demo" / "projects" / "health"
    numbers = [value(path)["number"] for path in folder.iterdir()]
    highest = max(int(str(number).split(".")[0]) for number in numbers)
    retired = corpus / "demo" / "retired.yaml"
    retired.write_text(
        "stratkit: retired/1\nentries:\n"
        f"  - {{kind: project, id: gone, number: {highest + 5}, industry: health}}\n"
        "  - {kind: project, id: elsewhere, number: 99, industry: education}\n"
        "  - {kind: task, id: some-task, number: 77}\n",
        encoding="utf-8",
    )
    ran = stratkit("-C", corpus, "new", "project", "demo", "health", "e-prescription", "--title", "Рецепт: электронный")
    assert ran.code == 0
    made = folder / "e-prescription.yaml"
    assert ran.out == f"{made}\n"
    found = value(made)
    assert (found["number"], found["title"], found["industry"]) == (highest + 6, "Рецепт: электронный", "health")
    assert stratkit("-C", corpus, "new", "project", "demo", "health", "next-one", "--title", "X").code == 0
    assert value(folder / "next-one.yaml")["number"] == highest + 7
    assert not {code for code in codes(corpus, "demo") if code.startswith(("SCH", "REF", "YML", "FRM"))}


def test_a_number_held_by_a_file_with_mistakes_is_not_given_again(corpus: Path, stratkit: Run) -> None:
    folder = corpus / "demo" / "projects" / "health"
    (folder / "odd.yaml").write_text(
        "stratkit: project/1\nid: odd\nnumber: 40\nindustry: health\nnonsense: 1\n", encoding="utf-8"
    )
    assert stratkit("-C", corpus, "new", "project", "demo", "health", "new-one", "--title", "X").code == 0
    assert value(folder / "new-one.yaml")["number"] == 41
    (folder / "broken.yaml").write_text("number: [\n", encoding="utf-8")
    ran = stratkit("-C", corpus, "new", "project", "demo", "health", "other", "--title", "X")
    assert ran.code == 2
    assert "demo/projects/health/broken.yaml' cannot be read" in ran.err


def test_the_first_project_brings_its_industry(region: Path, stratkit: Run) -> None:
    ran = stratkit("-C", region, "new", "project", "third", "education", "first", "--title", "Первый")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        str(region / "third/projects/education/first.yaml"),
        str(region / "third/industries/education.yaml"),
    ]
    assert value(region / "third/industries/education.yaml")["number"] == 1
    assert stratkit("-C", region, "new", "project", "third", "health", "second", "--title", "Второй").code == 0
    assert value(region / "third/industries/health.yaml")["number"] == 2
    assert value(region / "third/projects/health/second.yaml")["number"] == 1
    assert "REF" not in {code[:3] for code in codes(region, "third")}


def test_a_federal_project_gives_its_title(corpus: Path, stratkit: Run) -> None:
    federal = next(iter(load_workspace(FolderTree(corpus)).catalog.federal_projects))
    assert stratkit("-C", corpus, "new", "project", "demo", "health", "ours", "--federal", federal).code == 0
    projects = {one.id: one for one in load_workspace(FolderTree(corpus)).strategies["demo"].projects}
    ours = projects["ours"].federal
    assert ours is not None
    assert (ours.id, projects["ours"].title) == (federal, ours.title)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("demo", "health", "booking", "--title", "X"), "the id 'booking' is taken"),
        (("demo", "health", "was-here", "--title", "X"), "the id 'was-here' is retired"),
        (("demo", "helth", "x", "--title", "X"), "did you mean 'health'?"),
        (("demmo", "health", "x", "--title", "X"), "did you mean 'demo'?"),
        (("demo", "health", "x", "--federal", "nothing-like-it"), "no federal project 'nothing-like-it'"),
        (("demo", "health", "x"), "a project needs a title"),
        (("demo", "health", "Not An Id", "--title", "X"), "'Not An Id' cannot be an id"),
    ],
)
def test_a_project_that_cannot_be_is_refused(
    corpus: Path, stratkit: Run, arguments: tuple[str, ...], told: str
) -> None:
    retired = "stratkit: retired/1\nentries:\n  - {kind: project, id: was-here, number: 90, industry: health}\n"
    (corpus / "demo" / "retired.yaml").write_text(retired, encoding="utf-8")
    before = contents(corpus)
    ran = stratkit("-C", corpus, "new", "project", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert contents(corpus) == before


INDICATOR = ("--title", "Доля: всего", "--unit", "percent", "--direction", "up")


def test_an_indicator_is_added_and_nothing_else_changes(corpus: Path, stratkit: Run) -> None:
    path = corpus / "demo" / "indicators" / "health.yaml"
    path.write_text(f"# top\n{path.read_text(encoding='utf-8')}# end\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    ran = stratkit("-C", corpus, "new", "indicator", "demo", "health", "new-share", *INDICATOR)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before.removesuffix("# end\n"))
    assert after.endswith("# end\n")
    strategy = load_workspace(FolderTree(corpus)).strategies["demo"]
    added = strategy.indicators[[one.id for one in strategy.indicators].index("new-share")]
    assert (added.title, added.direction, dict(added.plan)) == ("Доля: всего", "up", dict.fromkeys(strategy.years))
    assert added.unit is not None
    assert added.unit.id == "percent"


def test_the_first_indicator_starts_the_file(region: Path, stratkit: Run) -> None:
    assert stratkit("-C", region, "new", "indicator", "third", "health", "share", *INDICATOR).code == 0
    assert stratkit("-C", region, "new", "indicator", "third", "health", "share-two", *INDICATOR).code == 0
    path = region / "third" / "indicators" / "health.yaml"
    assert format_file(path.read_bytes(), "third/indicators/health.yaml").data == path.read_bytes()
    industry = load_workspace(FolderTree(region)).strategies["third"].industry["health"]
    assert [one.id for one in industry.indicators] == ["share", "share-two"]


def test_a_common_indicator_needs_no_more(corpus: Path, stratkit: Run) -> None:
    common = next(iter(load_workspace(FolderTree(corpus)).catalog.common_indicators))
    assert stratkit("-C", corpus, "new", "indicator", "demo", "health", "ours", "--common", common).code == 0
    found = {one.id: one for one in load_workspace(FolderTree(corpus)).strategies["demo"].indicators}["ours"].common
    assert found is not None
    assert found.id == common


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("online-booking", *INDICATOR), "the id 'online-booking' is taken"),
        (("x", "--title", "X", "--unit", "percnt", "--direction", "up"), "did you mean 'percent'?"),
        (("x", "--title", "X", "--unit", "percent", "--direction", "sideways"), "sideways"),
        (("x", "--title", "X"), "an indicator needs a title, a unit and a direction"),
        (("x", "--common", "nothing"), "no common indicator 'nothing'"),
    ],
)
def test_an_indicator_that_cannot_be_is_refused(
    corpus: Path, stratkit: Run, arguments: tuple[str, ...], told: str
) -> None:
    before = contents(corpus)
    ran = stratkit("-C", corpus, "new", "indicator", "demo", "health", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert contents(corpus) == before


@pytest.mark.parametrize("items", ["[{id: a, common: b, plan: {}}]", "{}"])
def test_a_list_that_cannot_be_extended_is_left(corpus: Path, stratkit: Run, items: str) -> None:
    path = corpus / "demo" / "indicators" / "health.yaml"
    path.write_text(f"stratkit: indicators/1\nindustry: health\nindicators: {items}\n", encoding="utf-8")
    before = path.read_bytes()
    ran = stratkit("-C", corpus, "new", "indicator", "demo", "health", "x", *INDICATOR)
    assert ran.code == 2
    assert "cannot be extended" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("items", ["", " []", " null", " []  # none yet", "\n  []"])
def test_an_empty_list_is_filled(corpus: Path, stratkit: Run, items: str) -> None:
    path = corpus / "demo" / "indicators" / "health.yaml"
    path.write_text(f"stratkit: indicators/1\nindicators:{items}\nindustry: health\n", encoding="utf-8")
    assert stratkit("-C", corpus, "new", "indicator", "demo", "health", "x", *INDICATOR).code == 0
    found = value(path)["indicators"]
    assert isinstance(found, list)
    assert [one["id"] for one in found] == ["x"]
    assert ("# none yet" in items) == ("# none yet" in path.read_text(encoding="utf-8"))


def test_a_disk_that_fills_up_leaves_no_half_region(
    corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(corpus)
    calls: list[Path] = []
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) > 3:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert stratkit("-C", corpus, "new", "region", "third", "--name", "X").code == 2
    assert contents(corpus) == before


def test_a_workspace_is_ready_for_its_first_region(tmp_path: Path, stratkit: Run) -> None:
    ran = stratkit("new", "workspace", tmp_path / "mine")
    assert ran.code == 0
    root = tmp_path / "mine" / "strategies"
    assert codes(root) == {"NEW001"}
    assert stratkit("-C", root, "schema", "--check").code == 0
    assert {path.split("/")[0] for path in contents(root)} == {"stratkit.yaml", "catalog"}
    assert stratkit("-C", root, "new", "region", "first", "--name", "Первая область").code == 0
    assert codes(root, "first") == {"NEW001"}
    again = stratkit("new", "workspace", tmp_path / "mine")
    assert again.code == 2
    assert "exists already" in again.err
