"""The former edition of a large website, kept beside it: of it and a few changes the next one is made.

To link a hundred thousand files that stay as they are takes longer than to draw the ten that do not. So the folder
that was the website until the last build is not taken away: it lacks just what that build changed. Brought up to
date and changed once more, it takes the place of the website in one step, and the two change places again. It holds
links to the same files and needs next to no room.

What it lacks is written down in it when it is laid aside, and that note is taken out before anything else is done
to it: a folder without a note is the remains of a dead build.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST, inside
from stratkit.site.writing.listing import folder_of, with_parents
from stratkit.site.writing.look import Row, Stamp, row_in, row_of, stamp_of
from stratkit.site.writing.shelf import Shelf
from stratkit.source.plain_json import plain_json

_NOTE = ".stratkit-spare.json"
_IGNORED = ".gitignore"
WORTH = 1_000
"""Files from which on a website is large."""


def worth(files: int, behind: int) -> bool:
    """Whether a former edition that lacks *behind* of *files* saves the next build enough."""
    return files >= WORTH and 2 * behind <= files


@immutable
class Spare:
    """The former edition of a website.

    Args:
        site: what the system says of the manifest of the edition that followed it.
        behind: paths of files that are others in that edition, or are not there.
        foreign: what is not of stratkit: it counts as it stands in the website and not here.
        folders: what the system says of each folder.
    """

    site: Row
    behind: tuple[str, ...]
    foreign: tuple[str, ...]
    folders: Mapping[str, Stamp]

    def catch_up(self, folder: Path, shelf: Shelf) -> None:
        """Let *folder*, where the former edition lies, hold what stands rightly on *shelf*, and nothing else.

        Args:
            folder: where it lies.
            shelf: the files of the website; what cannot be taken over is lost to it.
        """
        wrong = sorted({*self.behind, *shelf.wrong})
        for path in (*self.foreign, *wrong):
            remove(folder, path)
        for path in shelf.standing(wrong):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(shelf.target / path, folder / path, follow_symlinks=False)
            except OSError:
                shelf.lost(path)  # it is written anew


def spare_in(folder: Path, target: Path) -> Spare | None:
    """The former edition of the website in *target*, if it lies in *folder* as it was laid there."""
    try:
        spare = _read(plain_json((folder / _NOTE).read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None  # there is none, or something else
    if spare.site != row_of(target / MANIFEST):
        return None
    return spare if all(stamp_of(folder / path) == stamp for path, stamp in spare.folders.items()) else None


def take_out_note(folder: Path) -> None:
    """From here on the former edition in *folder* is changed.

    Raises:
        OSError: the note cannot be taken out.
    """
    (folder / _NOTE).unlink()
    (folder / _IGNORED).unlink()


def lay_note(folder: Path, site: Row, behind: Iterable[str], foreign: Iterable[str], ours: Iterable[str]) -> None:
    """Write down in *folder* what the former edition that lies there lacks.

    Args:
        folder: where it lies.
        site: what the system says of the manifest of the edition that followed it.
        behind: paths of files that are others in that edition, or are not there.
        foreign: what in it is not of stratkit.
        ours: its folders.

    Raises:
        OSError: it cannot be written.
    """
    (folder / _IGNORED).write_text("*\n")
    with (folder / _NOTE).open("w") as file:
        carried = sorted(foreign)
        names = sorted({*with_parents((*ours, *map(folder_of, carried))), *carried})
        folders = {path: stamp for path in names if (stamp := stamp_of(folder / path)) is not None}
        note = {"site": site, "behind": sorted(behind), "foreign": carried, "folders": folders}
        json.dump(note, file)


def remove(folder: Path, path: str) -> None:
    """Take the file or the empty folder *path* out of *folder*, and the folders that it leaves empty."""
    place = folder / path
    if place.is_dir() and not place.is_symlink():
        with suppress(OSError):  # something stands in it
            place.rmdir()
    else:
        place.unlink(missing_ok=True)
    for parent in place.relative_to(folder).parents:
        if not parent.parts:
            return
        try:
            (folder / parent).rmdir()
        except OSError:
            return  # something else stands in it


def _read(note: Any) -> Spare:
    if "" not in note["folders"] or not all(inside(str(path)) for path in (*note["behind"], *note["foreign"])):
        raise ValueError("this leads out of the folder")
    return Spare(
        row_in(note["site"]),
        tuple(str(path) for path in note["behind"]),
        tuple(str(path) for path in note["foreign"]),
        {str(path): (int(changed), int(inode)) for path, (changed, inode) in note["folders"].items()},
    )
