"""What is to be written, decided before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from stratkit.diagnostics import Message
from stratkit.immutable import immutable
from stratkit.source.write import create_file, replace_file


@immutable
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


@immutable
class Plan:
    """Files to write, and what to do after that.

    Args:
        files: in the order in which they are named.
        last: the path of the one that is written last: who is killed before it can begin again.
        next_step: what to do.
    """

    files: tuple[PlannedFile, ...]
    last: str
    next_step: Message

    def begun(self, there: Mapping[str, bytes]) -> bool:
        """Whether *there*, files by their paths, are what a killed run of this plan left; also nothing is."""
        planned = {file.path: file.data for file in self.files}
        return self.last not in there and all(planned.get(path) == data for path, data in there.items())


def write_plan(plan: Plan, root: Path) -> None:
    """Write all files of *plan* below *root*, or none of those that are new.

    One before the last that stands there already as it is to be was left by a run that was killed.

    Raises:
        OutputError: a file exists already or cannot be written.
    """
    made: list[Path] = []
    try:
        for file in sorted(plan.files, key=lambda one: one.path == plan.last):
            target = root / file.path
            if file.extends:
                replace_file(target, file.data)
            elif file.path == plan.last or not _stands(target, file.data):
                create_file(target, file.data)
                made.append(target)
    except BaseException:
        for target in made:
            target.unlink(missing_ok=True)
        raise


def _stands(target: Path, data: bytes) -> bool:
    return not target.is_symlink() and target.is_file() and target.read_bytes() == data
