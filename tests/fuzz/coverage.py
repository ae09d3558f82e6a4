"""Fuzzing that follows the branches it reaches: ``make fuzz-coverage`` (atheris, libFuzzer).

The first byte of an input chooses the path at which the rest stands; the corpus of libFuzzer is started with
the files of the invented workspace.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["stratkit"]):
    from tests.fuzz.mutations import CORPUS, Seeds
    from tests.fuzz.road import MemoryTree, judged, read_file

SEEDS = Seeds(CORPUS)


def one_input(data: bytes) -> None:
    """One file alone, and where it is accepted the workspace with it."""
    path = SEEDS.paths[(data[0] if data else 0) % len(SEEDS.paths)]
    if read_file(path, data[1:]):
        judged({**SEEDS.files, path: data[1:]})


def main() -> None:
    """Start libFuzzer with the files of the workspace as its corpus."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(SEEDS.files.values()):
        whole = bytes([number]) + data
        (folder / hashlib.sha256(whole).hexdigest()[:16]).write_bytes(whole)
    assert MemoryTree(SEEDS.files).paths
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
