"""The document as one HTML file: readable on screen, laid out by the norms in print."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from stratkit.document.anchors import anchor
from stratkit.document.format import Format
from stratkit.document.typography import NUMBER, clean
from stratkit.document.view import DocumentView

FOLDER = Path(__file__).parent
"""Where the templates of the document stand; the website draws the same blocks."""


def _clean(value: object) -> object:
    """Texts lose what no document may hold; markup and numbers pass as they are."""
    return clean(value) if type(value) is str else value


def whole_numbers(text: str) -> str | Markup:
    """*text* with a mark around each number of an act that the style keeps on one line."""
    if NUMBER.search(text) is None:
        return text
    escaped = str(escape(clean(text)))
    marked = NUMBER.sub(lambda number: f'<span class="whole">{number[0]}</span>', escaped)
    return Markup(marked)  # noqa: S704 - the text is escaped, and the mark holds a piece of it


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """The template environment: strict and escaping."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    env.filters.update(anchor=anchor, whole=whole_numbers)
    return env


def render(view: DocumentView) -> bytes:
    """The whole document as one self-contained page."""
    return environment().get_template("document.html.jinja").render(view=view).encode()


FORMAT = Format("html", ".html", "text/html", render)
