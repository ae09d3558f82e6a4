"""Packages of XML parts, as DOCX and ODT are: the same parts give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.source.archive import zip_archive


def pack(parts: Mapping[str, str], first: str = "") -> bytes:
    """A zip archive of *parts* in alphabetical order.

    Args:
        parts: text of each part by its path.
        first: path of a part that stands first and is not compressed, as ODF wants its media type.
    """
    return zip_archive({path: text.encode() for path, text in parts.items()}, first)
