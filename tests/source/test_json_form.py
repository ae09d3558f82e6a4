"""Values written down for the next run: the same again, or none, whatever was done to the file meanwhile."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from stratkit.source.json_form import JsonForm

CLOSED = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A part."""

    __pydantic_config__ = CLOSED

    day: datetime.date
    word: Literal["up", "down"]
    size: int | float | None


@dataclass(frozen=True, slots=True)
class Whole:
    """Every type that there is."""

    __pydantic_config__ = CLOSED

    name: str
    count: int
    share: float
    sure: bool
    part: Part | None
    number: int | str | None
    years: tuple[int, ...]
    place: tuple[int, int] | None
    parts: tuple[Part, ...]
    pairs: tuple[tuple[str, int], ...]
    plan: Mapping[int, int | float | None]
    looked: Mapping[str, tuple[str, tuple[int, ...]]] | None
    rest: Any = None


PART = Part(datetime.date(2024, 2, 29), "up", 1.5)
WHOLE = Whole(
    "Имя «\ud800»\n", 3, 1.0, True, PART, "3.1", (2021, 2022), (1, 2), (PART, PART), (("a", 1),), {2024: None, 2025: 1},
    {"x": ("y", (1, 2))}, {"any": [1, "thing"]},
)  # fmt: skip
FORM = JsonForm(Whole)
ALTERNATIVES: list[Any] = [
    None, True, 0, 3, -1, 1.5, "", "x", "up", "2024-02-29", "2024-02-30", "7", [], [1], ["x"], [1, 2], [["a", 1]], {}, {"x": 1},
    {"2024": 1}, {"day": "2024-01-01", "word": "down", "size": None},
]  # fmt: skip


def test_what_is_written_is_read_again() -> None:
    read = FORM.load(FORM.dump(WHOLE))
    assert read == WHOLE
    assert type(read.years) is tuple
    assert type(read.share) is float


def test_what_is_left_out_has_its_default() -> None:
    value = json.loads(FORM.dump(WHOLE))
    del value["rest"]
    assert FORM.load(json.dumps(value).encode()).rest is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"[" * 100_000, b'{"name": NaN}'])
def test_what_is_none_of_it_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        FORM.load(data)


def mutated(value: Any, chance: random.Random) -> Any:
    """*value* with one thing changed somewhere within it."""
    result = json.loads(json.dumps(value))
    place = result
    while True:
        steps = list(place if isinstance(place, dict) else range(len(place)))
        if not steps:
            return result
        step = chance.choice(steps)
        if isinstance(place[step], dict | list) and place[step] and chance.random() < 0.6:
            place = place[step]
            continue
        if chance.random() < 0.2:
            del place[step]
        elif isinstance(place, dict) and chance.random() < 0.2:
            place[chance.choice(["unknown", "2026", "x"])] = place.pop(step)
        else:
            place[step] = chance.choice(ALTERNATIVES)
        return result


def test_what_was_changed_is_taken_only_where_pydantic_takes_it() -> None:
    reference = TypeAdapter(Whole)
    chance = random.Random(4)
    value = json.loads(FORM.dump(WHOLE))
    value["name"] = "Имя"  # pydantic takes no half of a sign
    taken = 0
    for _ in range(5000):
        data = json.dumps(mutated(value, chance)).encode()
        try:
            expected = reference.validate_json(data)
        except ValidationError:
            with pytest.raises(ValueError):
                FORM.load(data)
            continue
        taken += 1
        assert FORM.load(data) == expected, data
    assert 500 < taken < 4500
