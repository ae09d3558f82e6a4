"""The document as one HTML file: readable on screen, laid out by the norms in print."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import jinja2

from stratkit.document.anchors import anchor
from stratkit.document.format import Format
from stratkit.document.typography import clean
from stratkit.document.view import DocumentView

FOLDER = Path(__file__).parent
"""Where the templates of the document stand; the website draws the same blocks."""


def _clean(value: object) -> object:
    """Texts lose what no document may hold; markup and numbers pass as they are."""
    return clean(value) if type(value) is str else value


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
    env.filters["anchor"] = anchor
    return env


def render(view: DocumentView) -> bytes:
    """The whole document as one self-contained page."""
    return environment().get_template("document.html.jinja").render(view=view).encode()


FORMAT = Format("html", ".html", "text/html", render)
