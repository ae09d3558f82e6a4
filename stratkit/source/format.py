"""How a file of strategies is laid out: line ends, trailing spaces, the line for editors, the order of keys."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from stratkit.diagnostics import Finding, Span
from stratkit.immutable import immutable
from stratkit.source import problems
from stratkit.source.edits import plain_text
from stratkit.source.events import Loader
from stratkit.source.keyorder import KeyOrder
from stratkit.source.reader import parse
from stratkit.source.reorder import UnmovableError, reorder
from stratkit.source.same import same_data

_MODELINE = re.compile(r"#[ \t]*yaml-language-server:.*")
_RARE_BREAKS = re.compile("[\x85\u2028\u2029]")  # YAML counts them as ends of lines
_BLOCK = ("|", ">")


@immutable
class Formatted:
    """A file in good order, or the reason why it was left as it was.

    Args:
        data: the bytes that the file ought to have; its own bytes where it was refused.
        refused: why nothing was done.
    """

    data: bytes
    refused: Finding | None = None


def format_yaml(data: bytes, path: str, modeline: str, order: KeyOrder) -> Formatted:
    """The file *path* laid out as all files are; what it says is never changed.

    Args:
        data: the bytes of the file; it must be YAML that the reader accepts.
        path: for findings.
        modeline: the first line, a comment that names the schema for editors.
        order: the order of keys.
    """
    text = plain_text(data)
    text = _final_newline(without_trailing_spaces(text))
    try:
        ordered = reorder(text, yaml.compose(text, Loader=Loader), order)
    except UnmovableError as unmovable:
        return Formatted(data, problems.unmovable(Span(path, unmovable.line, 1, unmovable.line, 1)))
    result = _with_modeline(ordered, modeline).encode("utf-8")
    if result == data:
        return Formatted(data)
    if Counter("".join(ordered.split())) != Counter("".join(text.split())) or not same_data(data, result):
        return Formatted(data, problems.unmovable(Span(path)))
    return Formatted(result)


def without_trailing_spaces(text: str) -> str:
    """Spaces at the ends of lines are removed, except within texts, where they may be meant."""
    lines = text.split("\n")
    if not any(line.endswith((" ", "\t")) for line in lines) or _RARE_BREAKS.search(text):
        return text
    protected: set[int] = set()
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.ScalarToken) and token.style:
            first, last = token.start_mark.line, token.end_mark.line
            protected.update(range(first + 1, last + 1) if token.style in _BLOCK else range(first, last))
    return "\n".join(line if number in protected else line.rstrip(" \t") for number, line in enumerate(lines))


def _final_newline(text: str) -> str:
    """The last line is ended, unless the break would become part of a text."""
    if text.endswith("\n"):
        return text
    return f"{text}\n" if same_data(text.encode(), f"{text}\n".encode()) else text


def _with_modeline(text: str, modeline: str) -> str:
    """*modeline* first; another one among the comments at the top of the file goes."""
    lines = text.split("\n")
    top = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    kept = [line for line in lines[:top] if not _MODELINE.fullmatch(line)]
    return "\n".join((modeline, *kept, *lines[top:]))


def readable(data: bytes, path: str) -> Finding | None:
    """Why the file cannot be laid out at all: the first thing that keeps the reader from its value."""
    parsed = parse(data, path)
    if parsed.value is not None:
        return next((one for one in parsed.findings if one.code == problems.DUPLICATE_KEY), None)
    return parsed.findings[0] if parsed.findings else problems.empty(path)
