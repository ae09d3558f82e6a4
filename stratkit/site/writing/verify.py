"""Whether a website is what it says, and what the data give."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import OutputError
from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST
from stratkit.site.writing.former import manifest_of
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.shelf import holds


@immutable
class Difference:
    """A file that is not what it should be."""

    path: str
    message: Message


def manifest_in(site: Path) -> Manifest:
    """What the website in *site* says of itself.

    Raises:
        OutputError: there is no website, or it says nothing that can be understood.
    """
    manifest = manifest_of(site)
    if not manifest.files:
        raise OutputError(
            say("there is no website of stratkit in '{path}'", path=str(site)), say("build one: stratkit build")
        )
    return manifest


def meddled(site: Path, manifest: Manifest) -> Iterator[Difference]:
    """Files that are not those that were written."""
    for path, digest in manifest.files.items():
        if not holds(site / path, digest):
            there = os.path.lexists(site / path)
            yield Difference(path, say("is not what was written") if there else say("is missing"))
    for folder, folders, names in os.walk(site):
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*names, *linked):
            path = (Path(folder) / name).relative_to(site).as_posix()
            if path not in manifest.files and path != MANIFEST:
                yield Difference(path, say("was not made by stratkit"))


def outdated(manifest: Manifest, again: Manifest) -> Iterator[Difference]:
    """Files that the data give otherwise; *again* is the website made anew."""
    for path in sorted({*manifest.files, *again.files}):
        if path not in again.files:
            yield Difference(path, say("the data give no such page"))
        elif path not in manifest.files:
            yield Difference(path, say("the data give this page, the website lacks it"))
        elif manifest.files[path] != again.files[path]:
            yield Difference(path, say("the data give another page"))
