"""The schema check: one mistake, one finding, at its exact place, with the next step."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from pydantic import ValidationError

from stratkit.load.documents import load_documents
from stratkit.load.schemas import schema
from stratkit.model.kinds import KINDS, Kind, kind_of
from stratkit.model.node import Unfit, plain
from stratkit.model.schema import pydantic_model
from stratkit.source import FolderTree, Locator
from stratkit.source.reader import parse

REPOSITORY = Path(__file__).parents[2]
PROJECT = "demo/projects/health/booking.yaml"
INDICATORS = "demo/indicators/health.yaml"


def findings(corpus: Path, path: str, text: str) -> list[tuple[str, int, int, str, str]]:
    """What is wrong with *path* if it holds *text*."""
    (corpus / path).write_text(text, encoding="utf-8")
    tree = FolderTree(corpus)
    locator = Locator(tree.read)
    _, found = load_documents(tree, [path])
    spans = [(one, locator.span(one.place)) for one in found]
    return [(one.code, span.line, span.column, str(one.message), str(one.hint)) for one, span in spans]


# ^ marks where the finding must stand; without it, at the top of the file.
CASES = [
    # unknown keys
    (PROJECT, "goal:", "^gaol:", "SCH005", "unknown key 'gaol'", "did you mean 'goal'?"),
    (PROJECT, "challenges:", "^zzz:", "SCH005", "unknown key 'zzz'", "allowed here: stratkit, id, number"),
    (
        PROJECT,
        "benefit: Не стоят в очереди",
        "benefit: Не стоят, ^не ждут",
        "SCH005",
        "unknown key 'не ждут'",
        "a comma inside braces ends the text",
    ),
    (PROJECT, "term: {from:", "term: {^form:", "SCH005", "unknown key 'form'", "did you mean 'from'?"),
    (PROJECT, "who: [residents]", "^whom: [residents]", "SCH005", "unknown key 'whom'", "did you mean 'who'?"),
    (INDICATORS, "2023: 50", "^23: 50", "SCH005", "unknown key '23'", "a year has four digits"),
    # missing keys
    (PROJECT, "industry: health\n", "", "SCH006", "the key 'industry' is missing", "add it"),
    (
        PROJECT,
        "{from: 2022, to: 2024, text: 2022–2024 годы}",
        "^{to: 2024}",
        "SCH006",
        "the key 'text' is missing",
        "add it",
    ),
    # wrong types
    (PROJECT, "id: booking", "id: ^5", "SCH001", "a text is expected here, not '5'", "put the text in quotes"),
    (PROJECT, "id: booking", "id:^", "SCH001", "a text is expected here, not nothing", ""),
    (PROJECT, "[queues]", "^queues", "SCH001", "a list is expected here, not 'queues'", "write a list: [queues]"),
    (PROJECT, "[queues]", "^{queues: 1}", "SCH001", "a list is expected here, not keys and values", ""),
    (PROJECT, "[residents]", "[residents, ^7]", "SCH001", "a text is expected here, not '7'", "in quotes"),
    (
        PROJECT,
        "page: 5",
        "page: ^'5'",
        "SCH001",
        "a whole number or nothing (null) is expected here, not '5'",
        "without quotes",
    ),
    (INDICATORS, "2023: 50", "2023: ^'50 %'", "SCH001", "not '50 %'", "without quotes"),
    (INDICATORS, "2023: 50", "2023: ^true", "SCH001", "a number or nothing (null) is expected here, not true", ""),
    # patterns
    (PROJECT, "id: booking", "id: ^Booking", "SCH001", "'Booking' is not written as it must be", "lower case"),
    (PROJECT, "id: booking", "id: ^запись", "SCH001", "'запись' is not written as it must be", "Latin letters"),
    (PROJECT, "number: 1", "number: ^'3.x'", "SCH001", "'3.x' is not written as it must be", "'3.1', in quotes"),
    (PROJECT, "by: 2023", "by: ^июнь 2023", "SCH001", "is not written as it must be", "2024-07-31"),
    # enums and constants
    (INDICATORS, "direction: up", "direction: ^upp", "SCH001", "'upp' is not one of: up, down, keep", "'up'"),
    (PROJECT, "{from: 2022", "{then: ^ever, from: 2022", "SCH001", "'permanent' is expected here, not 'ever'", ""),
    # limits
    (PROJECT, "number: 1", "number: ^0", "SCH001", "'0' is too small: at least 1", ""),
    (PROJECT, "page: 5", "page: ^-1", "SCH001", "'-1' is too small: at least 1", ""),
    (PROJECT, "[residents]", "^[]", "SCH001", "this is empty", "fill it in"),
    (PROJECT, "goal: Записаться к врачу может каждый, кто хочет", "goal: ^''", "SCH001", "this is empty", "fill it in"),
    (PROJECT, "id: booking", f"id: ^{'a' * 65}", "SCH001", "at most 64 characters", ""),
    # several forms allowed
    (PROJECT, "number: 1", "number: ^[1]", "SCH001", "a whole number or a text is expected here, not a list", ""),
    (INDICATORS, "unit:", "baseline: {^yeer: '2021', value: 1}, unit:", "SCH005", "unknown key 'yeer'", "'year'"),
    (INDICATORS, "unit:", "baseline: ^{year: '2021'}, unit:", "SCH006", "the key 'value' is missing", ""),
    (INDICATORS, "unit:", "baseline: ^[2021], unit:", "SCH001", "keys and values or nothing (null) is expected", ""),
    # the head of the file
    (PROJECT, "stratkit: project/1\n", "", "SCH002", "does not say what it is", "write 'stratkit: project/1'"),
    (PROJECT, "project/1", "^projekt/1", "SCH002", "unknown kind of file 'projekt/1'", "'project/1'"),
    (PROJECT, "project/1", "^project/9", "SCH004", "newer than this stratkit reads", "install a newer stratkit"),
    (PROJECT, "project/1", "^project/x", "SCH004", "unknown version", "write 'stratkit: project/1'"),
    (PROJECT, "project/1", "^card/1", "SCH003", "does not belong here", "*/card.yaml"),
    # what the reader has reported is not reported twice
    (PROJECT, "page: 5", "page: ^1e3", "YML007", "ambiguous", "plain digits"),
]


@pytest.mark.parametrize(("path", "old", "new", "code", "message", "hint"), CASES)
def test_one_mistake_is_one_finding_at_its_place(
    corpus: Path, path: str, old: str, new: str, code: str, message: str, hint: str
) -> None:
    text = (corpus / path).read_text(encoding="utf-8")
    assert old in text
    before, caret, after = text.replace(old, new, 1).partition("^")
    line, column = (before.count("\n") + 1, len(before) - before.rfind("\n")) if caret else (1, 1)
    found = findings(corpus, path, before + after)
    assert [one[:3] for one in found] == [(code, line, column)], found
    assert message in found[0][3]
    assert hint in found[0][4]


def test_each_of_several_mistakes_is_told(corpus: Path) -> None:
    text = (corpus / PROJECT).read_text(encoding="utf-8")
    text = text.replace("number: 1", "number: one").replace("id: booking", "id: 5").replace("tasks:", "taks:")
    line = text.split("\n").index("taks: [services]") + 1
    assert {one[:3] for one in findings(corpus, PROJECT, text)} == {
        ("SCH001", 2, 5),
        ("SCH001", 3, 9),
        ("SCH005", line, 1),
    }


def test_a_missing_key_and_an_unlike_one_are_two_mistakes(corpus: Path) -> None:
    text = (corpus / PROJECT).read_text(encoding="utf-8").replace("goal:", "zzz:")
    assert {one[0] for one in findings(corpus, PROJECT, text)} == {"SCH005", "SCH006"}


def files() -> Iterator[tuple[str, Kind, Any]]:
    """Every real file and every file of the corpus with what it holds."""
    for root in (REPOSITORY / "strategies", REPOSITORY / "tests" / "corpus" / "strategies"):
        for path in sorted(root.rglob("*.yaml")):
            value = parse(path.read_bytes(), path.name).value
            kind, _ = kind_of(value["stratkit"])
            assert kind is not None
            yield path.relative_to(root.parent).as_posix(), kind, value


@cache
def reference(name: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    return jsonschema.Draft202012Validator(schema(name))


@cache
def fast(name: str) -> Any:
    return jsonschema_rs.validator_for(schema(name))


def as_pydantic_reads(kind: Kind, value: Any) -> str | None:
    """All that *value* says, with what it leaves out, to the type of each number; None: it is refused."""
    try:
        read = pydantic_model(kind.model).model_validate(copy.deepcopy(value))
    except ValidationError:
        return None
    return json.dumps(read.model_dump(by_alias=True))


def as_we_read(kind: Kind, value: Any) -> str | None:
    """The same by the reading of stratkit, which trusts the schema and looks only for what that cannot say."""
    try:
        return json.dumps(plain(kind.model.read(copy.deepcopy(value))))
    except Unfit:
        return None


ALTERNATIVES: list[Any] = [
    None, True, False, 0, 1, -1, 2024, 1.5, 1.0, "", "x", "Два слова", "2024", "2024-07", "2024-13", "3.1", "A-b",
    "a" * 65, [], [1], ["x"], {}, {"x": 1}, {"2024": 1},
]  # fmt: skip


BEYOND_SCHEMAS: list[Any] = [" x ", "  ", "\n", "2024-02-30", "2023-02-29", "2024-02-29", 14, 14.0]
"""What a schema allows and a model takes for something else or for nothing, where such a value may stand."""


def mutated(value: Any, rnd: random.Random, alternatives: list[Any] = ALTERNATIVES) -> Any:
    """*value* with one thing changed somewhere within it."""
    result = copy.deepcopy(value)
    place = result
    while True:
        steps = [step for step in (place if isinstance(place, dict) else range(len(place))) if step != "stratkit"]
        if not steps:
            return result
        step = rnd.choice(steps)
        inner = place[step]
        if isinstance(inner, dict | list) and inner and rnd.random() < 0.8:
            place = inner
            continue
        match rnd.randrange(4):
            case 0:
                del place[step]
            case 1 if isinstance(place, dict):
                place[rnd.choice(["unknown", f"{step}s", "2024", "1899"])] = place.pop(step)
            case 2 if isinstance(place, list):
                place.append(rnd.choice(alternatives))
            case _:
                place[step] = rnd.choice(alternatives)
        return result


def test_every_schema_is_valid_by_the_reference() -> None:
    for kind in KINDS.values():
        assert reference(kind.schema)


def test_both_validators_and_the_model_accept_every_file() -> None:
    seen = 0
    for path, kind, value in files():
        seen += 1
        assert reference(kind.schema).is_valid(value), path
        assert fast(kind.schema).is_valid(value), path
        read = as_we_read(kind, value)
        assert read is not None, path
        assert read == as_pydantic_reads(kind, value), path
    assert seen > 100


def test_both_validators_agree_on_every_mutation_and_the_model_takes_what_they_take() -> None:
    rnd = random.Random(1)
    refused = total = 0
    for path, kind, value in files():
        for _ in range(12):
            changed = mutated(value, rnd)
            expected = reference(kind.schema).is_valid(changed)
            told = f"{path}: {json.dumps(changed, ensure_ascii=False)}"
            assert fast(kind.schema).is_valid(changed) == expected, told
            if expected:
                assert as_we_read(kind, changed) is not None, told
                assert as_we_read(kind, changed) == as_pydantic_reads(kind, changed), told
            total += 1
            refused += not expected
    assert refused > total / 4  # mutations that are all harmless would prove nothing


def test_what_no_schema_can_say_is_read_as_pydantic_reads_it() -> None:
    rnd = random.Random(2)
    refused = changed_by_reading = 0
    for path, kind, value in files():
        for _ in range(24):
            changed = mutated(value, rnd, BEYOND_SCHEMAS)
            if fast(kind.schema).is_valid(changed):
                read = as_we_read(kind, changed)
                assert read == as_pydantic_reads(kind, changed), f"{path}: {json.dumps(changed, ensure_ascii=False)}"
                refused += read is None
                changed_by_reading += read is not None and '" x "' in json.dumps(changed) and '" x "' not in read
    assert refused > 20
    assert changed_by_reading > 20
