"""What is to be written, decided before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratkit.diagnostics import Message
from stratkit.source.write import create_file, replace_file


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to write.

    Args:
        path: relative to the folder of strategies.
        data: its bytes.
        extends: it exists, and only gets longer; any other file must not exist.
    """

    path: str
    data: bytes
    extends: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to write, and what to do after that.

    The last file is the one by which the others are known to be there: who was killed before it can begin again.
    """

    files: tuple[PlannedFile, ...]
    next_step: Message


def begun(files: Sequence[PlannedFile], there: Mapping[str, bytes]) -> bool:
    """Whether *there*, files by their paths, are some of *files* and the last one is not: what a killed run left."""
    planned = {file.path: file.data for file in files}
    return files[-1].path not in there and all(planned.get(path) == data for path, data in there.items())


def write_plan(plan: Plan, root: Path) -> None:
    """Write all files of *plan* below *root* in their order, or none of those that are new.

    One that stands there already as it is to be, before the last, was left by a run that was killed.

    Raises:
        OutputError: a file exists already or cannot be written.
    """
    made: list[Path] = []
    try:
        for file in plan.files:
            target = root / file.path
            if file.extends:
                replace_file(target, file.data)
            elif file is plan.files[-1] or not _stands(target, file.data):
                create_file(target, file.data)
                made.append(target)
    except BaseException:
        for target in made:
            target.unlink(missing_ok=True)
        raise


def _stands(target: Path, data: bytes) -> bool:
    return not target.is_symlink() and target.is_file() and target.read_bytes() == data
