"""What several who looked at one file found in it: joined and drawn once, as long as none of them says something else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from stratkit.diagnostics import Span
from stratkit.lint.formats.style import Style
from stratkit.lint.found import Sheet, Tallies, joined
from stratkit.lint.remembering import Memory
from stratkit.lint.sealed import drawn_as_bytes, drawn_of, tallies_of
from stratkit.source.cache import digest_of, file_name
from stratkit.source.plain_json import plain_json


def marks_of(sheets: Mapping[str, Sheet], digests: Mapping[str, str]) -> dict[str, str]:
    """What says the same of the same findings in the same file, by path.

    Args:
        sheets: what was found, by path.
        digests: of the files of each region; under the empty name of those of none.
    """
    return {
        path: digest_of(
            digests.get(path.partition("/")[0], digests[""]),
            *(repr((one, one.pointer, one.fix)) for one in sheet.found),
        )
        for path, sheet in sheets.items()
    }


class Joiner:
    """Joins sheets of one file, or finds that they were joined before.

    Args:
        memory: what was joined before.
        style: how files are shown.
        line: gives the text of the line on which a span starts.
    """

    def __init__(self, memory: Memory, style: Style, line: Callable[[Span], str]) -> None:
        self.memory = memory
        self.style = style
        self.line = line
        self._name = file_name(f"joined/{style.form}")
        self._before = self._read()
        self._now: dict[str, tuple[Tallies, str]] = {}

    def __call__(self, sheets: Sequence[Sheet]) -> Sheet:
        """What all *sheets* say of one file."""
        marks = [sheet.mark for sheet in sheets]
        if not all(marks):
            return joined(sheets)
        key = digest_of(sheets[0].path, *marks)
        known = self._before.get(key)
        if known is None:
            sheet = joined(sheets)
            (sheet.drawn,) = self.style.drawn([sheet], self.line)
            self._now[key] = (sheet.tallies, sheet.drawn)
            return sheet
        self._now[key] = known
        tallies, drawn = known
        return Sheet(sheets[0].path, tallies, lambda: joined(sheets).found, drawn)

    def remember(self) -> None:
        """Write down what was joined, if it is news."""
        if self._now.keys() == self._before.keys():
            return
        head = json.dumps([(key, tallies) for key, (tallies, _drawn) in self._now.items()], separators=(",", ":"))
        drawn = drawn_as_bytes(drawn for _tallies, drawn in self._now.values())
        self.memory.put(self._name, self.style.key, head.encode() + b"\n" + drawn)

    def _read(self) -> dict[str, tuple[Tallies, str]]:
        body = self.memory.get(self._name, self.style.key)
        if body is None:
            return {}
        head, _, rest = body.partition(b"\n")
        try:
            entries: list[Any] = plain_json(head)
            return {
                str(key): (tallies_of(rows), drawn) for (key, rows), drawn in zip(entries, drawn_of(rest), strict=True)
            }
        except (ValueError, TypeError, KeyError):
            return {}  # written by something else
