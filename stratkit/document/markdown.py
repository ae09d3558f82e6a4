"""Markdown of a text field -> paragraphs of the document.

The official text knows paragraphs and items of lists and nothing else: emphasis inside a
paragraph is not allowed there (order of the FSO of 04.07.2024 No. 92), so it is dropped.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from stratkit.document.plain_text import read_plain
from stratkit.document.typography import settle
from stratkit.document.view import Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark without raw HTML; links only to places that cannot run anything. Loaded when a text needs it."""
    made: MarkdownIt = importlib.import_module("markdown_it").MarkdownIt("commonmark", {"html": False})
    return made


def paragraphs(text: str, key: str) -> Iterator[Text]:
    """The paragraphs of *text*, items of lists with their markers; addresses count from 1."""
    plain = read_plain(text)
    if plain is None:
        yield from parsed(text, key)
        return
    for count, (marker, words) in enumerate(plain, 1):
        yield Text(settle(words), marker, f"{key}/{count}")


def parsed(text: str, key: str) -> Iterator[Text]:
    """What :func:`paragraphs` gives, by the parser of Markdown, whatever *text* holds."""
    depth = 0
    markers: list[tuple[str, int]] = []
    pending = ""
    count = 0
    for token in parser().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrGet("start") or 1)
            markers.append(("–", 0) if token.type == "bullet_list_open" else (".", start))
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            markers.pop()
            depth -= 1
        elif token.type == "list_item_open":
            sign, number = markers[-1]
            pending = sign if sign == "–" else f"{number}."
            markers[-1] = (sign, number + 1)
        elif token.type in ("inline", "code_block", "fence"):
            count += 1
            yield Text(settle(_words(token)), pending, f"{key}/{count}", max(depth - 1, 0))
            pending = ""


def _words(token: Token) -> str:
    if not token.children:
        return " ".join(token.content.split())
    parts: list[str] = []
    for child in token.children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "html_inline"):
            parts.append(child.content)
    return "".join(parts)
