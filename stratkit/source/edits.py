"""Edits of a file at exact places: every byte outside of them stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from stratkit.diagnostics import Edit, Fix, Rewrite, Span
from stratkit.source.alignment import aligned

BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|\r|\n")
_RARE_BREAKS = re.compile("[\x85\u2028\u2029]")  # YAML counts them as ends of lines, nobody else does


def plain_text(data: bytes) -> str:
    """The text of a file as the reader sees it: no byte order mark, every line ended by a line feed.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
    """
    return data.decode("utf-8").removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def fix_of(rewrite: Rewrite, data: bytes, span: Span) -> Fix | None:
    """The edits that carry out *rewrite* on the scalar at *span*; None if it does not stand there letter by letter.

    Args:
        rewrite: what is to become of the text.
        data: the bytes of the file.
        span: where the scalar stands, with its quotes.
    """
    text = plain_text(data)
    if _RARE_BREAKS.search(text):
        return None
    starts = _line_starts(text)
    first, last = _index(starts, span.line, span.column), _index(starts, span.end_line, span.end_column)
    places = aligned(text[first:last], rewrite.old)
    if places is None:
        return None
    edits = []
    for change in rewrite.changes:
        start = places[change.start][0]
        end = places[change.end - 1][1] if change.end > change.start else start
        edits.append(Edit(_span(span.path, starts, first + start, first + end), change.text))
    return Fix(tuple(edits), rewrite.safe)


def apply_fixes(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, list[Fix]]:
    """*data* with *fixes* applied, and those that were; one that overlaps with an earlier one is left out."""
    text = data.decode("utf-8")
    starts = _line_starts(text)
    taken: list[tuple[int, int, str]] = []
    applied: list[Fix] = []
    for fix in fixes:
        found = [(*_ends(starts, one.span, text.startswith(BOM)), one.text) for one in fix.edits]
        if not any(_overlap(one, other) for one in found for other in taken):
            taken += found
            applied.append(fix)
    for start, end, replacement in sorted(taken, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text.encode("utf-8"), applied


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    # Edits that touch count as overlapping: which of two insertions comes first would be a guess.
    return one[0] <= other[1] and other[0] <= one[1]


def _line_starts(text: str) -> list[int]:
    return [0, *(one.end() for one in _BREAK.finditer(text))]


def _index(starts: list[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1


def _ends(starts: list[int], span: Span, marked: bool) -> tuple[int, int]:
    """Where *span* starts and ends in the text of the file as it is; the byte order mark stands in no column."""
    start = _index(starts, span.line, span.column) + (marked and span.line == 1)
    return start, _index(starts, span.end_line, span.end_column) + (marked and span.end_line == 1)


def _span(path: str, starts: list[int], first: int, last: int) -> Span:
    (line, column), (end_line, end_column) = _place(starts, first), _place(starts, last)
    return Span(path, line, column, end_line, end_column)


def _place(starts: list[int], index: int) -> tuple[int, int]:
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1
