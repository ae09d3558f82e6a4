"""The comparison table: which words go and which are new, in every format."""

from __future__ import annotations

import io
import zipfile

import pytest

from stratkit.amend.build import amend
from stratkit.amend.marks import side_by_side
from stratkit.amend.papers import comparison_view
from stratkit.document.registry import FORMATS
from stratkit.document.view import DocumentView, Text
from stratkit.model.amendments import Amendments
from stratkit.model.linked import Strategy
from tests.amend.mutations import Edition


def shown(texts: tuple[Text, ...]) -> list[str]:
    """The words with signs around what is marked."""
    signs = {"": "{}", "new": "+{}+", "gone": "-{}-"}
    return ["".join(signs[look].format(words) for words, look in one.pieces or ((one.text, ""),)) for one in texts]


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (("80",), ("85",), ["-80-"], ["+85+"]),
        (("раз в год",), ("раз в год, до 1 октября",), ["раз в год"], ["раз в год+, до 1 октября+"]),
        (("в данных региона",), ("в открытых данных",), ["в данных -региона-"], ["в +открытых+ данных"]),
        (("Первый абзац", "Второй"), ("Первый абзац",), ["Первый абзац", "-Второй-"], ["Первый абзац"]),
        (("Совсем иной текст",), ("Ничего общего здесь нет",), ["-Совсем иной текст-"], ["+Ничего общего здесь нет+"]),
        ((), ("Новый пункт",), [], ["+Новый пункт+"]),
        (("Прежний пункт",), (), ["Прежний пункт"], []),
    ],
)
def test_words_that_go_and_words_that_are_new(
    old: tuple[str, ...], new: tuple[str, ...], before: list[str], after: list[str]
) -> None:
    one, other = side_by_side(old, new)
    assert (shown(one), shown(other)) == (before, after)
    for texts, wording in ((one, old), (other, new)):
        assert [text.text for text in texts] == list(wording)
        assert all("".join(words for words, _ in text.pieces) == text.text for text in texts if text.pieces)


@pytest.fixture(scope="module")
def table(editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments) -> DocumentView:
    """The comparison table of a small made-up change of Tver."""
    edition = editions["tver"].copy()
    edition.file("priorities")["goal"]["text"] = edition.file("priorities")["goal"]["text"].replace(
        "передовые информационные", "отечественные & <передовые> информационные"
    )
    made = amend(in_force["tver"], edition.linked(), formulas)
    assert made is not None
    return comparison_view(made.operations, made.act, formulas, ())


@pytest.mark.parametrize(
    ("form", "member", "markup"),
    [
        ("html", "", "<b>отечественные &amp; &lt;</b>передовые<b>&gt;</b>"),
        ("md", "", "<b>отечественные & \\<</b>передовые<b>\\></b>"),
        ("docx", "word/document.xml", '<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">отечественные &amp; &lt;</w:t>'),
        ("odt", "content.xml", '<text:span text:style-name="New">отечественные &amp; &lt;</text:span>'),
    ],
)  # fmt: skip
def test_every_format_marks_them(table: DocumentView, form: str, member: str, markup: str) -> None:
    data = FORMATS[form].render(table)
    text = zipfile.ZipFile(io.BytesIO(data)).read(member) if member else data
    assert markup in text.decode()


def test_the_pdf_holds_the_same_words(table: DocumentView) -> None:
    pytest.importorskip("typst")
    assert FORMATS["pdf"].render(table).startswith(b"%PDF")
