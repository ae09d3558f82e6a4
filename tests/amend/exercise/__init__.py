"""A made-up update of a real strategy: every kind of change at least once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from stratkit.source.reader import parse
from tests.amend.edits import make_edit

EDITS = Path(__file__).parent / "edits.yaml"

EDITION: dict[str, Any] = {
    "id": "2022",
    "act": {
        "kind": "minutes", "issuer": "заседания Совета по цифровому развитию при Губернаторе Томской области",
        "date": "2022-08-30", "act_number": "5",
    },
    "date": "2022-08-30",
    "revision": "tomsk-2022",
}  # fmt: skip
"""The made-up edition that the update would become."""


def apply_exercise(strategies: Path, target: Path) -> None:
    """Copy the workspace *strategies* to *target* and make the edits of the exercise there."""
    shutil.copytree(strategies, target)
    for edit in yaml.safe_load(EDITS.read_text(encoding="utf-8"))["edits"]:
        _apply(edit, target)


def record_edition(folder: Path, index: int, **fields: Any) -> None:
    """Set *fields* of an edition in the ``strategy.yaml`` of Tomsk; one behind the last is added."""
    path = folder / "tomsk" / "strategy.yaml"
    data = parse(path.read_bytes(), path.name).value
    editions = data["editions"]
    if index == len(editions):
        editions.append({})
    editions[index].update(fields)
    _write(path, data)


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
