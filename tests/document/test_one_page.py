"""Passports and sheets: one page each by the steps of the profile, or as few as can be, and then a warning says so."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from document_readers import page_count, pdf_pages
from libreoffice import converted, needs_office
from made_up_documents import document, table

from stratkit.document.fitting import fitted
from stratkit.document.measure import CELL_MARGIN, heights, text_width
from stratkit.document.onepage import on_one_page
from stratkit.document.pages import page
from stratkit.document.registry import FORMATS
from stratkit.document.sheets import indicator_sheet, project_passport
from stratkit.document.view import Cell, Heading, Row, Text
from stratkit.load import load_workspace
from stratkit.model.profile import Layout, OnePageStep
from stratkit.source.tree import FolderTree

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def strategies(strategies_folder):
    return load_workspace(FolderTree(strategies_folder)).strategies


def count(view):
    return len(pdf_pages(FORMATS["pdf"].render(view)))


def test_every_passport_is_one_page_and_paper_of_another_size_is_named(strategies, regions):
    large = {}
    for name, strategy in strategies.items():
        for project in strategy.projects:
            view = project_passport(regions[name], strategy, project.id)
            assert count(view) == 1, project.id
            assert view.layout.table_size >= strategy.profile.layout.least_size
            large[name, project.id] = view.layout.paper != regions[name].layout.paper
            named = f"'{project.id}' is too long for one page of A4: it is set for paper of the size A3"
            assert [str(one) for one in view.warnings] == ([named] if large[name, project.id] else [])
    assert sum(large.values()) < len(large) / 20


@needs_office
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_longest_passports_are_one_page_in_libreoffice(form, strategies, regions, tmp_path):
    views = [
        project_passport(regions[name], strategy, project.id)
        for name, strategy in strategies.items()
        for project in strategy.projects
    ]
    tight = [view for view in views if view.layout.gaps < 1]
    least = sorted(tight, key=lambda view: (view.layout.paper, -view.layout.table_size))[-12:]
    for view in least:
        (tmp_path / f"{view.id}.{form}").write_bytes(FORMATS[form].render(view))
    made = converted([tmp_path / f"{view.id}.{form}" for view in least], "pdf", tmp_path / "made")
    assert {path.stem: len(pdf_pages(path.read_bytes())) for path in made} == {view.id: 1 for view in least}


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the package 'chromium'")
def test_the_longest_passports_are_one_page_in_a_browser(strategies, regions, tmp_path):
    for name, strategy in strategies.items():
        views = [project_passport(regions[name], strategy, one.id) for one in strategy.projects]
        for view in (
            min(views, key=lambda one: (one.layout.paper, one.layout.table_size)),
            min(views, key=lambda one: one.layout.table_size),
        ):
            source, made = tmp_path / f"{view.id}.html", tmp_path / f"{view.id}.pdf"
            source.write_bytes(FORMATS["html"].render(view))
            command = [
                CHROMIUM,
                "--headless",
                "--no-sandbox",
                "--no-pdf-header-footer",
                f"--print-to-pdf={made}",
                source,
            ]
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            assert page_count(made.read_bytes()) == 1, view.id


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


def looks(*steps, least=8):
    return Layout(least_size=least, one_page=tuple(OnePageStep.read(step) for step in steps))


def test_type_shrinks_only_as_far_as_it_must():
    short, longer, long = (on_one_page(sheet(rows), looks(), "one") for rows in (5, 26, 28))
    assert short.layout == sheet(5).layout
    assert short.layout.table_size > longer.layout.table_size > long.layout.table_size >= 8
    assert [count(one) for one in (short, longer, long)] == [1, 1, 1]
    ratio = short.layout.size / short.layout.table_size
    assert long.layout.size == pytest.approx(long.layout.table_size * ratio, abs=0.25)


def test_what_cannot_fit_goes_on_and_says_so():
    view = on_one_page(sheet(40), looks(), "endless")
    assert [str(one) for one in view.warnings] == [
        "'endless' does not fit on one page in type of 8 points: it goes on, on the next one"
    ]
    assert count(view) < count(sheet(40))


def test_the_profile_sets_the_least_size():
    view = on_one_page(sheet(28), looks(least=11), "one")
    assert view.layout == sheet(28).layout
    assert view.warnings


def test_the_first_step_that_helps_is_the_last_one_taken():
    steps = {"least_size": 10}, {"margins": {"left": 20}, "gaps": 0.2, "columns": "fitted"}, {"paper": "A3"}
    short, longer, long = (on_one_page(sheet(rows), looks(*steps), "one") for rows in (20, 40, 70))
    assert (short.layout.margins, short.layout.gaps, short.tables) == ((30, 10, 20, 20), 1, sheet(20).tables)
    assert short.layout.table_size >= 10
    assert (longer.layout.margins, longer.layout.gaps, longer.layout.paper) == ((20, 10, 20, 20), 0.2, "A4")
    assert longer.tables[0].widths != sheet(40).tables[0].widths
    assert (long.layout.paper, long.layout.margins) == ("A3", (20, 10, 20, 20))
    assert [str(one) for one in long.warnings] == [
        "'one' is too long for one page of A4: it is set for paper of the size A3"
    ]
    assert [count(one) for one in (short, longer, long)] == [1, 1, 1]


def test_no_step_sets_type_smaller_than_the_profile_allows():
    view = on_one_page(sheet(60), looks({"least_size": 6}, least=10), "one")
    assert view.layout.table_size >= 10
    assert view.warnings


def test_a_step_whose_margins_leave_no_room_is_passed_over():
    view = on_one_page(sheet(40), looks({"margins": {"left": 100}}, {"margins": {"left": 30}, "paper": "A3"}), "one")
    assert [str(one) for one in view.warnings] == [
        "'one' is too long for one page of A4: it is set for paper of the size A3"
    ]


def test_fitted_columns_make_a_table_lower_and_part_no_word():
    given = table(("indispensable", "word " * 60, "1", "2"), ("a", "word " * 30, "100", "200"))
    years = Row((Cell((Text("name"),)), Cell((Text("text"),)), Cell((Text("years"),), colspan=2)))
    given = replace(given, heads=(years,), widths=(40.0, 20.0, 20.0, 20.0))
    layout = sheet(1).layout
    upright = page(layout, landscape=False)
    made = fitted(given, upright, layout)
    assert sum(heights(made, upright, layout).rows) < sum(heights(given, upright, layout).rows) / 2
    assert sum(made.widths) == pytest.approx(100, abs=0.1)
    assert made.widths[2] == made.widths[3]
    assert text_width("indispensable", layout.table_size) < made.widths[0] / 100 * upright.text_width - 2 * CELL_MARGIN
    assert replace(made, widths=given.widths) == given


def test_columns_that_need_all_their_width_stay_as_they_are():
    given = table(("w" * 60, "word " * 60))
    layout = sheet(1).layout
    assert fitted(given, page(layout, landscape=False), layout) == given


def test_the_command_says_which_sheet_needs_other_paper(stratkit, strategies_folder, tmp_path, strategies, regions):
    name, project = next(
        (name, project.id)
        for name, strategy in strategies.items()
        for project in strategy.projects
        if project_passport(regions[name], strategy, project.id).warnings
    )
    path = tmp_path / "one.html"
    ran = stratkit("-C", strategies_folder, "document", name, "--project", project, "--keep-going", "-o", path)
    assert ran.code == 0
    assert f"warning: '{project}' is too long for one page of A4: it is set for paper of the size A3" in ran.err
