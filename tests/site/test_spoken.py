"""A page is drawn once, and each language fills in what it says in its own way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.site.drawing.spoken import Languages, Spoken, pieces
from tests.site.test_render import PROJECT, change, page

WORD = "Projects"
FORGED = ("<?begin?>", "<?:Projects?>", "<?0?>", "<?language?>", "?>", "<?")


def drawn(template: str, **values: object) -> dict[str, str]:
    """What a template gives in each language."""
    languages = Languages(LANGUAGES)
    environment = Environment(autoescape=True)
    environment.globals["_"] = lambda text, **named: languages.sentence(text, named) if named else languages.word(text)
    drawing = environment.from_string(template).render(**values)
    return {code: languages.told(pieces(drawing), code).decode() for code in LANGUAGES}


def test_words_are_filled_in_and_escaped() -> None:
    told = drawn("<a title=\"{{ _('Projects') }}\">{{ _('a & b <c>?>') }}</a>")
    assert told["en"] == '<a title="Projects">a &amp; b &lt;c&gt;?&gt;</a>'
    assert told["ru"].startswith(f'<a title="{translations("ru").gettext(WORD)}">')


def test_values_of_sentences_are_escaped() -> None:
    assert drawn("{{ _('Edition %(id)s', id='<1>') }}")["en"] == "Edition &lt;1&gt;"


def test_values_of_sentences_hold_no_forbidden_characters() -> None:
    assert drawn("{{ _('Edition %(id)s', id='\\x01') }}")["en"] == "Edition \ufffd"


@pytest.mark.parametrize("text", FORGED)
def test_content_cannot_forge_a_mark(text: str) -> None:
    told = drawn("{{ text }}", text=text)
    assert told["ru"] == told["en"] == str(Markup.escape(text))


def test_content_cannot_forge_a_mark_on_a_page(corpus: Path, built: Callable[[], Path]) -> None:
    forged = " ".join(FORGED)
    change(corpus / PROJECT, title=forged, goal=forged, description=forged)
    site = built()
    for path in ("demo/projects/booking.html", "en/demo/projects/booking.html"):
        shown = page(site, path)
        assert shown.count(str(Markup.escape(forged)).replace("&#34;", '"')) >= 3, path
        assert "<?" not in shown


@pytest.mark.parametrize(
    "template",
    ["{{ word|upper }}", "{{ word == 'x' }}", "{% if word %}{% endif %}", "{{ word ~ 'x' }}", "{{ word[:2] }}"],
)
def test_what_differs_by_language_can_only_be_printed(template: str) -> None:
    word = Languages(LANGUAGES).word(WORD)
    assert isinstance(word, Spoken)
    with pytest.raises(Exception, match=r"differs by language|not subscriptable"):
        drawn(template, word=word)


def test_what_all_languages_say_is_plain_text() -> None:
    assert Languages(LANGUAGES).word("nobody translates this") == "nobody translates this"
    assert Languages(["en"]).word(WORD) == WORD
