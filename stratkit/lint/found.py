"""What was found, file by file: the findings of a file are read only when somebody looks at them.

A run in which little changed counts and shows tens of thousands of findings that it never has to hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple, overload

from stratkit.diagnostics import Diagnostic, Severity
from stratkit.diagnostics.diagnostic import by_place

# What is asked of each finding.
_KIND = attrgetter("code", "rule", "severity")
_ABOUT = attrgetter("code", "span.path", "place", "subject")


class Tally(NamedTuple):
    """How often a rule found something of one severity in a file."""

    code: str
    rule: str
    severity: Severity
    times: int


Tallies = tuple[Tally, ...]
"""Those of a file, in the order in which the findings stand there first."""


class Sheet:
    """What was found in one file.

    Args:
        path: the file.
        tallies: how much it is.
        read: gives the findings, sorted by place; is called at most once.
        drawn: the same in the form in which the run shows it, in UTF-8, where that is known.
        mark: says the same of sheets of one file with the same findings, and of no others; empty where nobody knows.
    """

    __slots__ = ("_found", "_read", "drawn", "mark", "path", "tallies")

    def __init__(
        self,
        path: str,
        tallies: Tallies,
        read: Callable[[], tuple[Diagnostic, ...]],
        drawn: bytes | None = None,
        mark: str = "",
    ) -> None:
        self.path = path
        self.tallies = tallies
        self.drawn = drawn
        self.mark = mark
        self._read = read
        self._found: tuple[Diagnostic, ...] | None = None

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """The findings, sorted by place."""
        if self._found is None:
            self._found = self._read()
        return self._found

    @property
    def leaves(self) -> tuple[Sheet, ...]:
        """The sheets of single files of which it consists."""
        return (self,)

    def at_least(self, level: Severity) -> Sheet | None:
        """What of it matters so much; None if nothing does."""
        left = _at_least(self.tallies, level)
        if left == self.tallies:
            return self
        return self._only(left, level) if left else None

    def _only(self, left: Tallies, level: Severity) -> Sheet:
        """The part of it that matters so much, of which *left* says how much it is."""
        return Sheet(self.path, left, lambda: tuple(one for one in self.found if one.severity >= level), self.drawn)


class Chapter(Sheet):
    """What was found in all files of one top folder, of which only how it is shown was read.

    Args:
        path: stands before the paths of all its files, and after those of no other that comes later.
        tallies: how much it is.
        read: gives the sheets of its files, sorted by path; is called at most once.
        drawn: how all of it is shown, in UTF-8.
    """

    __slots__ = ("_leaves", "_sheets")

    def __init__(self, path: str, tallies: Tallies, read: Callable[[], tuple[Sheet, ...]], drawn: bytes) -> None:
        super().__init__(path, tallies, lambda: tuple(one for leaf in self.leaves for one in leaf.found), drawn)
        self._sheets = read
        self._leaves: tuple[Sheet, ...] | None = None

    @property
    def leaves(self) -> tuple[Sheet, ...]:
        """The sheets of single files of which it consists."""
        if self._leaves is None:
            self._leaves = self._sheets()
        return self._leaves

    def _only(self, left: Tallies, level: Severity) -> Sheet:
        return Chapter(
            self.path,
            left,
            lambda: tuple(filter(None, [one.at_least(level) for one in self.leaves])),
            self.drawn or b"",
        )


@lru_cache(maxsize=4096)
def _at_least(tallies: Tallies, level: Severity) -> Tallies:
    # Many files have the same.
    return tuple([one for one in tallies if one.severity >= level])


class Found(Sequence[Diagnostic]):
    """Findings of many files, sorted by place.

    Args:
        sheets: those of each file or of whole chapters, sorted by path; every file stands there once.
    """

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.sheets = tuple(sheets)

    @classmethod
    def of(cls, found: Iterable[Diagnostic]) -> Found:
        """*found*, which is sorted by place."""
        return found if isinstance(found, cls) else cls(sheets_of(found).values())

    def __iter__(self) -> Iterator[Diagnostic]:
        """Each finding."""
        return chain.from_iterable(sheet.found for sheet in self.sheets)

    def __len__(self) -> int:
        """How many there are; nothing is read for it."""
        return sum(one.times for one in self.tallied)

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        """A finding, or several."""
        return self._all[index]

    @cached_property
    def _all(self) -> tuple[Diagnostic, ...]:
        return tuple(self)

    @cached_property
    def tallied(self) -> Tallies:
        """How much of what there is in all files, in the order in which the findings stand there first."""
        return tallied(self.sheets)

    def at_least(self, level: Severity) -> Found:
        """What of it matters so much."""
        return Found(filter(None, [sheet.at_least(level) for sheet in self.sheets]))

    def within(self, paths: Collection[str]) -> Found:
        """What of it stands in the files *paths*."""
        return Found(leaf for sheet in self.sheets for leaf in sheet.leaves if leaf.path in paths)


def tallied(sheets: Iterable[Sheet]) -> Tallies:
    """How much of what there is in all *sheets*, in the order in which the findings stand there first."""
    counted: Counter[tuple[str, str, Severity]] = Counter()
    for tallies, files in Counter(sheet.tallies for sheet in sheets).items():
        for code, rule, severity, count in tallies:
            counted[code, rule, severity] += count * files
    return tuple(Tally(*what, count) for what, count in counted.items())


def chapter_of(path: str) -> str:
    """The top folder in which *path* stands, or the file itself if it stands in none."""
    return path.partition("/")[0]


def sheet_of(found: Sequence[Diagnostic]) -> Sheet:
    """The sheet of *found*: findings in one file, sorted by place, at least one."""
    listed = tuple(found)
    counted = Counter(map(_KIND, listed))
    return Sheet(listed[0].span.path, tuple(Tally(*what, count) for what, count in counted.items()), lambda: listed)


def sheets_of(found: Iterable[Diagnostic]) -> dict[str, Sheet]:
    """The sheets of *found*, which is sorted by place, by path."""
    by_file: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        by_file[one.span.path].append(one)
    return {path: sheet_of(listed) for path, listed in by_file.items()}


def joined(sheets: Sequence[Sheet]) -> Sheet:
    """What several who looked at one file found in it, at least one; each finding once."""
    return sheets[0] if len(sheets) == 1 else sheet_of(merged(one for sheet in sheets for one in sheet.found))


def merged(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics sorted by place, each once: the same place may be met twice, e.g. through two profiles."""
    kept: list[Diagnostic] = []
    for _place, group in groupby(in_order(found), key=by_place):
        same = list(group)
        if len(same) > 1:
            # Of those that say the same the last one counts, where the first one stood.
            same = list({str(one.message): one for one in same}.values())
        kept += same
    return _told_apart(kept)


def _told_apart(found: list[Diagnostic]) -> list[Diagnostic]:
    """*found*, each with the number of those before it from which nothing else tells it apart."""
    near: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, about in enumerate(map(_ABOUT, found)):
        near[about].append(index)
    for indexes in near.values():
        if len(indexes) > 1:
            seen: Counter[tuple[str, ...]] = Counter()
            for index in indexes:
                facts = tuple(found[index].message.facts)
                if found[index].twin != seen[facts]:
                    found[index] = replace(found[index], twin=seen[facts])
                seen[facts] += 1
    return found


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics sorted by place: file, line, column, code."""
    return sorted(found, key=by_place)
