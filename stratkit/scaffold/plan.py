"""What is to be written, decided before anything is written."""

from __future__ import annotations

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
    """Files to write, and what to do after that."""

    files: tuple[PlannedFile, ...]
    next_step: Message


def write_plan(plan: Plan, root: Path) -> None:
    """Write all files of *plan* below *root*, or none of those that are new.

    Raises:
        OutputError: a file exists already or cannot be written.
    """
    made: list[Path] = []
    try:
        for file in plan.files:
            target = root / file.path
            if file.extends:
                replace_file(target, file.data)
            else:
                create_file(target, file.data)
                made.append(target)
    except BaseException:
        for target in made:
            target.unlink(missing_ok=True)
        raise
