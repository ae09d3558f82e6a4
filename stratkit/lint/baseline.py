"""Findings that a repository lives with: a list that can only shrink."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from stratkit.diagnostics import Diagnostic, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.immutable import immutable
from stratkit.source.plain_json import plain_json

SCHEMA = "stratkit.baseline/2"
FORMER = "stratkit.baseline/1"
"""Its fingerprints depend on the words of the rules and on the places of items in lists; equal ones are counted."""
_NAME = SCHEMA.partition("/")[0]


@immutable
class Entry:
    """A finding that is known.

    Args:
        fingerprint: of the finding; of no other one in this version, of several alike in the former one.
        code: the rule.
        file: where it was found.
        twin: how many of the same fingerprint stand before it in the list; always 0 in this version.
    """

    fingerprint: str
    code: str
    file: str
    twin: int = 0


@immutable
class Baseline:
    """The findings that are known.

    Args:
        entries: one for each.
        former: the list is of the former version, with its fingerprints.
    """

    entries: tuple[Entry, ...] = ()
    former: bool = False

    def names(self, found: Iterable[Diagnostic]) -> list[tuple[str, int]]:
        """What the entry for each of *found* would be called."""
        if not self.former:
            return [(one.fingerprint, 0) for one in found]
        seen: Counter[str] = Counter()
        names: list[tuple[str, int]] = []
        for one in found:
            print_ = _former_fingerprint(one)
            names.append((print_, seen[print_]))
            seen[print_] += 1
        return names


@immutable
class Compared:
    """Findings against a baseline.

    Args:
        new: those that it does not know.
        known: the others.
        gone: entries that no longer occur.
        left: the others; those of a file that moved name it as it is called now.
        moved: how many of those there are.
    """

    new: Sequence[Diagnostic]
    known: tuple[Diagnostic, ...]
    gone: tuple[Entry, ...]
    left: tuple[Entry, ...]
    moved: int = 0


def entries_of(found: Iterable[Diagnostic]) -> tuple[Entry, ...]:
    """The entries that make *found* known, by file and code."""
    return tuple(
        Entry(print_, code, path)
        for path, code, print_ in sorted((one.span.path, one.code, one.fingerprint) for one in found)
    )


def as_json(entries: Iterable[Entry]) -> str:
    """*entries* as the file that :func:`read` reads: one to a line, so that a change shows in the history."""
    lines = (
        json.dumps({"fingerprint": one.fingerprint, "code": one.code, "file": one.file}, ensure_ascii=False)
        for one in entries
    )
    body = ",\n".join(f"    {line}" for line in lines)
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [\n{body}\n  ]\n}}\n' if body else (
        f'{{\n  "schema": "{SCHEMA}",\n  "findings": []\n}}\n'
    )  # fmt: skip


def read(data: bytes, path: str) -> Baseline:
    """The baseline in a file of this version or the former one.

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
    if header not in (SCHEMA, FORMER):
        raise ConfigError(
            say("the baseline '{path}' is of version '{found}', this stratkit reads '{known}'",
                path=path, found=header, known=SCHEMA),
            say("use the stratkit that wrote it, or delete it and make another one with --write-baseline"),
        )  # fmt: skip
    former = header == FORMER
    try:
        entries = [each for one in document["findings"] for each in _entries(one, former=former)]
    except (KeyError, TypeError, ValueError) as error:
        raise _no_baseline(path) from error
    return Baseline(tuple(entries), former)


def _entries(one: Mapping[str, Any], *, former: bool) -> list[Entry]:
    print_, code, path = str(one["fingerprint"]), str(one["code"]), str(one["file"])
    count = one["count"] if former else 1
    if type(count) is not int or count < 1:
        raise ValueError(count)
    return [Entry(print_, code, path, twin) for twin in range(count)]


def _no_baseline(path: str) -> ConfigError:
    return ConfigError(
        say("'{path}' is no baseline of findings", path=path),
        say("make one with 'stratkit lint --write-baseline FILE'"),
    )


def _former_fingerprint(one: Diagnostic) -> str:
    basis = "\0".join((one.code, one.span.path, one.pointer, one.subject, str(one.message)))
    return hashlib.sha256(basis.encode()).hexdigest()[:12]


def compare(
    found: Sequence[Diagnostic],
    baseline: Baseline,
    judged: Callable[[str, str], bool] = lambda _code, _path: True,
    files: Collection[str] = (),
) -> Compared:
    """Tell new findings from known ones.

    Args:
        found: all findings, sorted.
        baseline: those that are known.
        judged: whether findings of a rule in a file would have been found by this run; entries of others stay.
        files: all there are; findings of a file that is there no more may stand in one that came instead.
    """
    if not baseline.entries:
        return Compared(found, (), (), ())
    names = baseline.names(found)
    listed = {(one.fingerprint, one.twin) for one in baseline.entries}
    met = listed.intersection(names)
    gone: list[Entry] = []
    left: list[Entry] = []
    for one in baseline.entries:
        absent = (one.fingerprint, one.twin) not in met and judged(one.code, one.file)
        (gone if absent else left).append(one)
    new = [one for name, one in zip(names, found, strict=True) if name not in listed]
    came = {} if baseline.former else _moved(new, gone, files)
    if not came:
        known = tuple(one for name, one in zip(names, found, strict=True) if name in listed)
        return Compared(tuple(new), known, tuple(gone), tuple(left))
    moved = set(came.values())
    return Compared(
        tuple(one for one in new if one.fingerprint not in came),
        tuple(one for name, one in zip(names, found, strict=True) if name in listed or name[0] in came),
        tuple(one for one in gone if one not in moved),
        tuple(sorted((*left, *entries_of(one for one in new if one.fingerprint in came)), key=_order)),
        len(came),
    )


def _moved(new: Iterable[Diagnostic], gone: Iterable[Entry], files: Collection[str]) -> dict[str, Entry]:
    """The entry for each finding that was known in a file that moved, by the fingerprint that it has now."""
    lost = {one.fingerprint: one for one in gone if files and one.file not in files}
    former = sorted({one.file for one in lost.values()})
    came: dict[str, Entry] = {}
    for one in new if former else ():
        for path in former:
            entry = lost.get(_in_file(one, path).fingerprint)
            if entry is not None and entry not in came.values():
                came[one.fingerprint] = entry
    return came


def _order(one: Entry) -> tuple[str, str, str]:
    return one.file, one.code, one.fingerprint


def _in_file(one: Diagnostic, path: str) -> Diagnostic:
    """*one* as it was when its file was called *path*; an entity that is called like its file was called so too."""
    now, then = PurePosixPath(one.span.path).stem, PurePosixPath(path).stem
    subject = then if one.subject == now else one.subject
    return replace(one, span=replace(one.span, path=path), subject=subject)
