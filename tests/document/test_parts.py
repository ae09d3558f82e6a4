"""Parts of the document: a section, an industry, the card, the passport of a project, the sheet of an indicator."""

from datetime import UTC, datetime

import pytest
from document_readers import read_docx, read_html, read_odt, read_pdf, squeeze

from stratkit.diagnostics.errors import ConfigError, RenderError
from stratkit.document.build import build_document
from stratkit.document.parts import card_part, industry_part, section_part
from stratkit.document.registry import FORMATS
from stratkit.document.sheets import indicator_sheet, project_passport
from stratkit.document.view import Heading
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree

READERS = {"docx": read_docx, "odt": read_odt, "html": read_html, "pdf": read_pdf}


@pytest.fixture(scope="module")
def strategies(strategies_folder):
    return load_workspace(FolderTree(strategies_folder)).strategies


@pytest.fixture(scope="module", params=["first", "second"])
def pair(request, strategies, regions):
    """A strategy of the repository and its document."""
    name = sorted(strategies)[["first", "second"].index(request.param)]
    return strategies[name], regions[name]


def labels(view):
    return [block.label for block in view.blocks if isinstance(block, Heading)]


def test_a_section_by_its_id_is_the_whole_section(pair):
    strategy, view = pair
    part = section_part(view, "indicators")
    whole = [one for one in view.tables if one.key.split("/")[0] == "indicators"]
    assert list(part.tables) == whole
    assert part.id == f"{strategy.id}-indicators"
    assert not part.has_front
    assert [one.landscape for one in part.parts] == [True]


def test_a_section_brings_those_under_it(pair):
    _, view = pair
    keys = [block.key for block in section_part(view, "priorities").blocks if isinstance(block, Heading)]
    assert keys == ["priorities", "goal", "tasks"]


def test_a_section_by_its_printed_number(pair):
    _, view = pair
    heading = next(one for one in view.headings if one.key == "card")
    for number in (heading.number, heading.number.rstrip("."), heading.number.split()[-1]):
        assert [one.key for one in section_part(view, number).tables] == ["card"]


def test_the_card_is_the_section_that_holds_it(pair):
    _, view = pair
    part = card_part(view)
    assert [one.key for one in part.tables] == ["card"]
    assert len(labels(part)) == 1


def test_an_industry_keeps_its_rows_their_notes_and_the_headings_above(pair):
    strategy, view = pair
    seen = 0
    for industry in strategy.industries:
        part = industry_part(view, strategy, industry.id)
        rows = [
            row.key for table in part.tables if table.key.startswith("projects") for row in table.rows if not row.group
        ]
        assert rows == [f"projects/{one.id}" for one in industry.projects]
        for table in part.tables:
            assert {note.number for note in table.notes} == {cell.note for row in table.rows for cell in row.cells} - {
                None
            }
        seen += len(rows)
        others = {f"/{one.id}" for one in strategy.industries} - {f"/{industry.id}"}
        headings = [block for block in part.blocks if isinstance(block, Heading)]
        assert not [one.key for one in headings if any(one.key.endswith(other) for other in others)]
        assert {one.label for one in headings} <= set(labels(view)), "numbers are those of the whole document"
    assert seen == len(strategy.projects)


def test_a_passport_says_everything_of_one_project_and_nothing_of_others(pair):
    strategy, view = pair
    for project in strategy.projects[:5]:
        part = project_passport(view, strategy, project.id)
        text = "".join(cell.text for table in part.tables for row in table.rows for cell in row.cells)
        for needed in (project.title, project.term.text, project.role.text, *(one.title for one in project.indicators)):
            assert squeeze(needed)[:60] in squeeze(text)
        other = next(
            one for one in strategy.projects if one.title != project.title and one.goal and one.goal != project.goal
        )
        assert squeeze(other.goal) not in squeeze(text)


def test_a_sheet_shows_the_plan_of_its_indicator_with_notes(pair):
    strategy, view = pair
    indicator = next(one for one in strategy.indicators if one.uncertain)
    part = indicator_sheet(view, strategy, indicator.id)
    values = part.tables[-1]
    assert [cell.text for cell in values.heads[0].cells[1:]] == [str(year) for year in strategy.years]
    assert len(values.rows[0].cells) == 1 + len(strategy.years)
    assert len(values.notes) == len(set(indicator.uncertain.values()))
    assert not indicator.facts
    assert len(values.rows) == 1


@pytest.mark.parametrize("name", READERS)
def test_parts_are_drawn_by_the_same_writers(name, pair):
    strategy, view = pair
    project = strategy.projects[0]
    for part in (
        section_part(view, "projects"), card_part(view), industry_part(view, strategy, strategy.industries[0].id),
        project_passport(view, strategy, project.id), indicator_sheet(view, strategy, project.indicators[0].id),
    ):  # fmt: skip
        content = READERS[name](FORMATS[name].render(part))
        assert len(content.tables) == len(part.tables)
        assert [len(rows) for rows in content.tables] == [len(one.heads) + len(one.rows) for one in part.tables]
        assert squeeze(view.notice) in content.text


@pytest.mark.parametrize(
    ("make", "wrong", "hint"),
    [
        (lambda _, view: section_part(view, "projcts"), "projcts", "did you mean 'projects'?"),
        (
            lambda strategy, view: industry_part(view, strategy, strategy.industries[0].id + "x"),
            "industry",
            "did you mean",
        ),
        (
            lambda strategy, view: project_passport(view, strategy, strategy.projects[0].id + "x"),
            "project",
            "did you mean",
        ),
        (
            lambda strategy, view: indicator_sheet(view, strategy, strategy.indicators[0].id + "x"),
            "indicator",
            "did you mean",
        ),
    ],
)
def test_unknown_names_are_refused_with_the_nearest_one(make, wrong, hint, pair):
    with pytest.raises(ConfigError, match=wrong) as caught:
        make(*pair)
    assert hint in str(caught.value.hint)


def test_a_profile_without_a_passport_says_so(corpus):
    strategy = next(iter(load_workspace(FolderTree(corpus)).strategies.values()))
    with pytest.raises(RenderError, match="has no 'passport'"):
        project_passport(build_document(strategy), strategy, strategy.projects[0].id)


def test_the_command_writes_one_part_at_a_time(stratkit, strategies_folder, tmp_path, strategies):
    name = min(strategies)
    path = tmp_path / "card.html"
    assert stratkit("-C", strategies_folder, "document", name, "--part", "card", "-o", path).code == 0
    assert read_html(path.read_bytes().replace(b"<body>", b"<body><h1>x</h1><h1>y</h1>")).headings
    both = stratkit("-C", strategies_folder, "document", name, "--part", "card", "--section", "card", "-o", path)
    assert (both.code, "only one part" in both.err) == (2, True)
    unknown = stratkit("-C", strategies_folder, "document", name, "--section", "projcts", "-o", path)
    assert (unknown.code, "did you mean 'projects'?" in unknown.err) == (2, True)


def test_the_moment_comes_from_the_environment(stratkit, strategies_folder, tmp_path, monkeypatch, strategies):
    name = min(strategies)
    path = tmp_path / "one.docx"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "981173106")
    assert (
        stratkit("-C", strategies_folder, "document", name, "--part", "card", "--format", "docx", "-o", path).code == 0
    )
    import docx

    assert docx.Document(str(path)).core_properties.created.replace(tzinfo=UTC) == datetime(
        2001, 2, 3, 4, 5, 6, tzinfo=UTC
    )
    for rubbish in ("tomorrow", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", rubbish)
        ran = stratkit("-C", strategies_folder, "document", name, "-o", path)
        assert (ran.code, "is no moment" in ran.err) == (2, True)


def test_the_command_says_what_stands_in_for_a_font(stratkit, corpus, tmp_path):
    profile = corpus / "catalog/profiles/federal.yaml"
    text = profile.read_text()
    assert "  fonts:" not in text
    profile.write_text(text.replace("layout:\n", "layout:\n  fonts: [No Such Font]\n", 1))
    region = next(path.parent.name for path in sorted(corpus.glob("*/strategy.yaml")))
    ran = stratkit("-C", corpus, "document", region, "--format", "pdf", "-o", tmp_path / "one.pdf", "--keep-going")
    assert ran.code == 0
    assert "warning: no font of the profile is installed ('No Such Font')" in ran.err
