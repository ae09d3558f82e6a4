"""How a run shows what it found in each top folder: put together once, as long as nobody finds something else there.

What a region shows alone, what all regions stand on and what no region shows alone may speak of the same file: there it
is joined and drawn anew. What comes of it is kept as one piece for each folder, so that a run in which nothing changed
reads that piece and nothing of what it was made of.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from stratkit.diagnostics import Span
from stratkit.lint.formats import REPORTS
from stratkit.lint.formats.report import encoded
from stratkit.lint.formats.style import Style
from stratkit.lint.found import Chapter, Found, Sheet, Tallies, chapter_of, joined, tallied
from stratkit.lint.remembering import Memory
from stratkit.lint.sealed import SealedPart, findings_mark, tallies_of
from stratkit.lint.tasks import died
from stratkit.lint.verdict import Asked, Verdict
from stratkit.source.beside import EarlyEndError, beside
from stratkit.source.cache import digest_of, file_name
from stratkit.source.plain_json import plain_json
from stratkit.source.processes import can_copy


def marks_of(sheets: Mapping[str, Sheet], digests: Mapping[str, str]) -> dict[str, str]:
    """What says the same of the same findings in the same file, and of no others, by path.

    Args:
        sheets: what was found, by path.
        digests: of the files of each region; under the empty name of those of none.
    """
    return {path: findings_mark(sheet, digests.get(chapter_of(path), digests[""])) for path, sheet in sheets.items()}


class Shown(NamedTuple):
    """How a chapter was shown.

    Args:
        path: stands before the paths of all its files.
        tallies: how much was found in it.
        drawn: what was shown.
    """

    path: str
    tallies: Tallies
    drawn: bytes


@dataclass(frozen=True)
class Chapters:
    """Knows how chapters were shown.

    Args:
        memory: what was shown before.
        style: how files are shown.
        line: gives the text of the line on which a span starts.
        marks: says of each chapter the same as long as nothing else is found in it.
        read: what was read of it already, by key.
    """

    memory: Memory
    style: Style
    line: Callable[[Span], str]
    marks: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, Shown] = field(default_factory=dict)

    def shown(self) -> dict[str, Shown]:
        """How the chapters were shown, as far as that is known, by key."""
        found = ((self._key(chapter), self._shown(chapter)) for chapter in self.marks)
        return {key: shown for key, shown in found if shown is not None}

    def known(self, chapter: str, read: Callable[[], tuple[Sheet, ...]]) -> Chapter | None:
        """How *chapter* was shown; None if it was not, or something else was found in it.

        Args:
            chapter: the top folder, or file.
            read: gives the sheets of its files.
        """
        shown = self._shown(chapter)
        return Chapter(shown.path, shown.tallies, read, shown.drawn) if shown is not None else None

    def remember(self, chapter: str, read: Callable[[], tuple[Sheet, ...]]) -> Chapter:
        """Keep how *chapter* is shown, whose files have the sheets that *read* gives, sorted by path."""
        own = read()
        path = own[0].path if own and own[0].path == chapter else f"{chapter}/"
        tallies = tallied(own)
        head = json.dumps((path, tallies), separators=(",", ":"), ensure_ascii=False)
        between = REPORTS[self.style.form].between.encode()
        drawn = between.join(filter(None, [sheet.drawn for sheet in own]))
        self.memory.put(self._name(chapter), self._key(chapter), b"%b\n%b" % (encoded(head), drawn))
        return Chapter(path, tallies, read, drawn)

    def join(self, sheets: Sequence[Sheet]) -> Sheet:
        """What all *sheets* say of one file, drawn; where only one of them has something to show, no other is read."""
        shown = [one for one in sheets if one.at_least(self.style.level) is not None]
        if len(shown) > 1 or not _apart(sheets):
            sheet = joined(sheets)
            (sheet.drawn,) = self.style.drawn([sheet], self.line)
            return sheet
        tallies = tuple(chain.from_iterable(sheet.tallies for sheet in sheets))
        drawn = [one.drawn if one.drawn is not None else self.style.drawn([one], self.line)[0] for one in shown]
        return Sheet(sheets[0].path, tallies, lambda: joined(sheets).found, b"".join(drawn))

    def _shown(self, chapter: str) -> Shown | None:
        key = self._key(chapter)
        if key in self.read:
            return self.read[key]
        body = self.memory.get(self._name(chapter), key)
        if body is None:
            return None
        head, _, drawn = body.partition(b"\n")
        try:
            path, rows = plain_json(head)
            return Shown(str(path), tallies_of(rows), drawn)
        except (ValueError, TypeError, KeyError):
            return None  # written by something else

    def _name(self, chapter: str) -> str:
        return file_name(f"shown/{self.style.form}/{chapter}")

    def _key(self, chapter: str) -> str:
        return digest_of(self.style.key, self.marks[chapter])


def _apart(sheets: Sequence[Sheet]) -> bool:
    """Whether no rule speaks in two of *sheets*: then nothing is said twice, and no finding has a twin in another one."""
    codes = [{tally.code for tally in sheet.tallies} for sheet in sheets]
    return len(set().union(*codes)) == sum(map(len, codes))


def marks_by_chapter(basis: str, parts: Mapping[str, SealedPart]) -> dict[str, str]:
    """What says the same of chapters in which the same was found.

    Args:
        basis: on what all else depends.
        parts: what was found, each with a name that it keeps.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for name, part in parts.items():
        for chapter, mark in part.chapters.items():
            said[chapter] += [name, mark]
    return {chapter: digest_of(basis, *told) for chapter, told in said.items()}


Judged = Callable[[Iterable[Mapping[str, Sheet]], Callable[[Sequence[Sheet]], Sheet], Collection[str]], Verdict]
"""What follows from sheets, by path: how several of a file are joined, and to which chapters they belong."""


_PLENTY = 20
"""Chapters to be put together from which on another process for half of them is worth its start."""


def by_chapter(
    chapters: Chapters, parts: Mapping[str, SealedPart], asked: Asked, judged: Judged, jobs: int = 1
) -> Verdict:
    """What follows from all *parts*; of those that only speak of chapters shown as they were nothing else is read.

    Args:
        chapters: knows how they were shown.
        parts: what was found.
        asked: what the run is about.
        judged: says what follows from the sheets of some chapters.
        jobs: how many processes may work.

    Raises:
        WorkError: a process came to an early end.
    """
    spoken = {chapter_of(path) for part in parts.values() for path in part.waived}
    wanted = sorted(one for one in chapters.marks.keys() | spoken if asked.wanted(one))
    speakers: defaultdict[str, list[SealedPart]] = defaultdict(list)
    for part in parts.values():
        for chapter in part.chapters:
            speakers[chapter].append(part)

    def of(chosen: Collection[str]) -> Verdict:
        heard = {part for chapter in chosen for part in speakers[chapter]}
        return judged([part.within(chosen) for part in parts.values() if part in heard], chapters.join, chosen)

    def leaves(chapter: str) -> tuple[Sheet, ...]:
        return of({chapter}).findings.sheets

    def remembered(chapter: str) -> Chapter:
        made = chapters.remember(chapter, partial(leaves, chapter))
        if chapter in parts:
            parts[chapter].close()  # else all regions would be held at once
        return made

    found = {one: chapters.known(one, partial(leaves, one)) for one in wanted if one not in spoken}
    fresh = [one for one, known in found.items() if known is None]
    half = len(fresh) // 2 if len(fresh) >= _PLENTY and jobs > 1 and can_copy() else 0
    with _beside(remembered, fresh[:half]) as others:
        made = {one: remembered(one) for one in fresh[half:]}
        made.update((one, Chapter(path, tallies, partial(leaves, one), drawn)) for one, path, tallies, drawn in others)
    rest = of([one for one in wanted if one in spoken])
    shown = [known or made[one] for one, known in found.items()]
    sheets = [*(one for one in shown if one.tallies), *rest.findings.sheets]
    return replace(rest, findings=Found(sorted(sheets, key=lambda one: one.path)))


Told = tuple[str, str, Tallies, bytes]
"""What a process tells of a chapter: its folder, what stands before its paths, how much was found, how it is shown."""


@contextmanager
def _beside(remembered: Callable[[str], Chapter], chapters: Sequence[str]) -> Iterator[Iterator[Told]]:
    """Have a copy of this process put *chapters* together; nobody is started for none."""
    if not chapters:
        yield iter(())
        return
    whole = ((one, remembered(one)) for one in chapters)
    work = ((one, made.path, made.tallies, made.drawn or b"") for one, made in whole)
    try:
        with beside(lambda: work) as other:
            yield islice(other, len(chapters))
    except EarlyEndError as error:
        raise died() from error
