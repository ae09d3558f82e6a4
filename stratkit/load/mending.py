"""Mending the form of a file, one thing at a time: what it says is never changed."""

from __future__ import annotations

import yaml

from stratkit.load.documents import kind_of_file
from stratkit.load.schemas import schema
from stratkit.source.edits import BOM, plain_text
from stratkit.source.events import Loader
from stratkit.source.format import without_trailing_spaces
from stratkit.source.keyorder import KeyOrder
from stratkit.source.reader import parse
from stratkit.source.reorder import UnmovableError, reorder
from stratkit.source.same import same_data

_MARK, _LINE_ENDS, _BLANKS, _ORDER = "YML005", "YML006", "FRM003", "FRM001"
FORM_CODES = frozenset({_MARK, _LINE_ENDS, _BLANKS, _ORDER})
"""The findings that :func:`mend_form` mends."""


def mend_form(data: bytes, path: str, codes: frozenset[str]) -> bytes:
    """The file *path* without the byte order mark, the line ends, the blanks or the disorder that *codes* name.

    What cannot be mended without rewriting the file stays.
    """
    mended = data
    if _MARK in codes:
        mended = mended.removeprefix(BOM.encode())
    if _LINE_ENDS in codes:
        mended = mended.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if codes & {_BLANKS, _ORDER}:
        mended = _lines(mended, path, codes)
    return mended if same_data(data, mended) else data


def _lines(data: bytes, path: str, codes: frozenset[str]) -> bytes:
    """Blanks at the ends of lines and the order of keys; both need plain line ends."""
    text = plain_text(data)
    if text.encode() != data:
        return data
    if _BLANKS in codes:
        text = without_trailing_spaces(text)
    value = parse(data, path).value
    kind = kind_of_file(value, path)[0] if isinstance(value, dict) else None
    if _ORDER in codes and kind is not None:
        ended = text if text.endswith("\n") else f"{text}\n"
        try:
            text = reorder(ended, yaml.compose(ended, Loader=Loader), KeyOrder(schema(kind.schema)))
        except UnmovableError:
            return text.encode()
    return text.encode()
