"""The public YAML test suite through the reader: accepted with the meaning that the suite states, or refused with a finding."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.source.reader import Loader, parse, positions

SUITE: list[dict[str, Any]] = json.loads(Path(__file__).with_name("yaml-test-suite.json").read_bytes())["cases"]

LIBYAML_TAKES = frozenset({"9C9N", "9JBA", "CVW2", "DK95-1", "G5U8", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y-3", "YJV2"})
"""Cases that the suite calls errors and libyaml reads all the same: indentation and comments that it is lenient about."""

LIBYAML_DIFFERS = frozenset({"652Z", "HM87-1", "L24T-1"})
"""Cases that libyaml reads otherwise than the suite: a question mark without a space, a last line of blanks alone."""


def alike(ours: object, theirs: object) -> bool:
    """Equal in kind and value; keys are texts for us, and a figure with a fraction of nothing is a figure."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        named = {"" if key is None else str(key): value for key, value in theirs.items()}
        return ours.keys() == named.keys() and all(alike(ours[key], named[key]) for key in named)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(alike, ours, theirs))
    if isinstance(ours, float) and isinstance(theirs, float):
        return math.isclose(ours, theirs)
    return type(ours) is type(theirs) and ours == theirs


def test_the_suite_is_whole() -> None:
    assert len(SUITE) == 402
    assert len({case["id"] for case in SUITE}) == 402


@pytest.mark.parametrize("case", SUITE, ids=lambda case: case["id"])
def test_a_case_is_read_as_meant_or_refused_with_a_finding(case: dict[str, Any]) -> None:
    data = case["yaml"].encode("utf-8", "surrogatepass")
    parsed = parse(data, "case.yaml")
    positions(data, "case.yaml")
    refused = parsed.value is None
    assert parsed.findings or not refused, "nothing is refused without a word"
    assert all(one.code.startswith("YML") for one in parsed.findings)
    if refused or parsed.trapped or any(one.code == "YML008" for one in parsed.findings):
        return
    assert not case.get("fail") or case["id"] in LIBYAML_TAKES, "an error of the suite is accepted"
    if "json" in case and case["id"] not in LIBYAML_DIFFERS:
        assert alike(parsed.value, json.loads(case["json"]))
    else:
        assert alike(parsed.value, yaml.load(case["yaml"], Loader=Loader))


def test_most_of_what_the_suite_accepts_and_strategies_may_use_is_accepted() -> None:
    """The reader refuses anchors, tags, merge keys and several documents, and not much else."""
    accepted = [
        case["id"] for case in SUITE if parse(case["yaml"].encode("utf-8", "surrogatepass"), "f").value is not None
    ]
    assert len(accepted) > 100
