"""The search index: what is in it, and that it stays data."""

from __future__ import annotations

import json

from stratkit.model.linked import Workspace
from stratkit.site.address import entity_path
from stratkit.site.search.entries import search_entries
from stratkit.site.search.index import Entry, index_script, search_index, stem, words


def test_yo_counts_as_ye_and_case_does_not_count() -> None:
    assert words("Учёт, УЧЕТ и COVID-19") == ["учет", "учет", "и", "covid", "19"]


def test_all_forms_of_a_word_share_the_beginning_by_which_the_page_finds_them() -> None:
    for forms in (
        "поликлиника поликлиники поликлинике поликлинику поликлиникой поликлиник поликлиникам поликлиниками поликлиниках",
        "показатель показателя показателю показателем показатели показателей показателями",
        "электронный электронная электронного электронными",
        "учёт учета учётом",
    ):
        stems = {stem(word) for word in words(forms)}
        shortest = min(stems, key=len)
        assert all(word.startswith(shortest) and len(word) - len(shortest) <= 5 for word in words(forms)), stems


def test_a_title_weighs_more_than_a_text() -> None:
    index = search_index(
        [Entry("a.html", "project", "Запись к врачу"), Entry("b.html", "project", "Очередь", text="Запись")]
    )
    places = index["terms"][stem("запись")]
    weights = dict(zip(places[::2], places[1::2], strict=True))
    assert weights[0] > weights[1]


def test_a_whole_title_is_found_where_a_short_one_is_shown() -> None:
    index = search_index(
        [Entry("a.html", "indicator", "Рецепты", full="Доля граждан с рецептами", text="врач", fact="2024 – 40 %")]
    )
    assert index["terms"][stem("граждан")][1] > index["terms"][stem("врач")][1]
    assert index["entries"][0][2] == "Рецепты"
    assert index["entries"][0][4] == "Доля граждан с рецептами · врач"
    assert index["entries"][0][7] == "2024 – 40 %"


def test_who_answers_for_a_figure_is_found_with_it(real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        answered = {one.path for one in search_entries(strategy) if one.kind == "indicator" and one.bodies}
        relied = [one for one in strategy.indicators if any(
            each.responsible for each in strategy.projects_of("indicator", one.id))]  # fmt: skip
        assert relied
        assert {entity_path(strategy.id, one) for one in relied} <= answered


def test_the_end_of_a_long_text_is_found_although_it_is_not_shown() -> None:
    index = search_index([Entry("a.html", "project", "Проект", text="слово " * 500 + "телемедицина")])
    assert stem("телемедицина") in index["terms"]
    assert len(index["entries"][0][4]) < 700


def test_the_index_is_a_script_that_holds_data_only() -> None:
    hostile = 'x</script><script>alert(1)</script>\u2028"\\'
    script = index_script(search_index([Entry("a.html", "project", hostile)]), "re'gion").decode()
    assert "<" not in script
    assert "\u2028" not in script
    data = json.loads("[" + script.removeprefix("stratkitIndex(").removesuffix(");\n") + "]")
    assert data[0] == "re'gion"
    assert data[1]["entries"][0][2] == hostile


def test_everything_that_has_a_page_can_be_found(real_workspace: Workspace, real_site) -> None:
    for strategy in real_workspace.strategies.values():
        paths = {entry.path for entry in search_entries(strategy)}
        pages = {page.relative_to(real_site).as_posix() for page in (real_site / strategy.id).rglob("*.html")}
        found = {
            path for path in pages if path.count("/") == 2 and not path.endswith("index.html") and "/files/" not in path
        }
        assert found <= paths
        kinds = {entry.kind for entry in search_entries(strategy)}
        assert kinds >= {
            "region",
            "industry",
            "project",
            "indicator",
            "challenge",
            "task",
            "body",
            "beneficiary",
            "act",
        }


def test_projects_know_their_years_and_bodies(real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        for entry in search_entries(strategy):
            if entry.kind == "project":
                assert entry.years is not None
                assert entry.years[0] <= entry.years[1]
                assert entry.bodies
