"""What in the folder of a website is not of stratkit, and has to stay there."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from stratkit.site.file import MANIFEST
from stratkit.site.writing.listing import folder_of
from stratkit.site.writing.look import UNSEEN, Glance, foreign_root
from stratkit.site.writing.shelf import Shelf


def foreign(shelf: Shelf, glance: Glance = UNSEEN, known: Iterable[str] = ()) -> Iterator[tuple[str, bool]]:
    """What stands beside the files of a website, with whether it is an empty folder.

    Args:
        shelf: the files of the website.
        glance: what was seen of its folders before: those in which no name came or went are not looked into again.
        known: what stood beside them then.
    """
    ours, site = shelf.folders, shelf.target
    below: dict[str, list[str]] = defaultdict(list)
    for folder in sorted(ours - {""}):
        below[folder_of(folder)].append(folder)
    roots: dict[str, set[str]] = defaultdict(set)
    for path in known:
        root = foreign_root(path, ours)
        roots[folder_of(root)].add(root)
    waiting = [""]
    while waiting:
        here = waiting.pop()
        if glance.lists_the_same(site, here):
            waiting += below[here]
            others = roots[here]
        else:
            found = _listed(site, here)
            waiting += [path for path in below[here] if found.get(path)]
            others = found.keys() - below[here] - shelf.names_in(here) - {MANIFEST}
            others |= {path for path in below[here] if found.get(path) is False}  # a file where a folder was
        for path in sorted(others):
            yield from _walk(site, path)


def _listed(site: Path, folder: str) -> dict[str, bool]:
    """The paths of all that stands in a folder, with whether it is a folder."""
    prefix = f"{folder}/" if folder else ""
    with os.scandir(site / folder) as entries:
        return {prefix + entry.name: entry.is_dir(follow_symlinks=False) for entry in entries}


def _walk(site: Path, path: str) -> Iterator[tuple[str, bool]]:
    place = site / path
    if place.is_symlink() or not place.is_dir():
        yield path, False
        return
    found = sorted(_listed(site, path))
    for one in found:
        yield from _walk(site, one)
    if not found:
        yield path, True
