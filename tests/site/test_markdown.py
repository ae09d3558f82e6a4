"""Paragraphs and flat lists are drawn without the parser of Markdown, and as it draws them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.site.drawing import markdown
from stratkit.site.drawing.markdown import markdown_html, parsed

LINES = st.sampled_from([
    "", " ", "words", 'said "so"', "it's", "- one", "  goes on", "    code", "1. first", "2. second", "- two:", "3. third", "more words", "1) other", "---", "===", "# heading",
    "2024 год", "\u00a0blank", "blank\u00a0", "a  ", "– dash", "| a |", "![a](b)", "**b**", "<b>", "&amp;", "~~~", "a\\",
])  # fmt: skip


@settings(max_examples=3000, deadline=None)
@given(st.lists(LINES, max_size=6).map("\n".join) | st.text("ab -\n1.:;()\u00a0#=+~\"'", max_size=30))
def test_what_is_drawn_is_what_the_parser_draws(text):
    assert markdown_html(text) == parsed(text)


@pytest.mark.parametrize(
    "text", ["", "Words.\n", 'One "b".\n\nTwo.', "One\ngoes on", "Of these:\n- a\n- b\n\nEnd", "3. a\n4. b\n  c"]
)
def test_usual_texts_need_no_parser(text, monkeypatch):
    drawn = parsed(text)
    monkeypatch.setattr(markdown, "parsed", lambda text: pytest.fail(f"parsed: {text}"))
    assert markdown_html(text) == drawn


@pytest.mark.parametrize("text", ["- a\n\n- b", "- a\n  - b", "**bold**", "[a](https://example.org)", "<b>"])
def test_what_may_be_markup_is_left_to_the_parser(text, monkeypatch):
    monkeypatch.setattr(markdown, "parsed", lambda _text: "by the parser")
    assert markdown_html(text) == "by the parser"
