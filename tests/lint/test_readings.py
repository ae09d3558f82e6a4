"""What careful readers wrote down about the real documents: what lint found of it, it finds.

Each file of ``readings/`` is a document as a whole, read before its reader saw any finding. An entry says what is wrong,
where and how much it weighs, and then either by which findings it is ``found`` (``part``: what of it they do not name)
or ``why`` it is not. ``lost: true`` marks damage of the text from which the strategy was written down.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.lint.checking import Means, Request, check
from tests.lint.seeded.trial import STRATEGIES, Files, place_of

READINGS = sorted((Path(__file__).parent / "readings").glob("*.yaml"))
Entry = dict[str, Any]


@pytest.fixture(scope="module")
def places() -> set[str]:
    return {place_of(one) for one in check(Files.read_from(STRATEGIES), Request(), Means()).findings}


def _entries(path: Path) -> list[Entry]:
    entries: list[Entry] = yaml.safe_load(path.read_text("utf-8"))
    return entries


def test_there_are_readings() -> None:
    assert READINGS


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_each_entry_is_found_or_says_why_not(path: Path) -> None:
    entries = _entries(path)
    assert [one["id"] for one in entries] == [f"{path.stem}-{number:03}" for number in range(1, len(entries) + 1)]
    assert {one["weight"] for one in entries} == {"serious", "minor"}
    assert [one["id"] for one in entries if ("found" in one) == ("why" in one)] == []
    assert [one["id"] for one in entries if "part" in one and "found" not in one] == []


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_what_was_found_is_found(path: Path, places: set[str]) -> None:
    named = {one["id"]: set(one.get("found", ())) for one in _entries(path)}
    assert {id_: lost for id_, wanted in named.items() if (lost := wanted - places)} == {}
