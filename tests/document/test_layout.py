"""What stands together on a page, what is not parted, and on which page a heading stands."""

import io
import re
import subprocess
import sys
import zipfile

import pikepdf
import pytest
from document_readers import outline_pages, pdf_pages, read_pdf
from libreoffice import needs_office, printed
from made_up_documents import document, table

from stratkit.document.anchors import anchor
from stratkit.document.build import build_document
from stratkit.document.formats.odt_tables import KEPT_ROWS
from stratkit.document.pagination import heading_pages
from stratkit.document.registry import FORMATS
from stratkit.document.view import Cell, Heading, Note, Paragraphs, Row, Text
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree


def part(view, form: str, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(FORMATS[form].render(view))) as archive:
        return archive.read(name).decode()


def noted(rows: int):
    """A table of *rows* with two notes below."""
    cells = [(f"row{number}", Cell((Text("7"),), numeric=True, note=1)) for number in range(rows)]
    notes = (Note(1, "the first"), Note(2, "the second"))
    return document(
        table(*cells, notes=notes, notes_title="Notes"), stamp=(), title_page=(), notice="", contents_depth=0
    )


def test_notes_of_a_pdf_stand_on_the_page_of_the_last_row():
    for rows in range(44, 54):  # the page is full somewhere among these
        pages = pdf_pages(FORMATS["pdf"].render(noted(rows)))
        last = next(number for number, text in enumerate(pages) if f"row{rows - 1}7" in text)
        assert "Notes" in pages[last], rows


def test_notes_of_a_docx_are_kept_with_the_last_row():
    body = part(noted(3), "docx", "word/document.xml")
    rows = re.findall("<w:tr>.*?</w:tr>", body)
    assert ["<w:keepNext/>" in row for row in rows[1:]] == [False, False, True]
    notes = re.findall('<w:pStyle w:val="TableNote"/>(<w:keepNext/>)?', body)
    assert notes == ["<w:keepNext/>", "<w:keepNext/>", ""]


def test_notes_of_an_odt_are_kept_together():
    styles = re.findall(r'text:style-name="(Table_20_Note\w*)"', part(noted(3), "odt", "content.xml"))
    assert styles == ["Table_20_Note_20_Kept", "Table_20_Note_20_Kept", "Table_20_Note"]
    kept = (
        part(noted(3), "odt", "styles.xml")
        .partition('style:name="Table_20_Note_20_Kept"')[2]
        .partition("</style:style>")[0]
    )
    assert 'fo:keep-with-next="always"' in kept


def test_tables_and_the_paragraph_below_them_stand_apart():
    two = document(table(("a", "b")), table(("c", "d")), Paragraphs((Text("below"),), apart=True))
    body = part(two, "docx", "word/document.xml")
    assert "</w:tbl><w:tbl>" not in body, "Word makes one table of two"
    assert re.search(r'<w:spacing w:before="120"/></w:pPr><w:r><w:t xml:space="preserve">below', body)
    margins = re.findall(r'fo:margin-top="(\w+)" table:border', part(two, "odt", "content.xml"))
    assert margins == ["0pt", "6pt"]
    assert 'text:style-name="Apart">below' in part(two, "odt", "content.xml")


def merged(rows: int, joined: int = 3, **changes):
    """A table of *rows*, and of *joined* more under one merged cell of two lines."""
    first = (Cell((Text("one"), Text("two")), rowspan=joined), "in0")
    cells = [(f"row{number}", "x") for number in range(rows)]
    return document(
        table(*cells, first, *[(f"in{number}",) for number in range(1, joined)], **changes),
        stamp=(), title_page=(), notice="", contents_depth=0,
    )  # fmt: skip


def test_rows_of_a_pdf_under_one_merged_cell_stand_on_one_page():
    for rows in range(42, 52):  # the page is full somewhere among these
        pages = pdf_pages(FORMATS["pdf"].render(merged(rows)))
        whole = [text for text in pages if "in0" in text]
        assert len(whole) == 1, rows
        assert all(word in whole[0] for word in ("one", "two", "in1", "in2")), rows


def test_rows_of_a_pdf_under_one_merged_cell_break_where_they_are_higher_than_a_page():
    pages = pdf_pages(FORMATS["pdf"].render(merged(3, 200)))
    assert all(sum(f"in{number}" in text for text in pages) for number in range(200))
    assert "row2" in pages[0]
    assert "in0" in pages[0]


def high(rows: int):
    """A table of *rows*, and of many more under one merged cell whose words are higher than its first rows."""
    words = tuple(Text(f"word{number}") for number in range(4))
    first = (Cell(words, rowspan=90), "in0")
    cells = [(f"row{number}", "x") for number in range(rows)]
    return document(
        table(*cells, first, *[(f"in{number}",) for number in range(1, 90)]),
        stamp=(), title_page=(), notice="", contents_depth=0,
    )  # fmt: skip


def test_words_of_a_merged_cell_are_not_parted_by_the_end_of_a_page():
    for rows in range(40, 52):  # the page is full somewhere among these
        pages = pdf_pages(FORMATS["pdf"].render(high(rows)))
        first = next(text for text in pages if "word0" in text)
        assert "in0" in first, rows
        assert "word3" in first, rows


def test_rows_of_a_docx_are_kept_together_as_far_as_the_words_of_a_merged_cell_need():
    rows = re.findall("<w:tr>.*?</w:tr>", part(high(2), "docx", "word/document.xml"))
    kept = ["<w:keepNext/>" in row for row in rows[1:]]
    assert kept[:2] == [False, False]
    assert 1 <= sum(kept[2:]) <= 3
    assert kept[2:] == sorted(kept[2:], reverse=True)


def test_rows_under_one_merged_cell_go_with_the_notes():
    notes = (Note(1, "the first"), Note(2, "the second"))
    for rows in range(36, 46):
        pages = pdf_pages(FORMATS["pdf"].render(merged(rows, notes=notes, notes_title="Notes")))
        last = next(text for text in pages if "in2" in text)
        assert "in0" in last, rows
        assert "Notes" in last, rows


def test_words_before_a_list_in_a_cell_stand_on_the_page_of_its_first_item():
    for lines in range(40, 56):
        items = (
            *(Text(f"line{number}") for number in range(lines)),
            Text("of these:"),
            Text("– first"),
            Text("– next"),
        )
        view = document(
            table((Cell((*items, *(Text("more") for _ in range(40)))), "a")), stamp=(), title_page=(), notice=""
        )
        leading = [text for text in pdf_pages(FORMATS["pdf"].render(view)) if "ofthese:" in text]
        assert ["–first" in text for text in leading] == [True], lines


@needs_office
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_a_merged_head_higher_than_its_rows_is_as_high_on_every_page_of_libreoffice(name, tmp_path):
    high = Cell((Text("alpha beta gamma delta epsilon omega"),), rowspan=2)
    heads = (Row((high, Cell((Text("years"),), colspan=2))), Row((Cell((Text("1"),)), Cell((Text("2"),)))))
    rows = [("word", f"row{number}", "x") for number in range(400)]
    long = table(*rows, heads=heads, widths=(12.0, 44.0, 44.0))
    view = document(long, Heading("End", "", 1, "end"), stamp=(), title_page=(), notice="", contents_depth=0)
    made = printed(FORMATS[name].render(view), FORMATS[name].suffix, tmp_path)
    assert [page for _, page in outline_pages(made)] == heading_pages(view)


def test_rows_of_a_docx_under_one_merged_cell_are_kept_together():
    rows = re.findall("<w:tr>.*?</w:tr>", part(merged(2), "docx", "word/document.xml"))
    assert ["<w:keepNext/>" in row for row in rows[1:]] == [False, False, True, True, False]


def test_rows_of_an_odt_under_one_merged_cell_are_kept_together():
    assert '"TableRowKeep" config:type="boolean">true<' in part(merged(2), "odt", "settings.xml")
    rows = re.findall("<table:table-row .*?</table:table-row>", part(merged(2, 2), "odt", "content.xml"))
    assert ["Text_20_Kept" in row for row in rows[1:]] == [False, False, True, False]


def test_columns_of_an_odt_add_up_to_its_table(regions):
    for view in regions.values():
        styles = part(view, "odt", "content.xml")
        for found in re.finditer(r'style:name="(Table\d+)" style:family="table".*?style:width="([\d.]+)pt"', styles):
            columns = re.findall(rf'style:name="{found[1]}\.\d+".*?style:column-width="([\d.]+)pt"', styles)
            assert columns
            assert round(sum(map(float, columns)), 2) == float(found[2])


@needs_office
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_numbers_of_pages_in_the_contents_are_those_of_libreoffice(name, regions, tmp_path):
    for view in regions.values():
        made = printed(FORMATS[name].render(view), FORMATS[name].suffix, tmp_path)
        counted = [number for _, number in outline_pages(made)]
        headings = [block for block in view.blocks if isinstance(block, Heading)]
        listed = {id(one) for one in view.headings}
        pages = heading_pages(view, KEPT_ROWS) if name == "odt" else heading_pages(view)
        pairs = zip(headings, pages, strict=True)
        assert len(headings) == len(counted)
        wrong = [
            (heading.label, number, there)
            for (heading, number), there in zip(pairs, counted, strict=True)
            if id(heading) in listed and number != there
        ]
        assert wrong == []


def test_the_number_of_an_act_is_not_parted():
    view = document(Paragraphs((Text("order №\u00a0847-rp of a well-known body"),)))
    assert "№\u00a0847\u2011rp of a well-known body" in part(view, "odt", "content.xml")
    assert "<w:noBreakHyphen/>" in part(view, "docx", "word/document.xml")
    assert '<span class="whole">№\u00a0847-rp</span>' in FORMATS["html"].render(view).decode()
    assert "847-rp" in read_pdf(FORMATS["pdf"].render(view)).text


def test_html_has_an_anchor_for_each_heading_row_and_figure(regions):
    for view in regions.values():
        page = FORMATS["html"].render(view).decode()
        ids = re.findall(r' id="([^"]*)"', page)
        assert len(ids) == len(set(ids)), "every anchor is one place"
        figures = [cell.key for one in view.tables for row in one.rows for cell in row.cells if cell.numeric]
        rows = [row.key for one in view.tables for row in one.rows]
        headings = [block.key for block in view.blocks if isinstance(block, Heading)]
        assert {anchor(key) for key in (*figures, *rows, *headings)} <= set(ids)


def test_a_short_head_is_not_parted_in_a_narrow_column():
    head = Row(tuple(Cell((Text(text),)) for text in ("№\u00a0a/b", "A head of several words")))
    page = FORMATS["html"].render(document(table(("1", "a"), heads=(head,)))).decode()
    assert re.search(r'<th scope="col" class="whole">№\u00a0a/b</th>\s*<th scope="col">A head', page)
    assert re.search(r"th\.whole[^{]*{ white-space: nowrap; }", page)


def test_tables_of_a_pdf_say_what_heads_each_cell(regions):
    for view in regions.values():
        scopes = heads_of(FORMATS["pdf"].render(view))
        for table_, found in zip(view.tables, scopes, strict=True):
            columns = sum(len(row.cells) for row in table_.heads) + sum(row.group for row in table_.rows)
            assert found.count("/Column") == columns
            assert found.count("/Row") == (len(table_.rows) if table_.row_headers else 0)


def test_rows_under_a_head_have_heads_of_their_own_in_a_pdf():
    values = table(("Plan", "70", "80"), ("Fact", "71", "79"), row_headers=True)
    (scopes,) = heads_of(FORMATS["pdf"].render(document(values)))
    assert scopes == ["/Column"] * 3 + ["/Row"] * 2


def test_every_line_of_the_front_and_every_note_of_a_pdf_is_a_paragraph_of_its_own():
    noted = table((Cell((Text("7"),), note=1),), notes=(Note(1, "first"), Note(2, "second")), notes_title="Notes")
    view = document(noted, stamp=("one", "two", "three"), title_page=("Title", "City", "Year"), contents_depth=0)
    with pikepdf.open(io.BytesIO(FORMATS["pdf"].render(view))) as pdf:
        (top,) = pdf.Root.StructTreeRoot.K
        kinds = [str(one.S) for one in top.K]
    assert kinds == ["/P"] * 3 + ["/Title"] + ["/P"] * 3 + ["/Table"] + ["/P"] * 3


def heads_of(data: bytes) -> list[list[str]]:
    """The scopes of the heads of each table."""
    tables: list[list[str]] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
            if node.get("/S") == "/Table":
                tables.append([])
            if node.get("/S") == "/TH":
                tables[-1] += [str(one.Scope) for one in node.A if "/Scope" in one]
            walk(node.K)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return tables


@pytest.mark.parametrize(
    ("module", "options"),
    [("pdfua", ["check", "--format", "json"]), ("outloud.cli", ["--layer", "conformance", "--fail-on", "warning"])],
)
def test_a_pdf_passes_independent_checkers(module, options, regions, tmp_path):
    package = module.partition(".")[0]
    pytest.importorskip(module, reason=f"a checker of PDF/UA-1: pip install {package}")
    values = table(("Plan", "70", "80"), ("Fact", "71", "79"), row_headers=True)
    for name, view in {**regions, "sheet": document(values, landscape=True)}.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(FORMATS["pdf"].render(view))
        command = [sys.executable, "-m", module, *options, path]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout
        assert ran.stdout


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_pdf_follows_the_rules_of_accessibility_and_of_the_archive(profile, regions):
    validator = pytest.importorskip("page", reason="an independent reader: pip install page-validation")
    values = table(("Plan", "70", "80"), ("Fact", "71", "79"), row_headers=True)
    for view in (*regions.values(), document(values, landscape=True)):
        report = validator.validate_pdf_bytes(FORMATS["pdf"].render(view), profile=profile)
        assert [(one.rule_id, one.message) for one in report.failures] == []
        assert report.is_compliant
        assert report.rules.total > 100


def test_fonts_of_a_pdf_are_subsets_with_their_signs(regions):
    for view in regions.values():
        with pikepdf.open(io.BytesIO(FORMATS["pdf"].render(view))) as pdf:
            fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
            assert fonts
            for font in fonts:
                assert "/ToUnicode" in font
                assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))


def test_rows_that_break_are_counted_line_by_line(corpus):
    strategy = next(iter(load_workspace(FolderTree(corpus)).strategies.values()))
    tall = build_document(strategy)
    pages = heading_pages(tall)
    assert pages == sorted(pages)
    view = document(table(("word " * 4000, "a")), Heading("After", "", 1, "b"), contents_depth=0)
    made = pdf_pages(FORMATS["pdf"].render(view))
    assert abs(heading_pages(view)[0] - next(n for n, text in enumerate(made, 1) if "After" in text)) <= 1
