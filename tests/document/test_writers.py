"""What every writer owes: the whole text in order, the same bytes each time, no broken file."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import docx
import pikepdf
import pytest
from document_readers import Content, read_docx, read_html, read_odt, read_pdf, squeeze
from made_up_documents import HOSTILE, document, table

from stratkit.diagnostics.errors import MissingExtra, RenderError
from stratkit.document.build import build_document
from stratkit.document.formats import pdf
from stratkit.document.grid import grid
from stratkit.document.registry import FORMATS
from stratkit.document.typography import clean
from stratkit.document.view import Cell, DocumentView, Heading, Paragraphs, Table, Text
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree

READERS = {"docx": read_docx, "odt": read_odt, "html": read_html, "pdf": read_pdf}
PACKED = ("docx", "odt")


def words(text: str) -> str:
    return squeeze(clean(text))


def item(text: Text) -> str:
    return words(text.marker + text.text)


def cell_text(cell: Cell) -> str:
    return "".join(item(one) for one in cell.content) + (str(cell.note) if cell.note else "")


def table_rows(one: Table) -> list[list[str]]:
    return [
        [cell_text(slot.cell) for slot in slots if slot.start]
        for rows in (one.heads, one.rows)
        for _, slots in grid(rows, one.columns)
    ]


def expected(view: DocumentView) -> list[str]:
    """Every text of the document in the order in which it is read."""
    texts = [words(line) for line in (*view.stamp, *view.title_page, view.notice)]
    if view.headings:
        texts += [words(view.contents_title), *(words(heading.label) for heading in view.headings)]
    for block in view.blocks:
        if isinstance(block, Heading):
            texts.append(words(block.label))
        elif isinstance(block, Paragraphs):
            texts += (item(one) for one in block.items)
        else:
            texts += (cell for row in table_rows(block) for cell in row)
            texts += [words(block.notes_title)] if block.notes else []
            texts += (words(f"{note.number}{note.text}") for note in block.notes)
    return texts


def missing(content: Content, view: DocumentView) -> list[str]:
    """The texts that do not follow one another in *content*."""
    place, lost = 0, []
    for text in expected(view):
        found = content.text.find(text, place)
        if found < 0:
            lost.append(text)
        else:
            place = found + len(text)
    return lost


def headings(view: DocumentView) -> list[str]:
    return [words(block.label) for block in view.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("name", READERS)
def test_all_texts_and_figures_stand_in_the_file_in_order(name, regions):
    for view in regions.values():
        content = READERS[name](FORMATS[name].render(view))
        assert missing(content, view) == []
        assert content.tables == [table_rows(one) for one in view.tables]
        found = [text for _, text in content.headings]
        assert found[-len(headings(view)) :] == headings(view)


@pytest.mark.parametrize("name", [*READERS, "md"])
def test_writing_twice_gives_the_same_bytes_in_any_folder_zone_and_locale(name, tmp_path, strategies_folder):
    script = (
        "import sys, hashlib\n"
        "from pathlib import Path\n"
        "from stratkit.document.build import build_document\n"
        "from stratkit.document.registry import FORMATS\n"
        "from stratkit.load import load_workspace\n"
        "from stratkit.source.tree import FolderTree\n"
        "for strategy in load_workspace(FolderTree(Path(sys.argv[1]))).strategies.values():\n"
        "    print(hashlib.sha256(FORMATS[sys.argv[2]].render(build_document(strategy))).hexdigest())\n"
    )
    prints = []
    for zone, locale, seed in (("UTC", "C", "1"), ("Asia/Tomsk", "ru_RU.UTF-8", "2")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, str(strategies_folder), name]
        prints.append(
            subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout
        )
    assert prints[0] == prints[1] != ""


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_no_text_breaks_a_file_or_runs(name, case):
    view = HOSTILE[case]
    data = FORMATS[name].render(view)
    if name not in READERS:
        data.decode()
        return
    content = READERS[name](data)
    if name == "pdf" and case == "rare signs":
        return  # signs that no font has become boxes; the next test is about them
    assert missing(content, view) == []
    assert [len(rows) for rows in content.tables] == [len(one.heads) + len(one.rows) for one in view.tables]


def test_pdf_names_signs_that_no_font_has():
    view = document(Heading("\U0001fbff", "", 1, "a"), title="\U0001fbff")
    assert [str(one) for one in FORMATS["pdf"].warnings(view)] == [
        "no installed font has the signs \U0001fbff: a box stands in their place"
    ]
    assert "\u25a1" in read_pdf(FORMATS["pdf"].render(view)).text


def test_pdf_names_the_font_that_stands_in():
    view = HOSTILE["merged cells"]
    layout = replace(view.layout, fonts=("No Such Font",))
    warnings = [str(one) for one in FORMATS["pdf"].warnings(document(layout=layout))]
    assert len(warnings) == 1
    assert warnings[0].startswith("no font of the profile is installed ('No Such Font'): '")


@pytest.mark.parametrize("name", PACKED)
def test_packages_bear_no_time_and_are_in_order(name):
    with zipfile.ZipFile(io.BytesIO(FORMATS[name].render(HOSTILE["markup"]))) as archive:
        entries = archive.infolist()
        assert {entry.date_time[:3] for entry in entries} == {(1980, 1, 1)}
        names = [entry.filename for entry in entries]
        assert names == sorted(names, key=lambda one: (one != "mimetype", one))
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(entry))
    if name == "odt":
        assert entries[0].filename == "mimetype"
        assert entries[0].compress_type == zipfile.ZIP_STORED


def word_part(view: DocumentView, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(view))) as archive:
        return archive.read(f"word/{part}.xml").decode()


def test_docx_is_read_by_another_library(regions):
    for view in regions.values():
        opened = docx.Document(io.BytesIO(FORMATS["docx"].render(view)))
        properties = opened.core_properties
        assert (properties.title, properties.author, properties.language) == (view.title, view.author, "ru-RU")
        assert properties.created.replace(tzinfo=None) == view.created.replace(tzinfo=None)
        assert len(opened.tables) == len(view.tables)
        styles = [one.style.name for one in opened.paragraphs if "eading " in one.style.name]
        assert len(styles) == len(headings(view))


def test_docx_pages_turn_with_the_margin_for_binding():
    view = document(table(("a", "b")), landscape=True)
    opened = docx.Document(io.BytesIO(FORMATS["docx"].render(view)))
    upright, turned = opened.sections
    assert [
        round(one.mm) for one in (upright.left_margin, upright.right_margin, upright.top_margin, upright.bottom_margin)
    ] == [30, 10, 20, 20]
    assert [
        round(one.mm) for one in (turned.left_margin, turned.right_margin, turned.top_margin, turned.bottom_margin)
    ] == [20, 20, 30, 10]
    assert round(turned.page_width.mm) > round(turned.page_height.mm)
    assert upright.different_first_page_header_footer
    assert not turned.different_first_page_header_footer


def test_docx_keeps_the_rules_for_texts_of_acts(regions):
    for view in regions.values():
        body = word_part(view, "document")
        assert "<w:br" not in body
        assert "\u00ad" not in body
        assert '<w:autoHyphenation w:val="false"/>' in word_part(view, "settings")
        first = body.index("<w:tbl>")
        assert body.index('w:val="Stamp"') < first, "the stamp is no table"
        assert 'w:dirty="true"' in body


def test_rows_that_fit_on_a_page_are_kept_whole_and_higher_ones_may_break():
    body = word_part(document(table(("word " * 4000, "a"), ("b", "c"))), "document")
    tall, short = body.split("<w:tr>")[2:4]
    assert "cantSplit" not in tall
    assert "cantSplit" in short


def test_pdf_is_tagged_archived_and_embeds_its_fonts(regions):
    for view in regions.values():
        with pikepdf.open(io.BytesIO(FORMATS["pdf"].render(view))) as opened:
            assert str(opened.Root.Lang) == view.language
            assert opened.Root.MarkInfo.Marked
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            with opened.open_metadata() as metadata:
                assert metadata["dc:title"] == view.title
                assert metadata["pdfuaid:part"] == "1"
                assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            with opened.open_outline() as outline:
                assert len(outline.root) > 1
            for page in opened.pages:
                for font in page.Resources.get("/Font", {}).values():
                    assert "/FontFile2" in (found := font.DescendantFonts[0].FontDescriptor) or "/FontFile3" in found
            sizes = {tuple(round(float(one)) for one in page.MediaBox[2:]) for page in opened.pages}
            assert sizes == {(595, 842), (842, 595)}


def test_page_numbers_follow_the_profile():
    top = document(Heading("A", "", 1, "a"))
    assert "hdr" in word_part(top, "header")
    layout = top.layout
    bottom = document(layout=replace(layout, page_number="bottom"))
    assert "ftr" in word_part(bottom, "footer")
    none = document(layout=replace(layout, page_number="none"))
    assert "Reference" not in word_part(none, "document").split("<w:sectPr>")[1]


def test_one_thing_missing_from_typst_is_said_with_the_way_to_get_it(monkeypatch):

    pdf._fonts.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra) as caught:
        FORMATS["pdf"].render(document())
    assert str(caught.value.hint) == "install them: pip install 'stratkit[pdf]'"


def test_margins_that_leave_no_room_are_refused(corpus):

    profile = corpus / "catalog/profiles/federal.yaml"
    margins = "layout:\n  margins: {left: 100, right: 100, top: 100, bottom: 100}\n"
    profile.write_text(profile.read_text().replace("layout:\n", margins))
    strategy = next(iter(load_workspace(FolderTree(corpus)).strategies.values()))
    with pytest.raises(RenderError, match="leave no room"):
        build_document(strategy)


def test_the_moment_in_the_properties_is_that_of_the_act_unless_the_caller_gives_one(corpus):

    strategy = next(iter(load_workspace(FolderTree(corpus)).strategies.values()))
    assert build_document(strategy).created.date() == strategy.approval_act.date.first
    moment = datetime(2001, 2, 3, tzinfo=UTC)
    assert build_document(strategy, moment).created == moment
