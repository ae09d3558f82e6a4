"""Markdown of strategies as HTML of pages."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

from stratkit.document.plain_text import read_plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def markdown_html(text: str) -> str:
    """*text* without raw HTML; links that could run something are refused.

    Nearly all texts are paragraphs of one line, for which no parser has to be loaded.
    """
    plain = read_plain(text)
    lines = [line for line in text.split("\n") if line.strip(" ")]
    if plain is None or len(plain) < len(lines) or any(marker for marker, _words in plain):
        return parsed(text)
    return "".join("<p>{}</p>\n".format(words.replace('"', "&quot;")) for _marker, words in plain)


def parsed(text: str) -> str:
    """What :func:`markdown_html` gives, by the parser of Markdown, whatever *text* holds."""
    return str(_parser().render(text))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark without raw HTML; a page has its own headings, and loads no picture from elsewhere."""
    made: MarkdownIt = importlib.import_module("markdown_it").MarkdownIt("commonmark", {"html": False})
    return made.disable(["image", "heading", "lheading"])
