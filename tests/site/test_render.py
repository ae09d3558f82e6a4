"""Bad input gives correct pages: hostile texts, empty regions, very many projects."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from stratkit.diagnostics.errors import OutputError
from stratkit.diagnostics.language import translations
from stratkit.lint.selection import BY_CODE
from stratkit.model.catalog import GlossaryEntry
from stratkit.site import address
from stratkit.site.drawing.abbreviations import Abbreviations
from stratkit.site.file import SiteFile
from tests.site.html_pages import read
from tests.site.publishing import publish

PROJECT = "demo/projects/health/booking.yaml"
WHY = "Why this is bad"
HOSTILE = """\
<script>alert(1)</script> <img src=x onerror=alert(2)>

[one](javascript:alert(3)) [two](data:text/html,<script>alert(4)</script>) [three](JaVaScRiPt:alert(5))
[good](https://example.org/) ![picture](https://example.org/picture.png)

# A heading of the author

</main></body><style>body{display:none}</style>
"""


def change(file: Path, **fields: object) -> None:
    """Set fields of a YAML file."""
    data = yaml.safe_load(file.read_text())
    data.update(fields)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def page(site: Path, path: str = "demo/projects/booking.html") -> str:
    return (site / path).read_text()


def test_hostile_markdown_stays_text(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / PROJECT, description=HOSTILE, title="<script>alert('t')</script>", goal='"><svg onload=alert(6)>')
    for file in built().rglob("*.html"):
        text = file.read_text()
        if "files" in file.parts:
            continue
        seen = read(text)
        assert not seen.inline, (file, seen.inline)
        assert not [link for link in seen.links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)], (
            file
        )
        assert not [link for link in seen.loaded if "example.org" in link], file
        assert text.count("</main>") == 1, file
        assert seen.headings.count(1) == 1, file


def test_a_link_of_the_author_works(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / PROJECT, description=HOSTILE)
    assert "https://example.org/" in read(page(built())).links


def test_a_title_of_500_letters_is_shown_whole(corpus: Path, built: Callable[[], Path]) -> None:
    title = "Длинное слово " * 36
    change(corpus / PROJECT, title=title.strip())
    site = built()
    assert title.strip() in page(site).replace("\u00a0", " ")
    description = re.search(r'name="description" content="([^"]*)"', page(site))
    assert description is not None
    assert len(description[1]) <= 200


def test_control_characters_do_not_reach_a_page(corpus: Path, built: Callable[[], Path]) -> None:
    file = corpus / PROJECT
    file.write_text(file.read_text().replace("goal: Записаться", r'goal: "a\x01b\x0bc" #'))
    for one in built().rglob("*.html"):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", one.read_text()), one


def test_a_region_without_industries_has_its_pages(corpus: Path, built: Callable[[], Path]) -> None:
    for folder in ("projects", "indicators", "industries"):
        for file in sorted((corpus / "demo" / folder).rglob("*.yaml")):
            file.unlink()
    site = built()
    for name in ("index", "industries/index", "projects/index", "indicators/index", "beneficiaries/index", "findings"):
        assert read(page(site, f"demo/{name}.html")).headings.count(1) == 1


def test_a_region_without_indicators_has_its_pages(corpus: Path, built: Callable[[], Path]) -> None:
    for file in (corpus / "demo/indicators").rglob("*.yaml"):
        file.unlink()
    for file in (corpus / "demo/projects").rglob("*.yaml"):
        change(file, indicators=[])
    site = built()
    assert "<h2" in page(site)
    assert read(page(site, "demo/indicators/index.html")).headings == [1]


def test_an_industry_with_400_projects_is_a_table_and_no_picture(corpus: Path, built: Callable[[], Path]) -> None:
    text = (corpus / PROJECT).read_text()
    for number in range(400):
        new = text.replace("id: booking", f"id: booking-{number}").replace("number: 1", f"number: {number + 10}", 1)
        (corpus / PROJECT).with_name(f"booking-{number}.yaml").write_text(new)
    site = built()
    industry = page(site, "demo/industries/health.html")
    assert "booking-399.html" in industry
    assert 'class="picture flow"' not in industry
    assert 'id="traces"' in industry
    assert 'class="matrix"' not in industry
    assert page(site, "demo/projects/index.html").count("<tr>") > 400


def test_a_very_long_title_is_cut_in_tables_and_whole_elsewhere(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / PROJECT, title=("Длинное слово " * 36).strip())
    site = built()
    listed = page(site, "demo/projects/index.html")
    assert listed.count('class="long"') == 1
    assert 'class="long"' not in page(site).split("</h1>")[0]


def test_ids_that_differ_by_case_only_are_refused(tmp_path: Path) -> None:
    files = [SiteFile("demo/projects/Booking.html", lambda: b"1"), SiteFile("demo/projects/booking.html", lambda: b"2")]
    with pytest.raises(OutputError, match="would share one file"):
        publish(files, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "http://", "https://[", "//example.org/", ""])
def test_an_address_that_cannot_be_one_is_left_out(url: str) -> None:
    assert address.base(url) == ""


def test_heads_name_the_address_of_the_page(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / "stratkit.yaml", site={"url": "https://example.org/some place", "title": "T"})
    site = built()
    head = page(site).split("</head>")[0]
    assert re.search(r'rel="canonical" href="https://example.org/some(%20| )place/demo/projects/booking.html"', head)
    assert 'hreflang="en"' in head
    assert "BreadcrumbList" in head
    assert 'property="og:image"' in head
    assert '"Dataset"' in page(site, "demo/index.html").split("</head>")[0]
    assert 'href="/some place/assets/style.css"' in page(site, "404.html")


def test_without_an_address_heads_name_none(built: Callable[[], Path]) -> None:
    head = page(built()).split("</head>")[0]
    assert "canonical" not in head
    assert 'property="og:title"' in head


def test_an_edit_link_is_a_web_page(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / "stratkit.yaml", site={"edit_url": "https://example.org/edit/{path}"})
    assert f"https://example.org/edit/{PROJECT}" in read(page(built())).links


def test_a_dangerous_edit_link_is_left_out(corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / "stratkit.yaml", site={"edit_url": "javascript:alert('{path}')"})
    assert not [link for link in read(page(built())).links if link.startswith("javascript")]


def test_beneficiaries_stand_under_the_headings_of_the_catalogue(real_pages: dict[str, str]) -> None:
    text = real_pages["tomsk/beneficiaries/index.html"]
    people, organisations = text.index("Люди"), text.index("Организации</h2>")
    assert people < text.index("pupils.html") < organisations < text.index("orgs-health.html")


@pytest.fixture
def abbreviations() -> Abbreviations:
    entries = [
        ("ИТ", "Информационные технологии"),
        ("ГИС ЖКХ", "Система ЖКХ"),
        ("ГИС", 'Система "с кавычками" & <знаками>'),
    ]
    return Abbreviations(GlossaryEntry(term=term, expansion=expansion) for term, expansion in entries)


def test_an_abbreviation_is_explained_where_it_first_stands(abbreviations: Abbreviations) -> None:
    seen: set[str] = set()
    first = abbreviations.explain("ИТ и ещё раз ИТ", "glossary.html", seen)
    assert first.count("<abbr") == 1
    assert abbreviations.explain("снова ИТ", "glossary.html", seen) == "снова ИТ"


def test_the_longest_abbreviation_counts_and_words_are_not_cut(abbreviations: Abbreviations) -> None:
    marked = abbreviations.explain("ГИС\u00a0ЖКХ", "g.html", set())
    assert 'href="g.html#ГИС-ЖКХ"' in marked
    assert abbreviations.explain("ИТОГ, ПИТ и ГИСП", "g.html", set()) == "ИТОГ, ПИТ и ГИСП"
    assert "<abbr" in abbreviations.explain("ИТ-решения", "g.html", set())


def test_an_explanation_is_escaped_and_tags_are_left_alone(abbreviations: Abbreviations) -> None:
    marked = abbreviations.explain('<p title="ГИС">ГИС</p>', "g.html", set())
    assert marked.startswith('<p title="ГИС"><a class="term"')
    assert "<знаками>" not in marked


def test_from_a_finding_its_rule_is_explained(corpus: Path, built: Callable[[], Path]) -> None:
    """A page of an entity leads to the rule on the page of findings: its title and why it is bad, in both languages."""
    change(corpus / PROJECT, challenges=[])
    site = built()
    assert '<a class="code" href="../../demo/findings.html#TRC002">TRC002</a>' in page(site)
    for path, title, reason in (
        ("demo/findings.html", "Проект без вызова", translations("ru").gettext(BY_CODE["TRC002"].rule.section(WHY))),
        ("en/demo/findings.html", "Project without challenge", BY_CODE["TRC002"].rule.section(WHY)),
    ):
        group = page(site, path).split('id="TRC002"')[1].split("</details>")[0]
        assert title in group.split("</summary>")[0]
        assert f"<p>{reason}</p>" in group
