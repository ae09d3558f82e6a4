"""YAML text -> plain values: over lines if the file is in the usual form, over libyaml's events if not."""

from __future__ import annotations

from stratkit.diagnostics import Span
from stratkit.source import problems
from stratkit.source.parsed import Parsed, Positions
from stratkit.source.tree import MAX_BYTES
from stratkit.source.usual import read_usual
from stratkit.source.usual_places import LinePositions


def parse(data: bytes, path: str) -> Parsed:
    """Read the YAML file *path* from its bytes; problems become findings, never exceptions."""
    parsed = Parsed(Positions(path))
    text = _decode(data, path, parsed)
    if text is None:
        return parsed
    if not text or text.isspace():
        parsed.findings.append(problems.empty(path))
        return parsed
    usual = read_usual(text)
    if usual is not None:
        parsed.places, parsed.value = LinePositions(path, usual), usual.value
        return parsed
    # Most commands meet no such file, and are spared the hundredth of a second that the library takes to load.
    from stratkit.source.events import read_events  # noqa: PLC0415

    read_events(text, parsed)
    return parsed


def positions(data: bytes, path: str) -> Positions:
    """The places of all keys and values of a file, as far as it can be read."""
    return parse(data, path).places


def _decode(data: bytes, path: str, parsed: Parsed) -> str | None:
    if len(data) > MAX_BYTES:
        parsed.findings.append(problems.too_large(path, len(data)))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        parsed.findings.append(problems.not_utf8(Span(path, line, 1, line, 1)))
        return None
    if text.startswith("\ufeff"):
        parsed.findings.append(problems.byte_order_mark(path))
        text = text[1:]
    if "\r" in text:
        parsed.findings.append(problems.carriage_returns(path))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text
