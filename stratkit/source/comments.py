"""Comments of YAML files that programs are meant to read."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Span
from stratkit.diagnostics.pattern import Pattern
from stratkit.immutable import immutable
from stratkit.source.edits import plain_text

_BLOCKS = ("|", ">")


@immutable
class Comment:
    """A comment and the lines of which it speaks.

    Args:
        span: from the number sign to the end of the line.
        text: the same as text.
        first: the first line concerned: its own, or the first one of the file if nothing else stands above it.
        last: the last line concerned: its own, or the next one with content if it stands alone.
    """

    span: Span
    text: str
    first: int
    last: int


def comments(data: bytes, path: str, form: Pattern) -> Iterator[Comment]:
    """The comments of the file *path* in which *form* is found; what stands within a text is no comment.

    A file that is not YAML is read as far as it can be, one that is not UTF-8 not at all.
    """
    try:
        text = plain_text(data)
    except UnicodeDecodeError:
        return  # reported by the reader
    scalars = list(_scalars(text))
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines, start=1):
        column = _column(line, start, scalars) if form.search(line) else None
        if column is not None and form.search(line, column):
            span = Span(path, number, column + 1, number, len(line) + 1)
            first, last = (number, number) if line[:column].strip() else (_first(lines, number), _last(lines, number))
            yield Comment(span, line[column:], first, last)
        start += len(line) + 1


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where texts, quoted or not, start and end; what stands behind the sign of a block is none of it."""
    # Most files hold no such comment, and are spared the hundredth of a second that the library takes to load.
    import yaml  # noqa: PLC0415

    from stratkit.source.events import Loader  # noqa: PLC0415

    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                yield (text.find("\n", start, end) if token.style in _BLOCKS else start), end
    except yaml.YAMLError:
        return  # the reader reports it; the rest of the file counts as free of texts


def _column(line: str, start: int, scalars: list[tuple[int, int]]) -> int | None:
    """Where the comment of a line starts: at a number sign after a blank, outside of every text."""
    for column, sign in enumerate(line):
        if sign != "#" or (column and not line[column - 1].isspace()):
            continue
        if not any(first <= start + column < last for first, last in scalars):
            return column
    return None


def _bare(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _first(lines: list[str], number: int) -> int:
    return 1 if all(_bare(line) for line in lines[: number - 1]) else number


def _last(lines: list[str], number: int) -> int:
    return next((place for place in range(number + 1, len(lines) + 1) if not _bare(lines[place - 1])), number)
