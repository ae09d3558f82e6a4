"""A document that goes out as DOCX and comes back: what was changed on the way, and nothing else."""

import io
import json
import re
import zipfile

import pytest
from libreoffice import converted, needs_office
from made_up_documents import HOSTILE, document, table

from stratkit.diagnostics.errors import SourceError
from stratkit.document.readback import package
from stratkit.document.readback.compare import Difference, Kind, What, compare
from stratkit.document.readback.docx import read_docx
from stratkit.document.readback.expected import expected_items
from stratkit.document.readback.report import shortened
from stratkit.document.registry import FORMATS
from stratkit.document.view import Cell, Heading, Paragraphs, Text

BODY = "word/document.xml"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def figures(*rows):
    return tuple(
        tuple(Cell((Text(text),) if text else (), key=f"rows/{row}/{column}") for column, text in enumerate(cells))
        for row, cells in enumerate(rows)
    )


VIEW = document(
    Heading("Aims", "1.", 1, "aims"),
    Paragraphs((Text("The first aim of them all", "1.", "aims/first"), Text("Another one", "2.", "aims/second"))),
    table(*figures(("schools", "10", "20,5"), ("roads", "30", "40"), ("woods", "50", ""))),
    Paragraphs((Text("The end of it", key="end"),)),
    title_page=("Title of No. 1-a",),
)


def edited(data: bytes, *changes: tuple[str, str], path: str = BODY) -> bytes:
    """*data* with each text replaced once, as an editor would."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as written:
        for entry in archive.infolist():
            text = archive.read(entry).decode()
            for old, new in changes if entry.filename == path else ():
                assert old in text
                text = text.replace(old, new, 1)
            written.writestr(entry.filename, text)
    return out.getvalue()


def differences(*changes: tuple[str, str], view=VIEW) -> list[Difference]:
    return compare(expected_items(view), read_docx(edited(FORMATS["docx"].render(view), *changes)))


def xml_row(text: str) -> str:
    """The row of the made-up table that begins with *text*."""
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(VIEW))) as archive:
        rows = re.findall("<w:tr>.*?</w:tr>", archive.read(BODY).decode())
    return next(row for row in rows if text in row)


def test_our_own_documents_do_not_differ(regions):
    for view in regions.values():
        assert compare(expected_items(view), read_docx(FORMATS["docx"].render(view))) == []


@pytest.mark.parametrize("case", HOSTILE)
def test_no_text_makes_a_difference_by_itself(case):
    view = HOSTILE[case]
    assert compare(expected_items(view), read_docx(FORMATS["docx"].render(view))) == []


def test_one_figure():
    assert differences((">20,5<", ">21<")) == [
        Difference(Kind.CHANGED, What.CELL, "rows/0/2", "3", "20,5", "21"),
    ]


def test_a_figure_put_where_none_was():
    row = xml_row("woods")
    assert differences((row, row.replace("</w:pPr></w:p>", "</w:pPr><w:r><w:t>7</w:t></w:r></w:p>"))) == [
        Difference(Kind.CHANGED, What.CELL, "rows/2/2", "3", "", "7"),
    ]


def test_one_word():
    assert differences(("first aim", "last aim")) == [
        Difference(
            Kind.CHANGED,
            What.PARAGRAPH,
            "aims/first",
            "",
            "1. The first aim of them all",
            "1. The last aim of them all",
        ),
    ]


def test_a_heading():
    place = '<w:bookmarkStart w:id="1" w:name="_Toc00000001"/><w:r><w:t xml:space="preserve">1. '
    assert differences((f"{place}Aims", f"{place}Claims")) == [
        Difference(Kind.CHANGED, What.PARAGRAPH, "aims", "", "1. Aims", "1. Claims"),
    ]


def test_one_row_removed():
    assert differences((xml_row("roads"), "")) == [
        Difference(Kind.MISSING, What.ROW, "table", "", "roads | 30 | 40", None),
    ]


def test_one_row_added():
    row = xml_row("roads")
    found = differences((row, row + row.replace("roads", "bridges").replace("30", "31")))
    assert [(one.kind, one.what, one.found) for one in found] == [(Kind.ADDED, What.ROW, "bridges | 31 | 40")]


def test_one_row_put_elsewhere():
    row, last = xml_row("schools"), xml_row("woods")
    assert differences((row, ""), (last, last + row)) == [
        Difference(Kind.MOVED, What.ROW, "table", "", "schools | 10 | 20,5", "schools | 10 | 20,5", "table"),
    ]


def test_one_paragraph_put_elsewhere():
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(VIEW))) as archive:
        body = archive.read(BODY).decode()
    first = next(one for one in re.findall("<w:p>.*?</w:p>", body) if "first aim" in one)
    second = next(one for one in re.findall("<w:p>.*?</w:p>", body) if "Another one" in one)
    (found,) = differences((first + second, second + first))
    assert (found.kind, found.key, found.after) == (Kind.MOVED, "aims/second", "aims")


def test_two_cells_merged_in_word():
    row = xml_row("roads")
    *_, first, second = re.findall("<w:tc>.*?</w:tc>", row)
    words = second.partition("</w:tcPr>")[2]
    merged = first.replace('w:type="dxa"/>', 'w:type="dxa"/><w:gridSpan w:val="2"/>', 1)
    assert differences((first + second, merged.replace("</w:tc>", words))) == [
        Difference(Kind.MERGED, What.CELL, "rows/1/2", "3", "40", None),
    ]
    assert differences((first + second, merged)) == [
        Difference(Kind.MERGED, What.CELL, "rows/1/2", "3", "40", None),
        Difference(Kind.MISSING, What.CELL, "rows/1/2", "2", "40", None),
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("«О доме» – 5-й", "“О доме” — 5–й"), ("сказал «нет»… и всё", 'сказал "нет"... и всё'), ("и’ – так", "и' - так")],
)
def test_what_word_corrects_by_itself_is_told_apart(ours, theirs):
    view = document(Paragraphs((Text(ours, key="a"),)))
    (found,) = differences((ours, theirs), view=view)
    assert (found.kind, found.expected, found.found) == (Kind.SIGNS, ours, theirs)
    (found,) = differences((ours, f"{theirs} ещё"), view=view)
    assert found.kind is Kind.CHANGED


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one():
    words = '<w:r><w:t xml:space="preserve">1. The first aim of them all</w:t></w:r>'
    mark = '<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    words = words.replace("1. ", "1.\u00a0")
    found = differences((f"</w:pPr>{words}", f"{mark}{words}"))
    assert [one.found for one in found if one.found] == ["1. The first aim of them all2. Another one"]
    assert len(found) == 2


def test_a_paragraph_removed_and_one_added():
    found = differences(("The end of it", "Something quite unlike that"))
    assert [(one.kind, one.what, one.key, one.expected or one.found) for one in found] == [
        (Kind.MISSING, What.PARAGRAPH, "end", "The end of it"),
        (Kind.ADDED, What.PARAGRAPH, "end", "Something quite unlike that"),
    ]


def test_marks_of_revision_count_as_the_text_that_they_leave():
    words = '<w:t xml:space="preserve">The end of it</w:t>'
    revised = (
        '<w:t>The </w:t></w:r><w:del w:id="1"><w:r><w:delText>end</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>start</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> of it</w:t>'
    )
    assert [(one.key, one.found) for one in differences((words, revised))] == [("end", "The start of it")]


def test_the_entries_of_the_contents_are_no_matter():
    assert differences(('<w:t xml:space="preserve">1. Aims</w:t>', "<w:t>what Word wrote</w:t>")) == []


def test_notes_are_apart_from_the_figures_that_bear_them(regions):
    view = next(one for one in regions.values() if any(table.notes for table in one.tables))
    note = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">1</w:t>'
    found = differences((note, note.replace(">1<", ">2<")), view=view)
    assert len(found) == 1
    assert found[0].expected.replace("¹", "²") == found[0].found


@needs_office
def test_a_document_saved_by_libreoffice_does_not_differ(regions, tmp_path):
    for name, view in regions.items():
        source = tmp_path / f"{name}.docx"
        source.write_bytes(FORMATS["docx"].render(view))
        (made,) = converted([source], "docx", tmp_path / "saved")
        saved = made.read_bytes()
        assert saved != source.read_bytes()
        assert compare(expected_items(view), read_docx(saved)) == []


def bare(body: str) -> bytes:
    """A package that holds nothing but a document part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(BODY, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no zip archive"),
        (b"PK\x03\x04 and no more", "no zip archive"),
        (bare("<w:document"), "no XML"),
        (
            bare(f'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {NAMESPACE}>&a;</w:document>'),
            "document type",
        ),
        (bare(f"<w:document {NAMESPACE}>" + "<w:p>" * 300 + "</w:p>" * 300 + "</w:document>"), "nested too deeply"),
        (edited(bare("<d/>"), path="").replace(b"document.xml", b"documenT.xml"), "no part"),
    ],
)
def test_what_is_no_docx_is_refused_with_the_reason(data, words):
    with pytest.raises(SourceError, match=words):
        read_docx(data)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1 << 20)
    with pytest.raises(SourceError, match="larger than 1 MB"):
        read_docx(bare(" " * (8 << 20)))
    monkeypatch.setattr(package, "MAX_ELEMENTS", 100)
    with pytest.raises(SourceError, match="more than 100 elements"):
        read_docx(bare(f"<w:document {NAMESPACE}>{'<w:p/>' * 200}</w:document>"))


def test_odd_numbers_in_a_table_do_not_stop_the_reading():
    row = '<w:tr><w:trPr><w:gridBefore w:val="x"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="-9"/></w:tcPr><w:p/></w:tc></w:tr>'
    body = f"<w:document {NAMESPACE}><w:body><w:tbl>{row}</w:tbl></w:body></w:document>"
    assert len(read_docx(bare(body))) == 1


def test_long_texts_are_shown_around_the_difference():
    old, new = "a" * 300 + "x" + "b" * 300, "a" * 300 + "yy" + "b" * 300
    assert shortened(old, new) == ("…" + "a" * 40 + "x" + "b" * 40 + "…", "…" + "a" * 40 + "yy" + "b" * 40 + "…")


def test_the_command_tells_by_its_exit_code(stratkit, corpus, tmp_path):
    region = next(path.parent.name for path in sorted(corpus.glob("*/strategy.yaml")))
    path = tmp_path / "own.docx"
    assert stratkit("-C", corpus, "document", region, "--format", "docx", "-o", path, "--keep-going").code == 0
    same = stratkit("-C", corpus, "document-check", path, region)
    assert (same.code, same.out) == (0, "the file says what the data say\n")

    with zipfile.ZipFile(path) as archive:
        word = re.findall(r'<w:t xml:space="preserve">([^<]{10,})</w:t>', archive.read(BODY).decode())[-1]
    path.write_bytes(edited(path.read_bytes(), (f">{word}<", f">{word} more<")))
    changed = stratkit("-C", corpus, "document-check", path, region, "--format", "json")
    report = json.loads(changed.out)
    assert changed.code == 1
    assert not report["equal"]
    assert [(one["kind"], one["found"].endswith("more")) for one in report["differences"]] == [("changed", True)]

    assert not changed.err

    revised = (f">{word} more</w:t></w:r>", f'>{word}</w:t></w:r><w:ins w:id="1"><w:r><w:t> more</w:t></w:r></w:ins>')
    path.write_bytes(edited(path.read_bytes(), revised))
    told = stratkit("-C", corpus, "document-check", path, region)
    assert told.code == 1
    assert "changes that nobody has accepted" in told.err
    assert "changes that nobody has accepted" not in told.out

    path.write_bytes(b"no document")
    broken = stratkit("-C", corpus, "document-check", path, region)
    assert broken.code == 2
    assert "no zip archive" in broken.err
    assert stratkit("-C", corpus, "document-check", tmp_path / "none.docx", region).code == 2
