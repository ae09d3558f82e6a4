"""Findings that a repository lives with: a list that can only shrink."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stratkit.diagnostics import Diagnostic, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.source.plain_json import plain_json

SCHEMA = "stratkit.baseline/1"
_NAME = SCHEMA.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is known.

    Args:
        fingerprint: of the finding; it stays when lines move.
        code: the rule.
        file: where it was found.
        count: how many findings have this fingerprint.
    """

    fingerprint: str
    code: str
    file: str
    count: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings against a baseline.

    Args:
        new: those that it does not know.
        known: the others.
        gone: entries that no longer occur, or not as often, with the counts by which they are too high.
        left: the entries with the counts that still occur.
    """

    new: Sequence[Diagnostic]
    known: tuple[Diagnostic, ...]
    gone: tuple[Entry, ...]
    left: tuple[Entry, ...]


def entries_of(found: Iterable[Diagnostic]) -> tuple[Entry, ...]:
    """The entries that make *found* known, by file and code."""
    counted = Counter((one.span.path, one.code, one.fingerprint) for one in found)
    return tuple(Entry(print_, code, path, count) for (path, code, print_), count in sorted(counted.items()))


def as_json(entries: Iterable[Entry]) -> str:
    """*entries* as the file that :func:`read` reads: one to a line, so that a change shows in the history."""
    lines = (
        json.dumps(
            {"fingerprint": one.fingerprint, "code": one.code, "file": one.file, "count": one.count}, ensure_ascii=False
        )
        for one in entries
    )
    body = ",\n".join(f"    {line}" for line in lines)
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [\n{body}\n  ]\n}}\n' if body else (
        f'{{\n  "schema": "{SCHEMA}",\n  "findings": []\n}}\n'
    )  # fmt: skip


def read(data: bytes, path: str) -> tuple[Entry, ...]:
    """The entries of a baseline.

    Raises:
        ConfigError: the file is no baseline, or one of another version.
    """
    try:
        document = plain_json(data)
    except ValueError as error:  # neither UTF-8 nor JSON
        raise _no_baseline(path) from error
    header = str(document.get("schema", "")) if isinstance(document, dict) else ""
    if header.partition("/")[0] != _NAME:
        raise _no_baseline(path)
    if header != SCHEMA:
        raise ConfigError(
            say("the baseline '{path}' is of version '{found}', this stratkit reads '{known}'",
                path=path, found=header, known=SCHEMA),
            say("use the stratkit that wrote it, or delete it and make another one with --write-baseline"),
        )  # fmt: skip
    try:
        return tuple(_entry(one) for one in document["findings"])
    except (KeyError, TypeError, ValueError) as error:
        raise _no_baseline(path) from error


def _entry(one: Mapping[str, Any]) -> Entry:
    count = one["count"]
    if type(count) is not int or count < 1:
        raise ValueError(count)
    return Entry(str(one["fingerprint"]), str(one["code"]), str(one["file"]), count)


def _no_baseline(path: str) -> ConfigError:
    return ConfigError(
        say("'{path}' is no baseline of findings", path=path),
        say("make one with 'stratkit lint --write-baseline FILE'"),
    )


def compare(
    found: Sequence[Diagnostic],
    entries: Collection[Entry],
    judged: Callable[[str, str], bool] = lambda _code, _path: True,
) -> Compared:
    """Tell new findings from known ones.

    Args:
        found: all findings, sorted.
        entries: the baseline.
        judged: whether findings of a rule in a file would have been found by this run; entries of others stay.
    """
    if not entries:
        return Compared(found, (), (), ())
    allowed = Counter({one.fingerprint: one.count for one in entries})
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for one in found:
        if allowed[one.fingerprint] > 0:
            allowed[one.fingerprint] -= 1
            known.append(one)
        else:
            new.append(one)
    gone: list[Entry] = []
    left: list[Entry] = []
    for entry in entries:
        surplus = allowed[entry.fingerprint] if judged(entry.code, entry.file) else 0
        if surplus:
            gone.append(Entry(entry.fingerprint, entry.code, entry.file, surplus))
        if entry.count > surplus:
            left.append(Entry(entry.fingerprint, entry.code, entry.file, entry.count - surplus))
    return Compared(tuple(new), tuple(known), tuple(gone), tuple(left))
