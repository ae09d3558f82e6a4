"""Settings of the profile that decide how texts are written: quotes inside quotes, numbers of acts."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from document_readers import pdf_lines, read_pdf
from made_up_documents import document, table

from stratkit.document.build import build_document
from stratkit.document.fields import programme_text
from stratkit.document.registry import FORMATS
from stratkit.document.typography import nest_quotes, settle
from stratkit.document.view import Heading, Paragraphs, Text
from stratkit.load import load_workspace
from stratkit.source.tree import FolderTree


@pytest.mark.parametrize(
    ("text", "laquo", "bdquo"),
    [
        ("О «Доме»", "О «Доме»", "О «Доме»"),
        ("«О «Доме»»", "«О «Доме»", "«О „Доме“»"),
        ("««А» и «Б»»", "«А» и «Б»", "«„А“ и „Б“»"),
        ("«А «Б «В»»»", "«А «Б «В»", "«А „Б „В““»"),
        ("не «закрыто", "не «закрыто", "не «закрыто"),
        ("лишнее» и «", "лишнее» и «", "лишнее» и «"),
    ],
)
def test_quotes_inside_quotes(text, laquo, bdquo):
    assert nest_quotes(text, "laquo") == laquo
    assert nest_quotes(text, "bdquo") == bdquo
    assert nest_quotes(bdquo, "bdquo") == bdquo


def test_the_profile_chooses_the_quotes(corpus):
    profile = corpus / "catalog/profiles/federal.yaml"
    frame = min(corpus.glob("*/strategy.yaml"))
    frame.write_text(re.sub(r"^title: .*$", "title: Стратегия «О «Доме»»", frame.read_text(), flags=re.MULTILINE))

    def title():
        return build_document(load_workspace(FolderTree(corpus)).strategies[frame.parent.name]).title

    assert title() == "Стратегия «О «Доме»"
    profile.write_text(profile.read_text() + "typography: {nested_quotes: bdquo}\n")
    assert title() == "Стратегия «О „Доме“»"


def test_a_day_that_is_not_known_stays_with_its_month():
    assert settle("от __ декабря 2016 г.") == "от __\u00a0декабря 2016\u00a0г."


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("от 3 апреля 2021 г. № 542", "от 3_апреля 2021_г. №_542"),  # a whole date would leave a gap before it
        ("на 2020 – 2028 годы", "на 2020_– 2028_годы"),
        ("к концу 2024 года", "к концу 2024_года"),
        ("2024 год", "2024_год"),
        ("2022–2024 годы", "2022–2024 годы"),  # wider than the column of a term
        ("до 95 % – это много", "до 95_%_– это много"),
        ("5 годных", "5 годных"),
    ],
)
def test_what_does_not_part_at_the_end_of_a_line(text, bound):
    assert settle(text) == bound.replace("_", "\u00a0")
    assert settle(settle(text)) == settle(text)


def test_a_programme_is_named_once(strategies_folder):
    for strategy in load_workspace(FolderTree(strategies_folder)).strategies.values():
        assert strategy.programmes
        for one in strategy.programmes:
            assert programme_text(one, strategy.profile.words).count(one.title) == 1


ACT = settle("от 31 августа 2021 г. № 847-рп «О чём-то»")


def view(*, whole: bool):
    made = document(
        Heading(ACT, "1.", 1, "a"),
        Paragraphs((Text(ACT, "1.", "b"),)),
        table((ACT, "a-b"), caption=ACT),
        stamp=(ACT,),
        notice=ACT,
    )
    return replace(made, layout=replace(made.layout, whole_numbers=whole))


def test_the_number_of_an_act_is_not_parted_in_word():
    def body(*, whole):
        with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(view(whole=whole)))) as archive:
            return archive.read("word/document.xml").decode()

    mark = '847</w:t><w:noBreakHyphen/><w:t xml:space="preserve">рп'
    assert body(whole=True).count(mark) == 6  # stamp, notice, contents, heading, paragraph, cell
    assert "чём-то" in body(whole=True)
    assert f'w:val="{ACT.replace("«", "«")}"' in body(whole=True), "the name of the table stays as it is"
    assert "noBreakHyphen" not in body(whole=False)


def test_the_number_of_an_act_is_not_parted_on_a_page():
    page = FORMATS["html"].render(view(whole=True)).decode()
    assert page.count('<span class="whole">№\u00a0847-рп</span>') == 6
    assert "span.whole { white-space: nowrap; }" in page
    assert "span.whole {" not in FORMATS["html"].render(view(whole=False)).decode()


def test_a_number_with_markup_in_it_stays_text():
    evil = document(Paragraphs((Text("№\u00a01-<b>&amp;\"'-2"),)))
    page = FORMATS["html"].render(evil).decode()
    assert "№\u00a01-</span>&lt;b&gt;&amp;amp;&quot;'-2" in page


def test_the_number_is_found_in_a_pdf():
    text = settle("слово " * 11 + "о № 847-рп далее")
    made = document(*(Paragraphs((Text("я" * extra + " " + text),)) for extra in range(1, 9)))
    content = read_pdf(FORMATS["pdf"].render(made))
    assert content.text.count("№847-рп") == 8


@pytest.mark.parametrize("word", ["из-за", "ИТ-решений", "Wi-Fi", "5-й", "какой-то"])
def test_a_short_word_is_not_parted_at_its_hyphen(word):
    texts = [f"{'я' * extra} {'слово ' * 8}{word} и далее" for extra in range(1, 40)]
    made = FORMATS["pdf"].render(document(*(Paragraphs((Text(text),)) for text in texts)))
    lines = pdf_lines(made)
    assert sum(word in line for line in lines) == len(texts)
    long = "информационно-телекоммуникационный"
    made = FORMATS["pdf"].render(document(*(Paragraphs((Text(text.replace(word, long)),)) for text in texts)))
    assert any(line.endswith("информационно-") for line in pdf_lines(made))


def test_a_short_word_longer_than_its_column_parts_at_its_hyphen():
    narrow = table(("ИТ-инфраструктурный", "x"), widths=(12.0, 88.0))
    lines = pdf_lines(FORMATS["pdf"].render(document(narrow)))
    assert any(line.startswith("ИТ-") and "инфраструктурный" not in line for line in lines)


def test_bound_words_wider_than_their_column_part_between_words():
    narrow = table((settle("100 тыс. рублей").replace(" ", "\u00a0"), "x"), widths=(12.0, 88.0))
    lines = pdf_lines(FORMATS["pdf"].render(document(narrow)))
    assert any(line.startswith("рублей") for line in lines)


def test_a_sentence_that_leads_a_list_stays_with_it(regions):
    for one in regions.values():
        leading = [block for block in one.blocks if isinstance(block, Paragraphs) and block.leads]
        assert leading
        with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(one))) as archive:
            assert archive.read("word/document.xml").decode().count('w:val="Lead"') == len(leading)
            style = archive.read("word/styles.xml").decode().partition('w:styleId="Lead"')[2].partition("</w:style>")[0]
            assert "<w:keepNext/>" in style
        assert FORMATS["html"].render(one).decode().count(' leads">') == len(leading)
