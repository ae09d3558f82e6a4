"""Texts without markup are read without the parser of Markdown, and as it reads them."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.document.markdown import paragraphs, parsed
from stratkit.document.plain_text import read_plain

LINES = st.sampled_from([
    "", " ", "words", "more words ", "- one", "- two:", "  goes on", "   far in", "    code", "1. first", "2. second",
    "7. seventh", "10. tenth", "1) other", "-", "- ", "-no", "---", "===", "- - -", "- 1. x", "1. - x", "2024 год", "2024. Год",
    "# heading", "* star", "+ plus", "\u00a0blank", "blank\u00a0", "a  ", "– dash", "  - nested", "0. zero", "| a |", "~~~", "5.",
])  # fmt: skip


@settings(max_examples=3000, deadline=None)
@given(st.lists(LINES, max_size=7).map("\n".join) | st.text("ab -\n1.:;()–\u00a0#=+~", max_size=30))
def test_what_is_read_is_what_commonmark_makes_of_it(text):
    if read_plain(text) is not None:
        assert list(paragraphs(text, "k")) == list(parsed(text, "k"))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One\ngoes on\n\nTwo", [("", "One goes on"), ("", "Two")]),
        ("Of these:\n- one,\n  long\n- two\n\nEnd", [("", "Of these:"), ("–", "one, long"), ("–", "two"), ("", "End")]),
        ("3. a\n4. b", [("3.", "a"), ("4.", "b")]),
        ("", []),
    ],
)
def test_usual_texts_need_no_parser(text, made):
    assert read_plain(text) == made


@pytest.mark.parametrize(
    "text", ["**bold**", "[a](b)", "- a\n  - b", "    code", "a\\\nb", "<b>", "&amp;", "# a", "a\n==="]
)
def test_what_may_be_markup_is_left_to_the_parser(text):
    assert read_plain(text) is None


def test_a_document_of_usual_texts_loads_no_parser(strategies_folder):
    script = (
        "import sys; from pathlib import Path\n"
        "from stratkit.document.build import build_document; from stratkit.load import load_workspace\n"
        "from stratkit.source.tree import FolderTree\n"
        f"for one in load_workspace(FolderTree(Path({str(strategies_folder)!r}))).strategies.values(): build_document(one)\n"
        "print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
