"""Passports and sheets: one page each, or as few as can be, and then a warning says so."""

import pytest
from document_readers import pdf_pages
from made_up_documents import document, table

from stratkit.document.onepage import on_one_page
from stratkit.document.registry import FORMATS
from stratkit.document.sheets import indicator_sheet, project_passport
from stratkit.document.view import Heading
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree


@pytest.fixture(scope="module")
def strategies(strategies_folder):
    return load_workspace(FolderTree(strategies_folder)).strategies


def count(view):
    return len(pdf_pages(FORMATS["pdf"].render(view)))


def test_every_passport_is_one_page_or_named(strategies, regions):
    several = {}
    for name, strategy in strategies.items():
        for project in strategy.projects:
            view = project_passport(regions[name], strategy, project.id)
            named = any(f"'{project.id}' does not fit on one page" in str(one) for one in view.warnings)
            assert (count(view) > 1) == named, project.id
            several[name, project.id] = named
    assert sum(several.values()) < len(several) / 5


def test_the_longest_sheets_of_indicators_are_one_page(strategies, regions):
    for name, strategy in strategies.items():
        longest = sorted(strategy.indicators, key=lambda one: len(one.title), reverse=True)
        for indicator in longest[:10]:
            view = indicator_sheet(regions[name], strategy, indicator.id)
            assert (count(view), view.warnings) == (1, ())


def sheet(rows, **changes):
    cells = table(*[("label", "word " * 20) for _ in range(rows)])
    return document(
        Heading("Sheet", "", 1, "s"), cells, stamp=(), title_page=(), notice="", contents_depth=0, **changes
    )


def test_type_shrinks_only_as_far_as_it_must():
    short, longer, long = (on_one_page(sheet(rows), 8, "one") for rows in (5, 26, 28))
    assert short.layout == sheet(5).layout
    assert short.layout.table_size > longer.layout.table_size > long.layout.table_size >= 8
    assert [count(one) for one in (short, longer, long)] == [1, 1, 1]
    ratio = short.layout.size / short.layout.table_size
    assert long.layout.size == pytest.approx(long.layout.table_size * ratio, abs=0.25)


def test_what_cannot_fit_goes_on_and_says_so():
    view = on_one_page(sheet(40), 8, "endless")
    assert [str(one) for one in view.warnings] == [
        "'endless' does not fit on one page in type of 8 points: it goes on, on the next one"
    ]
    assert count(view) < count(sheet(40))


def test_the_profile_sets_the_least_size():
    view = on_one_page(sheet(28), 11, "one")
    assert view.layout == sheet(28).layout
    assert view.warnings


def test_the_command_says_which_sheet_goes_on(stratkit, strategies_folder, tmp_path, strategies, regions):
    name, project = next(
        (name, project.id)
        for name, strategy in strategies.items()
        for project in strategy.projects
        if project_passport(regions[name], strategy, project.id).warnings
    )
    path = tmp_path / "one.html"
    ran = stratkit("-C", strategies_folder, "document", name, "--project", project, "--keep-going", "-o", path)
    assert ran.code == 0
    assert f"warning: '{project}' does not fit on one page" in ran.err
