"""The differences between a file and the data, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from stratkit import __version__
from stratkit.diagnostics import mark
from stratkit.diagnostics.message import Translate
from stratkit.diagnostics.visible import visible
from stratkit.document.readback.compare import Difference, Kind

Report = Callable[[Sequence[Difference], Translate], str]

_KEPT, _LONG = 40, 160
"""Signs shown around a difference in a text longer than this."""


def _text(found: Sequence[Difference], translate: Translate) -> str:
    lines = [line for one in found for line in _lines(one, translate)]
    if not found:
        lines.append(translate(mark("the file says what the data say")))
    else:
        lines.append(translate(mark("differences: {count}")).format(count=len(found)))
    return "\n".join(lines) + "\n"


def _lines(one: Difference, translate: Translate) -> Iterator[str]:
    column = f" [{visible(one.column)}]" if one.column else ""
    yield f"{visible(one.key) or '–'}{column}: {translate(one.what.value)} {translate(one.kind.value)}"
    expected, found = shortened(one.expected, one.found)
    if one.kind is Kind.MOVED:
        found = translate(mark("after {key}")).format(key=one.after or "–")
    for where, text in ((mark("in the data"), expected), (mark("in the file"), found)):
        if text is not None:
            yield f"  {translate(where)}: {visible(text)}"


def shortened(expected: str | None, found: str | None) -> tuple[str | None, str | None]:
    """Both texts on one line each; of long ones only what differs, with a little of what stands around it."""
    if expected is None or found is None:
        return _cut(expected), _cut(found)
    if max(len(expected), len(found)) <= _LONG:
        return expected, found
    start = _common(expected, found)
    end = _common(expected[start:][::-1], found[start:][::-1])
    first = max(start - _KEPT, 0)
    return _piece(expected, first, len(expected) - end + _KEPT), _piece(found, first, len(found) - end + _KEPT)


def _common(one: str, other: str) -> int:
    """How many signs both texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))


def _piece(text: str, first: int, last: int) -> str:
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _cut(text: str | None) -> str | None:
    line = text.replace("\n", " ") if text is not None else None
    return line if line is None or len(line) <= _LONG else line[:_LONG] + "…"


def _json(found: Sequence[Difference], translate: Translate) -> str:
    document = {
        "schema": "stratkit.document-check/1",
        "tool": {"name": "stratkit", "version": __version__},
        "equal": not found,
        "differences": [
            {
                "kind": one.kind.name.lower(),
                "part": one.what.name.lower(),
                "message": f"{translate(one.what.value)} {translate(one.kind.value)}",
                "key": one.key,
                "column": one.column or None,
                "expected": one.expected,
                "found": one.found,
                "after": one.after or None,
            }
            for one in found
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


REPORTS: dict[str, Report] = {"text": _text, "json": _json}
"""Forms of the report by name."""
