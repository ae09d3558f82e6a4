"""The findings of the reader, worded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stratkit.diagnostics import Finding, Message, Severity, Span, say
from stratkit.source.parsed import MAX_DEPTH

if TYPE_CHECKING:
    import yaml

DUPLICATE_KEY = "YML008"

# What YAML 1.2 leaves out of its printable signs; said the other way round it takes ten times as long to compile.
_NOT_ALLOWED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks, embeddings, overrides and isolates of direction.
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")

# libyaml's own words -> the next step for a person who does not know YAML.
_HINTS: tuple[tuple[str, Message], ...] = (
    ("mapping values are not allowed", say("a text that contains ': ' must stand in quotes")),
    ("did not find expected key", say("check the indentation and the quotes of this line and of the one above")),
    ("did not find expected node content", say("a bracket is not closed, or a comma stands with nothing before it")),
    ("could not find expected ':'", say("a key is followed by a colon and a space")),
    ("found unexpected end of stream", say("a quote or a bracket is not closed")),
    ("did not find expected ',' or", say("a bracket is not closed, or a comma is missing")),
    ("did not find expected '-' indicator", say("items of one list start in the same column")),
    ("block sequence entries are not allowed", say("a list starts on the line below its key")),
    ("cannot start any token", say("a text that starts with this sign must stand in quotes")),
    ("found unknown escape character", say("in double quotes write the backslash twice, or use single quotes")),
    ("control characters are not allowed", say("remove the invisible control character")),
    ("special characters are not allowed", say("remove the invisible control character")),
)


_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
"""A line that git writes where two versions of a text contradict each other."""


def broken(path: str, error: yaml.YAMLError, text: str) -> Finding:
    """The file is not YAML."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line, column = _line_and_column(text, conflict.start())
        return Finding(
            Span(path, line, column, line, column + 7),
            say("two versions were merged here and the conflict is not settled"),
            say("keep what is right and remove the lines <<<<<<<, ======= and >>>>>>>"),
            code="YML001",
        )
    line, column = _place(error, text)
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "maximum nesting depth" in problem:  # newer versions look ahead and give up before anything is built
        return too_deep(Span(path, line, column, line, column), MAX_DEPTH)
    hint = next((advice for words, advice in _HINTS if words in problem), None)
    if "\t" in "".join(text.split("\n")[line - 1 : line]):
        hint = say("indent with spaces, not with tabs")
    # Words of the library are for those who know YAML: they are only told where there is no better advice.
    message = say("the file cannot be read as YAML from here on")
    if hint is None:
        message = say("the file cannot be read as YAML from here on ({problem})", problem=problem)
    return Finding(Span(path, line, column, line, column), message, hint, code="YML001")


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Line and column of what is wrong, as near to its cause as libyaml tells."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    end = len(text.rstrip())
    if mark is None:
        # A sign that YAML does not allow: libyaml gives no line for it.
        found = _NOT_ALLOWED.search(text)
        return _line_and_column(text, found.start() if found else 0)
    # At the end of the file, or at the line after a key without a colon, nothing is to be seen.
    if mark.index >= end or "could not find expected ':'" in str(getattr(error, "problem", "")):
        mark = context or mark
    return (mark.line + 1, mark.column + 1) if mark.index < end else _line_and_column(text, max(end - 1, 0))


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def empty(path: str) -> Finding:
    """The file holds nothing."""
    return Finding(Span(path), say("the file is empty"), say("fill it in or delete it"), code="YML002")


def not_utf8(span: Span) -> Finding:
    """The file is in another encoding."""
    return Finding(
        span, say("the file is not in UTF-8"), say("save it again and choose the encoding UTF-8"), code="YML003"
    )


def too_large(path: str, size: int) -> Finding:
    """The file is larger than any strategy file has a reason to be."""
    return Finding(
        Span(path),
        say("the file is too large: {size} bytes", size=size),
        say("split it into smaller files"),
        code="YML004",
    )


def too_many_values(span: Span, limit: int) -> Finding:
    """The file holds more values than any strategy file has a reason to."""
    return Finding(
        span,
        say("the file holds more than {limit} values", limit=limit),
        say("split it into smaller files"),
        code="YML004",
    )


def too_long(span: Span, limit: int) -> Finding:
    """A value is longer than any text of a strategy has a reason to be."""
    return Finding(
        span,
        say("the text is longer than {limit} signs", limit=limit),
        say("put it into a document of its own and name that"),
        code="YML004",
    )


def byte_order_mark(path: str) -> Finding:
    """The file starts with U+FEFF."""
    return Finding(
        Span(path),
        say("the file starts with an invisible byte order mark"),
        say("run 'stratkit fmt' or save the file as UTF-8 without BOM"),
        severity=Severity.WARNING,
        code="YML005",
    )


def carriage_returns(path: str) -> Finding:
    """The file has Windows line ends."""
    return Finding(
        Span(path),
        say("the file has Windows line ends"),
        say("run 'stratkit fmt' or choose LF line ends in the editor"),
        severity=Severity.WARNING,
        code="YML006",
    )


def ambiguous(span: Span, text: str) -> Finding:
    """A scalar that programs and people read differently."""
    return Finding(
        span,
        say("the value '{text}' is ambiguous: programs read it as a number, as a yes/no or as text", text=text),
        say("put a text in quotes; write a number in plain digits, yes/no as true or false"),
        code="YML007",
    )


def duplicate_key(span: Span, key: str, first: Span) -> Finding:
    """A key stands twice in one mapping."""
    return Finding(
        span,
        say("the key '{key}' stands twice", key=key),
        say("keep one of the two"),
        related=((first, say("it stands here first")),),
        code=DUPLICATE_KEY,
    )


def anchor(span: Span) -> Finding:
    """Anchors and aliases."""
    return Finding(
        span,
        say("anchors (&) and aliases (*) are not allowed"),
        say("write the value out; quote a text that starts with & or *"),
        code="YML009",
    )


def tag(span: Span, name: str) -> Finding:
    """Explicit tags."""
    return Finding(
        span,
        say("the tag '{name}' is not allowed", name=name),
        say("quote a text that starts with an exclamation mark"),
        code="YML010",
    )


def merge_key(span: Span) -> Finding:
    """Merge keys."""
    return Finding(span, say("merge keys (<<) are not allowed"), say("write the keys out"), code="YML011")


def complex_key(span: Span) -> Finding:
    """A list or a mapping as a key."""
    return Finding(
        span, say("a list or a mapping cannot be a key"), say("a key is a word followed by a colon"), code="YML012"
    )


def several_documents(span: Span) -> Finding:
    """More than one document in a file."""
    return Finding(
        span, say("the file holds more than one document"), say("remove the line '---' in the middle"), code="YML013"
    )


def too_deep(span: Span, limit: int) -> Finding:
    """Nested deeper than anything meaningful."""
    return Finding(
        span,
        say("the nesting is deeper than {limit} levels", limit=limit),
        say("check the brackets and the indentation"),
        code="YML014",
    )


def directions(path: str, text: str) -> list[Finding]:
    """The characters of a file, comments and all, that change the direction of writing; the first of each line."""
    found: dict[int, Finding] = {}
    if not any(map(text.__contains__, _DIRECTIONS)):  # to look for each alone is much faster than for any of them
        return []
    for one in _DIRECTION.finditer(text):
        line, column = _line_and_column(text, one.start())
        found.setdefault(line, _direction(Span(path, line, column, line, column + 1), one.group()))
    return list(found.values())


def escaped_directions(span: Span, value: str, text: str) -> list[Finding]:
    """The same where they are written as escapes in a quoted value at *span*; those that stand in *text* are told already."""
    found = _DIRECTION.search(value)
    return [_direction(span, found.group())] if found and found.group() not in text else []


def _direction(span: Span, sign: str) -> Finding:
    return Finding(
        span,
        say("the character {code} changes the direction of writing", code=f"U+{ord(sign):04X}"),
        say("remove it"),
        code="YML015",
    )


def unmovable(span: Span) -> Finding:
    """The file can be read, and its keys cannot be put in order without rewriting it."""
    return Finding(
        span,
        say("the keys of this file cannot be put in order without rewriting it"),
        say("write one 'key: value' to a line and comments above their key, then put the keys in order by hand"),
    )
