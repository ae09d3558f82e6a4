"""The formats of the document; the list exists once."""

from __future__ import annotations

from stratkit.document.format import Format
from stratkit.document.formats import docx, html, markdown, odt, pdf

FORMATS: dict[str, Format] = {
    one.name: one for one in (docx.FORMAT, pdf.FORMAT, odt.FORMAT, html.FORMAT, markdown.FORMAT)
}
