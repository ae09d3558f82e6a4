"""Packages of XML parts, as DOCX and ODT are: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from stratkit.document.typography import clean

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive can hold: entries bear no time of their making."""


def words(text: str) -> str:
    """*text* for XML, between tags or in a value in double quotes."""
    text = clean(text)
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def pack(parts: Mapping[str, str], first: str = "") -> bytes:
    """A zip archive of *parts* in alphabetical order.

    Args:
        parts: text of each part by its path.
        first: path of a part that stands first and is not compressed, as ODF wants its media type.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(parts, key=lambda path: (path != first, path)):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if path == first else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[path].encode())
    return stream.getvalue()
