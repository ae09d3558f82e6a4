"""What stands in a website rightly, chapter by chapter: nothing is read of a chapter that nobody asks for."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path

from stratkit.site.writing.listing import (
    TOP,
    Chapter,
    chapter_of,
    files_in,
    folder_of,
    lines_of,
    with_parents,
    within,
)


class Shelf:
    """The files of a website, as its manifest lists them.

    Args:
        target: the folder of the website.
        chapters: what is listed, by name.
        lines: gives the lines of a chapter.
        intact: folders whose files need not be looked at.
    """

    split = True
    """Each region has a chapter of its own."""

    def __init__(
        self,
        target: Path,
        chapters: Mapping[str, Chapter],
        lines: Callable[[Chapter], bytes],
        intact: Container[str],
    ) -> None:
        self.target = target
        self.chapters = chapters
        self._lines = lines
        found = {name: set(self._wrong_in(one, intact)) for name, one in chapters.items()}
        self._wrong = {name: paths for name, paths in found.items() if paths}

    @property
    def wrong(self) -> set[str]:
        """Paths of what is listed and does not stand there, or not as it should."""
        return set().union(*self._wrong.values())

    def whole(self, chapter: Chapter) -> bool:
        """All of *chapter* is listed and stands there rightly."""
        return self.chapters.get(chapter.name) == chapter and chapter.name not in self._wrong

    @property
    def files(self) -> int:
        """How many are listed."""
        return sum(one.files for one in self.chapters.values())

    @cached_property
    def folders(self) -> frozenset[str]:
        """All folders of listed files, and those that lead to them."""
        return frozenset(with_parents(folder for one in self.chapters.values() for folder in one.folders))

    def lines(self, chapter: Chapter) -> bytes:
        """The lines of a chapter that is :meth:`whole`."""
        return self._lines(chapter)

    def listed(self, name: str) -> dict[str, str]:
        """What a chapter lists, right or wrong; nothing where there is none."""
        return files_in(self._lines(self.chapters[name])) if name in self.chapters else {}

    def of(self, name: str, claims: Iterable[str] = ()) -> dict[str, str]:  # noqa: ARG002 - see :class:`Heap`
        """Hashes of the files of a chapter that stand there rightly.

        Args:
            name: of the chapter.
            claims: folders and files which are of this chapter, as far as anybody can tell that from their names.
        """
        return self._right(name, self.listed(name))

    def every(self) -> Iterator[str]:
        """Paths of all files that stand there rightly."""
        for name in self.chapters:
            yield from self.of(name)

    def names_in(self, folder: str) -> set[str]:
        """Paths of the listed files in *folder*."""
        return {path for one in self._holding(f"{folder}/") for path in self._in_folder(one, folder)}

    def standing(self, paths: Iterable[str]) -> Iterator[str]:
        """Those of *paths* that are listed and stand there rightly; sooner told where those of a folder follow each other."""
        for folder, within_it in groupby(paths, folder_of):
            asked = list(within_it)
            right = [self._right(one.name, self._in_folder(one, folder)) for one in self._holding(asked[0])]
            yield from (path for path in asked if any(path in each for each in right))

    def lost(self, path: str) -> None:
        """*path* could not be taken over, so it does not stand there."""
        for one in self._holding(path):
            if path in self._in_folder(one, folder_of(path)):
                self._wrong.setdefault(one.name, set()).add(path)

    def _right(self, name: str, files: Mapping[str, str]) -> dict[str, str]:
        wrong = self._wrong.get(name, ())
        return {path: digest for path, digest in files.items() if path not in wrong}

    def _in_folder(self, chapter: Chapter, folder: str) -> Mapping[str, str]:
        return {
            path: digest
            for path, digest in files_in(within(self._lines(chapter), folder)).items()
            if folder_of(path) == folder
        }

    def _holding(self, path: str) -> Iterator[Chapter]:
        """The chapters that list files of the folder in which *path* stands."""
        return (one for one in self.chapters.values() if folder_of(path) in one.folders)

    def _wrong_in(self, chapter: Chapter, intact: Container[str]) -> Iterator[str]:
        doubted = {folder for folder in chapter.folders if folder not in intact}
        if not doubted:
            return
        lines = self._lines(chapter)
        few = len(doubted) == 1
        for path, digest in files_in(within(lines, *doubted) if few else lines).items():
            if folder_of(path) in doubted and not holds(self.target / path, digest):
                yield path


class Heap(Shelf):
    """The files of a website of which nobody knows which are of which region: all of them in one chapter.

    Args:
        target: the folder of the website.
        files: hash of each by path.
        intact: folders whose files need not be looked at.
    """

    split = False

    def __init__(self, target: Path, files: Mapping[str, str], intact: Container[str] = ()) -> None:
        self._files = dict(files)
        self._sorted = sorted(self._files)
        self._by_folder: dict[str, dict[str, str]] = defaultdict(dict)
        for path in self._sorted:
            self._by_folder[folder_of(path)][path] = self._files[path]
        lines = lines_of(self._files)
        super().__init__(
            target, {TOP: chapter_of(TOP, self._files, lines)} if files else {}, lambda _one: lines, intact
        )

    def of(self, name: str, claims: Iterable[str] = ()) -> dict[str, str]:
        """Hashes of the files that stand there rightly and are what is claimed; all of them for the top."""
        if name == TOP:
            return self._right(TOP, self._files)
        return self._right(TOP, {path: self._files[path] for claim in claims for path in self._claimed(claim)})

    def whole(self, chapter: Chapter) -> bool:
        """All of *chapter* stands there rightly."""
        return chapter_of(chapter.name, {}, self.lines(chapter)).digest == chapter.digest

    def lines(self, chapter: Chapter) -> bytes:
        """The lines of a chapter that is :meth:`whole`."""
        return lines_of(self.of(chapter.name, chapter.claims))

    def _claimed(self, claim: str) -> Iterator[str]:
        if claim in self._files:
            yield claim
        start = bisect_left(self._sorted, f"{claim}/")
        yield from self._sorted[start : bisect_left(self._sorted, f"{claim}0", start)]  # "0" follows "/"

    def _in_folder(self, chapter: Chapter, folder: str) -> Mapping[str, str]:  # noqa: ARG002 - there is but one
        return self._by_folder.get(folder, {})


def link_all(shelf: Shelf, fresh: Path) -> None:
    """Take the files on *shelf* over into *fresh* without copying them."""
    made: set[str] = set()
    for path in shelf.every():
        folder = folder_of(path)
        if folder not in made:
            (fresh / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        try:
            os.link(f"{shelf.target}/{path}", f"{fresh}/{path}", follow_symlinks=False)
        except OSError:
            shelf.lost(path)  # another disk, or no links here: it is written anew


def holds(place: Path, digest: str) -> bool:
    """*place* is a file with this hash."""
    try:
        return place.is_file() and not place.is_symlink() and hashlib.sha256(place.read_bytes()).hexdigest() == digest
    except OSError:
        return False  # it is gone, or a folder, or cannot be read: it is not what the manifest says
