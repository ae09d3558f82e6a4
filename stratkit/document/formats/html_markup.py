"""The HTML of the document for the templates of the website."""

from __future__ import annotations

from markupsafe import Markup

from stratkit.document.formats import html_blocks
from stratkit.document.view import Block


def drawn(one: Block, shift: int = 0, *, widths: bool = True) -> Markup:
    """A block as :func:`stratkit.document.formats.html_blocks.block` draws it."""
    return Markup(html_blocks.block(one, shift, widths=widths))  # noqa: S704 - every word in it is escaped
