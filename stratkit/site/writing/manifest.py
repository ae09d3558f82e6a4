"""What stratkit wrote into a folder: the file that says it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from stratkit import __version__
from stratkit.immutable import immutable
from stratkit.site.file import MANIFEST
from stratkit.site.writing.listing import SEPARATOR, Chapter, Listed, files_of
from stratkit.source.plain_json import plain_json

Places = tuple[tuple[Chapter, int, int], ...]
"""Chapters, and for each where in the manifest its lines begin and how many bytes they are."""
_END = b"\n }\n}\n"


@immutable
class Manifest:
    """What stratkit wrote into a folder.

    Args:
        files: hash of each file by its path.
        inputs: digest of all that the edition was made of; empty if nobody said.
        origin: what else is said of where it comes from.
        known: the files are really known; false if the manifest is damaged.
    """

    files: Mapping[str, str]
    inputs: str = ""
    origin: Mapping[str, str] = field(default_factory=dict)
    known: bool = True


def read_manifest(folder: Path) -> Manifest:
    """The manifest in *folder*.

    Raises:
        OSError: there is none, or it cannot be read.
    """
    data = (folder / MANIFEST).read_bytes()
    try:
        loaded = plain_json(data)
        files = files_of(loaded["files"])
        origin = {
            str(name): str(value) for name, value in loaded.items() if isinstance(value, str) and name != "inputs"
        }
        return Manifest(files, str(loaded.get("inputs", "")), origin)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest({}, known=False)  # a damaged manifest costs a full write and nothing else


def manifest_head(manifest: Manifest) -> bytes:
    """How the manifest begins: all but the files."""
    said = {"made_by": f"stratkit {__version__}", **manifest.origin, "inputs": manifest.inputs}
    lines = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in said.items()]
    return ("{\n" + ",\n".join([*lines, ' "files": {\n  '])).encode()


def add_chapters(place: Path, chapters: Iterable[Listed]) -> Places:
    """Write *chapters* into the manifest at *place*, of which the beginning stands there, and end it."""
    found = []
    with place.open("ab") as file:
        at = file.tell()
        filled = False
        for one in chapters:
            lines = one.lines()
            if lines and filled:
                at += file.write(SEPARATOR)
            filled = filled or bool(lines)
            found.append((one.chapter, at, len(lines)))
            at += file.write(lines)
        file.write(_END)
    return tuple(found)
