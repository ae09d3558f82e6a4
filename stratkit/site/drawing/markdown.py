"""Markdown of strategies as HTML of pages."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING

from stratkit.document.plain_text import read_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def markdown_html(text: str) -> str:
    """*text* without raw HTML; links that could run something are refused.

    Nearly all texts are paragraphs and flat lists, for which no parser has to be loaded.
    """
    plain = read_lines(text)
    if plain is None:
        return parsed(text)
    return "".join(chain.from_iterable(_block(kind, list(each)) for kind, each in groupby(plain, _kind)))


def parsed(text: str) -> str:
    """What :func:`markdown_html` gives, by the parser of Markdown, whatever *text* holds."""
    return str(_parser().render(text))


def _kind(paragraph: tuple[str, Sequence[str]]) -> str:
    """The kind of list to which a paragraph belongs; empty for none."""
    marker = paragraph[0]
    return "" if not marker else "ol" if marker.endswith(".") else "ul"


def _block(kind: str, paragraphs: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Paragraphs that follow each other, or a list."""
    start = paragraphs[0][0].removesuffix(".")
    if kind:
        yield f"<{kind}>\n" if kind == "ul" or start == "1" else f'<ol start="{start}">\n'
    tag = "li" if kind else "p"
    for _marker, lines in paragraphs:
        words = "\n".join(lines).replace('"', "&quot;")
        yield f"<{tag}>{words}</{tag}>\n"
    if kind:
        yield f"</{kind}>\n"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark without raw HTML; a page has its own headings, and loads no picture from elsewhere."""
    made: MarkdownIt = importlib.import_module("markdown_it").MarkdownIt("commonmark", {"html": False})
    return made.disable(["image", "heading", "lheading"])
