"""The formats of the document; the list exists once."""

from __future__ import annotations

from stratkit.document.format import Format
from stratkit.document.formats import html, markdown

FORMATS: dict[str, Format] = {one.name: one for one in (html.FORMAT, markdown.FORMAT)}
