"""Which signs a font file has: its character map and nothing else (OpenType, table ``cmap``)."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO


@lru_cache(maxsize=64)
def coverage(path: Path, index: int) -> frozenset[int]:
    """The code points of the font number *index* of a file; none if the file cannot be understood."""
    try:
        with path.open("rb") as stream:
            table = _table(stream, index)
            return frozenset(_signs(table)) if table else frozenset()
    except (OSError, struct.error):
        return frozenset()


def _table(stream: BinaryIO, index: int) -> bytes:
    """The bytes of ``cmap``; empty if there is none."""
    start = 0
    if stream.read(4) == b"ttcf":
        stream.seek(12 + 4 * index)
        (start,) = struct.unpack(">I", stream.read(4))
    stream.seek(start + 4)
    (count,) = struct.unpack(">H", stream.read(2))
    stream.seek(start + 12)
    for _ in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", stream.read(16))
        if tag == b"cmap":
            stream.seek(offset)
            return stream.read(length)
    return b""


def _signs(table: bytes) -> set[int]:
    (count,) = struct.unpack_from(">H", table, 2)
    signs: set[int] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">I", table, 8 + 8 * number)
        (form,) = struct.unpack_from(">H", table, offset)
        if form == 4:
            signs |= _segments(table, offset)
        elif form == 12:
            signs |= _groups(table, offset)
    return signs


def _segments(table: bytes, offset: int) -> set[int]:
    """Format 4: segments of the basic plane, each shifted or looked up."""
    (double,) = struct.unpack_from(">H", table, offset + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, offset + 14)
    starts = struct.unpack_from(f">{count}H", table, offset + 16 + double)
    shifts = struct.unpack_from(f">{count}H", table, offset + 16 + 2 * double)
    ranges = offset + 16 + 3 * double
    signs: set[int] = set()
    for number, (start, end, shift) in enumerate(zip(starts, ends, shifts, strict=True)):
        place = ranges + 2 * number
        (lookup,) = struct.unpack_from(">H", table, place)
        for sign in range(start, min(end, 0xFFFE) + 1):
            glyph = sign + shift
            if lookup:
                (glyph,) = struct.unpack_from(">H", table, place + lookup + 2 * (sign - start))
            if glyph & 0xFFFF:
                signs.add(sign)
    return signs


def _groups(table: bytes, offset: int) -> set[int]:
    """Format 12: ranges of all planes."""
    (count,) = struct.unpack_from(">I", table, offset + 12)
    groups = (struct.unpack_from(">III", table, offset + 16 + 12 * number) for number in range(count))
    return {sign for start, end, _ in groups for sign in range(start, end + 1)}
