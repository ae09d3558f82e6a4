"""A made-up update of a real strategy: every kind of change at least once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from stratkit.source.reader import parse
from tests.amend.edits import make_edit

EDITS = Path(__file__).parent / "edits.yaml"


def apply_exercise(strategies: Path, target: Path) -> None:
    """Copy the workspace *strategies* to *target* and make the edits of the exercise there."""
    shutil.copytree(strategies, target)
    for edit in yaml.safe_load(EDITS.read_text(encoding="utf-8"))["edits"]:
        _apply(edit, target)


def _apply(edit: dict[str, Any], folder: Path) -> None:
    path = folder / edit["file"]
    if "create" in edit:
        path.parent.mkdir(exist_ok=True)
        _write(path, edit["create"])
    elif "delete" in edit:
        path.unlink()
    elif "move" in edit:
        path.rename(folder / edit["move"])
    else:
        data = parse(path.read_bytes(), edit["file"]).value
        make_edit(data, edit)
        _write(path, data)


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
