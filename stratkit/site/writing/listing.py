"""The files of a website with their hashes, in chapters: one for what stands at the top, one for each region.

The manifest lists them chapter by chapter, one line for each file. So whoever changes one region reads and writes
the lines of that region, and takes the others over as they are.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from stratkit.immutable import immutable
from stratkit.site.file import inside
from stratkit.source.plain_json import plain_json

TOP = ""
"""The name of the chapter of what stands above the regions."""
SEPARATOR = b",\n  "


@immutable
class Chapter:
    """What is known of a chapter without reading it.

    Args:
        name: id of the region, or :data:`TOP`.
        files: how many it lists.
        digest: of its lines.
        folders: in which its files stand, with their number.
        claims: folders of which all files are of this chapter, and files that stand apart from them.
    """

    name: str
    files: int
    digest: str
    folders: Mapping[str, int]
    claims: tuple[str, ...] = ()


@immutable
class Listed:
    """A chapter with its lines, which are read when somebody asks for them."""

    chapter: Chapter
    lines: Callable[[], bytes]


def listed(name: str, files: Mapping[str, str], own: Iterable[str] = ()) -> Listed:
    """The chapter that lists *files*, hash by path; *own* are folders that no other chapter should have."""
    lines = lines_of(files)
    return Listed(chapter_of(name, files, lines, own), partial(bytes, lines))


def chapter_of(name: str, files: Mapping[str, str], lines: bytes, own: Iterable[str] = ()) -> Chapter:
    """What is to be known of a chapter that lists *files* in these *lines*."""
    digest = hashlib.blake2b(lines, digest_size=12).hexdigest()
    folders = tuple(f"{folder}/" for folder in own)
    claims = {next((one[:-1] for one in folders if path.startswith(one)), path) for path in files} if folders else ()
    return Chapter(name, len(files), digest, dict(Counter(map(folder_of, sorted(files)))), tuple(sorted(claims)))


def chapter_as_json(one: Chapter) -> list[object]:
    """A chapter as values of JSON."""
    return [one.name, one.files, one.digest, dict(one.folders), list(one.claims)]


def chapter_in(told: Any) -> Chapter:
    """The chapter that :func:`chapter_as_json` wrote down.

    Raises:
        ValueError: this is something else.
        TypeError: the same.
        AttributeError: the same.
    """
    name, files, digest, folders, claims = told
    held = {str(folder): int(count) for folder, count in folders.items()}
    return Chapter(str(name), int(files), str(digest), held, tuple(str(one) for one in claims))


def lines_of(files: Mapping[str, str]) -> bytes:
    """One line for each file, sorted, with :data:`SEPARATOR` between them."""
    return json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",\n  ", ": "))[1:-1].encode()


def files_in(lines: bytes) -> dict[str, str]:
    """The files of some lines.

    Raises:
        ValueError: these are none.
    """
    return files_of(plain_json(b"{" + lines + b"}"))


def files_of(said: Mapping[object, object]) -> dict[str, str]:
    """Hash by path, as a manifest says it.

    Raises:
        ValueError: it leads out of the folder.
    """
    files = {str(path): str(digest) for path, digest in said.items()}
    if not all(inside(path) for path in files):
        raise ValueError("this leads out of the folder")
    return files


def within(lines: bytes, folder: str) -> bytes:
    """Those of some *lines* that list files of *folder*, and maybe of the folders in it."""
    if not folder:
        return lines
    start = json.dumps(f"{folder}/", ensure_ascii=False)[:-1].encode()
    return SEPARATOR.join(line for line in lines.split(SEPARATOR) if line.startswith(start))


def folder_of(path: str) -> str:
    """The folder in which *path* stands; empty for the top."""
    return path.rpartition("/")[0]


def with_parents(folders: Iterable[str]) -> set[str]:
    """*folders* with all that lead to them, and the top."""
    found = {""}
    for folder in folders:
        here = folder
        while here not in found:
            found.add(here)
            here = folder_of(here)
    return found
