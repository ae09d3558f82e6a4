"""What stratkit wrote into a folder: the file that says it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stratkit import __version__
from stratkit.site.file import MANIFEST, inside
from stratkit.source.plain_json import plain_json


@dataclass(frozen=True, slots=True)
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
        files = {str(path): str(digest) for path, digest in loaded["files"].items()}
        if not all(inside(path) for path in files):
            return Manifest({}, known=False)  # nobody is led out of the folder
        origin = {
            str(name): str(value) for name, value in loaded.items() if isinstance(value, str) and name != "inputs"
        }
        return Manifest(files, str(loaded.get("inputs", "")), origin)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest({}, known=False)  # a damaged manifest costs a full write and nothing else


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written: one line for each file, so that two of them can be compared."""
    files = manifest.files
    head = {"made_by": f"stratkit {__version__}", **manifest.origin, "inputs": manifest.inputs}
    lines = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    listed = json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",\n  ", ": "))[1:-1]
    return ("{\n" + ",\n".join([*lines, ' "files": {\n  ' + listed + "\n }"]) + "\n}\n").encode()
