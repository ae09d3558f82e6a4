"""Every page is correct HTML, light, and free of anything inline."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import html5lib
import pytest
from html5lib.html5parser import HTMLParser

from tests.site.html_pages import Seen, read

FIRST_VISIT = 150_000
INDEX = 300_000


@pytest.fixture(scope="session")
def seen(real_pages: dict[str, str]) -> dict[str, Seen]:
    return {path: read(text) for path, text in real_pages.items()}


def _one_of_each_kind(pages: dict[str, str]) -> dict[str, str]:
    """The longest page of each folder and each page at the top of a folder: templates differ by folder."""
    chosen: dict[str, str] = {}
    for path, text in pages.items():
        folder, _, name = path.rpartition("/")
        if name in {"index.html", "document.html", "findings.html"} or not folder or folder == "en":
            chosen[path] = text
            continue
        longest = chosen.setdefault(folder, "")
        if len(text) > len(longest):
            chosen[folder] = text
    return chosen


def test_pages_are_well_formed(real_pages: dict[str, str]) -> None:
    chosen = _one_of_each_kind(real_pages)
    assert len(chosen) > 60
    for path, text in chosen.items():
        parser = HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=False)
        parser.parse(text)
        errors = [
            (place, code, data) for place, code, data in parser.errors if code != "expected-doctype-but-got-chars"
        ]
        assert not errors, (path, errors[:3])


def test_ids_are_unique_and_hold_no_spaces(seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        twice = [one for one, count in Counter(page.ids).items() if count > 1]
        assert not twice, (path, twice)
        assert not [one for one in page.ids if re.search(r"\s", one) or not one], path


def test_headings_are_in_order_and_one_is_first(seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        assert page.headings.count(1) == 1, path
        assert page.headings[0] == 1, path
        steps = [after - before for before, after in zip(page.headings, page.headings[1:], strict=False)]
        assert all(step <= 1 for step in steps), (path, page.headings)


def test_pages_name_their_language(seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        assert page.language == ("en" if path.startswith("en/") else "ru"), path


def test_nothing_is_inline(seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        assert not page.inline, (path, page.inline)


def test_tables_have_captions_and_scopes(real_pages: dict[str, str]) -> None:
    for path, text in real_pages.items():
        assert text.count("<table") == text.count("<caption"), path
        assert not re.search(r"<th(?![^>]*scope=)[\s>]", text), path


def test_russian_texts_are_marked_on_english_pages(real_pages: dict[str, str]) -> None:
    page = real_pages["en/tomsk/index.html"]
    main = page[page.index("<main") : page.index("</main>")]
    bare = re.sub(r"<span lang=\"ru\">.*?</span>|<[^>]*>", "", main, flags=re.DOTALL)
    assert not re.search("[а-яё]{3}", bare), re.findall("[а-яё]{3,}", bare)[:5]


def test_a_first_visit_is_light(real_site: Path, real_pages: dict[str, str]) -> None:
    assets = sum(
        len(gzip.compress((real_site / "assets" / name).read_bytes())) for name in ("style.css", "site.js", "view.js")
    )
    for path, text in real_pages.items():
        if not path.endswith("document.html"):
            assert assets + len(gzip.compress(text.encode())) < FIRST_VISIT, path


def test_the_search_index_is_light(real_site: Path) -> None:
    indexes = list((real_site / "assets" / "search").iterdir())
    assert len(indexes) == 2
    for index in indexes:
        assert len(gzip.compress(index.read_bytes())) < INDEX, index.name
