"""Bad input from the command line, in every format: a correct file or a finding with its place, nothing between."""

import io

import docx
import pytest
import yaml
from document_readers import pdf_pages, read_docx, read_html, read_odt, read_pdf, squeeze
from libreoffice import converted, needs_office

from stratkit.document.registry import FORMATS
from stratkit.document.typography import clean

READERS = {"docx": read_docx, "odt": read_odt, "html": read_html, "pdf": read_pdf}
PROJECT = "demo/projects/health/booking.yaml"
MARKUP = (
    '#import "@preview/x:1.0.0": * #panic("x") { INCLUDETEXT "/etc/passwd" } { 7 * 7 } $x^2$ <w:p> &amp; ]]> \'"'
    " {{ 7*7 }} {% raise %} `code` @ref <label> //# = title"
)
TEXTS = {
    "a title of 3000 characters": ("title", "очень длинное наименование проекта " * 86),
    "a word of 3000 characters": ("title", "я" * 3000),
    "a cell of 20 kB": ("goal", "Слова цели проекта, много слов. " * 640),
    "a row taller than a page": ("goal", " ".join(f"слово{number}" for number in range(4000))),
    "markup of every format": ("goal", MARKUP),
    "signs that no font has": ("goal", "Проект 中文 😀 👨\u200d👩\u200d👧 \U0001fbff конец"),
}
"""A text by what is bad in it, and the key where it stands."""


def changed(folder, key: str, text: str) -> None:
    path = folder / PROJECT
    data = yaml.safe_load(path.read_text())
    path.write_text(yaml.safe_dump({**data, key: text}, allow_unicode=True, sort_keys=False, width=10**6))


def everything(stratkit, folder, target, *more: str) -> dict[str, bytes]:
    """The document in all formats, as the command writes it."""
    forms = [word for name in FORMATS for word in ("--format", name)]
    ran = stratkit("-C", folder, "document", "demo", *forms, "--keep-going", *more, "-o", target)
    assert ran.code == 0, ran.err
    assert "Traceback" not in ran.err
    return {path.suffix[1:]: path.read_bytes() for path in target.iterdir()}


def checked(files: dict[str, bytes], text: str) -> None:
    """Every file is whole and holds *text*."""
    assert files.keys() == set(FORMATS)
    for name, read in READERS.items():
        assert squeeze(clean(text)) in read(files[name]).text, name
    docx.Document(io.BytesIO(files["docx"]))
    files["md"].decode()


@pytest.mark.parametrize("case", TEXTS)
def test_a_bad_text_stands_in_every_format_as_it_is(case, stratkit, corpus, tmp_path):
    key, text = TEXTS[case]
    changed(corpus, key, text)
    files = everything(stratkit, corpus, tmp_path / "made")
    if case == "signs that no font has":
        pdf = files.pop("pdf")
        assert "\u25a1" in read_pdf(pdf).text or "中文" in read_pdf(pdf).text
        files["pdf"] = pdf
        for name in ("docx", "odt", "html"):
            assert squeeze(text) in READERS[name](files[name]).text
        return
    checked(files, text)


def test_control_characters_are_a_finding_with_its_place(stratkit, corpus, tmp_path):
    path = corpus / PROJECT
    text = path.read_bytes()
    at = text.index(b"title: ") + len("title: ")
    path.write_bytes(text[:at] + b"\x07\x0c" + text[at:])
    target = tmp_path / "one.docx"
    ran = stratkit("-C", corpus, "document", "demo", "--format", "docx", "-o", target)
    assert (ran.code, target.exists()) == (2, False)
    assert f"{PROJECT}:" in ran.err
    escaped = text[:at] + b'"a\\u0007b\\u000cc\\u00add"' + text[text.index(b"\n", at) :]
    path.write_bytes(escaped)
    for data in everything(stratkit, corpus, tmp_path / "made").values():
        assert not {b"\x07", b"\x0c"} & {bytes([sign]) for sign in data} or data[:4] in (b"PK\x03\x04", b"%PDF")


def test_two_thousand_rows(stratkit, corpus, tmp_path):
    source = yaml.safe_load((corpus / PROJECT).read_text())
    for number in range(100, 2100):
        one = {**source, "id": f"row-{number}", "number": number, "title": f"Проект строки {number}"}
        path = corpus / PROJECT.replace("booking", f"row-{number}")
        path.write_text(yaml.safe_dump(one, allow_unicode=True, sort_keys=False))
    files = everything(stratkit, corpus, tmp_path / "made", "--section", "projects")
    for name, read in READERS.items():
        content = read(files[name])
        assert len(content.tables[0]) > 2000, name
        assert squeeze("Проект строки 2099") in content.text
    assert len(pdf_pages(files["pdf"])) > 50


def test_an_empty_section_keeps_its_heading(stratkit, corpus, tmp_path):
    profile = corpus / "catalog/profiles/federal.yaml"
    text = profile.read_text()
    text = text.replace("outline:\n", "outline:\n  - section: void\n")
    profile.write_text(
        text.replace("\nsections:\n", "\nsections:\n  void: {number: '0.', title: Пустой раздел, blocks: []}\n")
    )
    checked(everything(stratkit, corpus, tmp_path / "made"), "0. Пустой раздел")


def test_margins_of_300_mm_are_a_finding_with_its_place(stratkit, corpus, tmp_path):
    profile = corpus / "catalog/profiles/federal.yaml"
    profile.write_text(profile.read_text().replace("layout:\n", "layout:\n  margins: {left: 300}\n"))
    for name in FORMATS:
        target = tmp_path / f"one.{name}"
        ran = stratkit("-C", corpus, "document", "demo", "--format", name, "-o", target)
        assert (ran.code, target.exists()) == (2, False)
        assert "catalog/profiles/federal.yaml:" in ran.err


@pytest.mark.parametrize("name", FORMATS)
def test_an_output_that_is_a_folder_is_refused(name, stratkit, corpus, tmp_path):
    ran = stratkit("-C", corpus, "document", "demo", "--format", name, "-o", tmp_path)
    assert (ran.code, "is a folder" in ran.err) == (2, True)
    assert not [path for path in tmp_path.iterdir() if path.suffix == f".{name}"]


def test_a_folder_that_is_a_file_is_refused(stratkit, corpus, tmp_path):
    target = tmp_path / "taken"
    target.write_text("mine")
    ran = stratkit("-C", corpus, "document", "--all", "-o", target)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert target.read_text() == "mine"


@needs_office
@pytest.mark.parametrize(
    "goals", [["a row taller than a page"], [name for name in TEXTS if name != "a row taller than a page"]]
)
def test_libreoffice_opens_what_bad_input_gives(goals, stratkit, corpus, tmp_path):
    """All of them at once, but for the longest: together they would be longer than a value may be."""
    changed(corpus, "title", TEXTS["a title of 3000 characters"][1])
    changed(corpus, "goal", " ".join(TEXTS[name][1] for name in goals))
    files = everything(stratkit, corpus, tmp_path / "made")
    for name in ("docx", "odt"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"one.{name}").write_bytes(files[name])
        (made,) = converted([folder / f"one.{name}"], "txt:Text (encoded):UTF8", folder)
        text = squeeze(made.read_text(encoding="utf-8-sig"))
        for bad in goals:
            assert squeeze(clean(TEXTS[bad][1])) in text, name


def test_going_on_in_spite_of_a_broken_file_says_what_the_document_lacks(stratkit, corpus, tmp_path):
    path = min(corpus.glob("*/projects/*/*.yaml"))
    path.write_text("stratkit: project/1\nid: [\n")
    name = path.relative_to(corpus).as_posix()
    target = tmp_path / "one.html"
    refused = stratkit("-C", corpus, "document", name.partition("/")[0], "-o", target)
    assert refused.code == 2
    assert not target.exists()
    ran = stratkit("-C", corpus, "document", name.partition("/")[0], "-o", target, "--keep-going")
    assert ran.code == 0
    assert f"nothing of '{name}' could be used" in ran.err
