"""Digests of the program itself, kept where Python keeps its compiled modules.

Each start has to know whether it is the program that worked out what is kept; reading hundreds of files for it takes
some ten milliseconds. Whoever can write there can change the program itself.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

from stratkit.source.cache import digest_of, now_in, settled
from stratkit.source.shipped import shipped
from stratkit.source.write import clear_remains, put_in_place

_SUM = hashlib.sha256().digest_size * 2
_PACKAGE = Path(__file__).parent.parent
LIBRARIES = (
    "jinja2", "jsonschema_rs", "markdown_it_py", "markupsafe", "pyyaml",
    "pystemmer", "xlsxwriter", "fontpkg_pt_serif", "typst", "pymorphy3", "pymorphy3_dicts_ru",
)  # fmt: skip
"""Libraries whose version may show in what is found, drawn or written."""


def program_digest(*rooms: str) -> str:
    """A digest of the *rooms* of stratkit, all if none is named, of its schemas and of the libraries that may show."""
    folders = [*(_PACKAGE / room for room in rooms or ("",)), shipped("schema")]
    parts = (code_digest(folder, ".py", ".yaml", ".json") for folder in folders)
    return digest_of(sys.version, *installed(LIBRARIES), *parts)


def installed(libraries: Iterable[str]) -> list[str]:
    """Names and versions of libraries as they are installed; they are not loaded for it."""
    wanted = tuple(f"{name}-" for name in libraries)
    found: list[str] = []
    for folder in sys.path:
        # An empty one stands for the folder where the program runs; what is no folder or cannot be read Python passes over.
        with suppress(OSError), os.scandir(folder or os.curdir) as entries:
            found += [entry.name for entry in entries if entry.name.lower().startswith(wanted)]
    return sorted(name for name in found if name.endswith((".dist-info", ".egg-info")))


def code_digest(folder: Path, *endings: str) -> str:
    """A digest of the files in *folder*, of their names and what they hold; they are read only if one of them changed.

    Args:
        folder: with the folders in it.
        endings: of the names of those that count; all if none is given.
    """
    files = sorted(_files(str(folder), endings or ("",)))
    stamps = digest_of(*(f"{name}\0{stamp}" for name, _, stamp, _ in files))
    place = _place(str(folder), *endings)
    known = _known(place, stamps)
    if known is not None:
        return known
    digest = hashlib.sha256()
    for name, path, _, _ in files:
        with FileIO(path) as file:
            data = file.read()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    found = digest.hexdigest()
    keep_compiled(place, f"{stamps}{found}".encode(), max((changed for *_, changed in files), default=0))
    return found


def _files(folder: str, endings: tuple[str, ...], below: str = "") -> Iterator[tuple[str, str, str, int]]:
    """Of each file its name, its path, what the system says of it, and when it was changed last."""
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _files(one.path, endings, f"{below}{one.name}/")
            elif one.name.endswith(endings):
                said = one.stat()
                stamp = f"{said.st_size} {said.st_mtime_ns} {said.st_ctime_ns} {said.st_ino}"
                yield f"{below}{one.name}", one.path, stamp, max(said.st_mtime_ns, said.st_ctime_ns)


def _place(*asked: str) -> Path:
    """A file for each folder and endings."""
    return compiled_place(__file__, f"digest-{digest_of(*asked)[:20]}")


def _known(place: Path, stamps: str) -> str | None:
    try:
        said = place.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return None  # not there, or damaged: the files are read
    return said[_SUM:] if said[:_SUM] == stamps and len(said) == 2 * _SUM else None


def compiled_place(module: str, name: str) -> Path:
    """Where *name* is kept beside the compiled *module*; another version of Python finds nothing of this one's there."""
    return Path(importlib.util.cache_from_source(module)).with_name(f"{name}.{sys.implementation.cache_tag}")


def keep_compiled(place: Path, data: bytes, latest: int | None = None) -> None:
    """Keep *data* for the next process, where Python may keep its compiled modules.

    Args:
        place: from :func:`compiled_place`.
        data: what is kept.
        latest: when that of which it was made was changed last: kept only if a later change would show.
    """
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):  # stratkit may be installed where nobody may write: the next process does the work again
        place.parent.mkdir(parents=True, exist_ok=True)
        if latest is not None:
            looked = now_in(place.parent)
            if looked is None or not settled(latest, looked):
                return
        clear_remains(place.parent)
        put_in_place(place, data)
