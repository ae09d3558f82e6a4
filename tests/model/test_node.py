"""Mappings of files as objects: closed, unchanging, and holding what was written."""

from __future__ import annotations

import json
import pickle

import pytest

from stratkit.model.base import IMPOSSIBLE_DATE, Id, PartialDate, Text, is_id
from stratkit.model.frozen import Field
from stratkit.model.node import EMPTY, Node, Unfit, plain
from stratkit.model.written import as_json


class Part(Node):
    """A part."""

    text: Text
    date: PartialDate | None = None


class Numbered(Node):
    """What begins with a number."""

    number: int


class Whole(Part, Numbered):
    """A whole with parts."""

    from_: Id = Field(written="from")
    parts: tuple[Part, ...] = ()
    sizes: dict[str, float] = Field(default={})


def test_keys_stand_in_the_order_of_files() -> None:
    assert list(Whole.keys) == ["number", "text", "date", "from_", "parts", "sizes"]


def test_what_is_left_out_has_its_default_and_is_not_written() -> None:
    whole = Whole.read({"from": "here", "text": " words\n", "number": 1.0, "parts": [{"text": "x"}]})
    assert (whole.from_, whole.text, whole.number, whole.date, whole.sizes) == ("here", "words", 1, None, {})
    assert plain(whole, written=True) == {"number": 1, "text": "words", "from": "here", "parts": [{"text": "x"}]}
    assert plain(whole, filled=True)["parts"] == [{"text": "x"}]
    assert plain(whole)["parts"] == [{"text": "x", "date": None}]
    assert as_json(whole.parts[0]) == b'{\n  "text": "x",\n  "date": null\n}\n'


def test_files_are_written_as_the_library_would_write_them() -> None:
    whole = Whole.read({"from": "here", "text": '«ё» \\ "\n\u2028\t', "number": 1, "sizes": {"a": 0.1, "b": 1e22}})
    for value in (whole, {"empty": {}, "none": [], "three": [True, False, None], "deep": [[[-1]], {"x": (whole,)}]}, 7):
        assert as_json(value).decode() == json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n"


def test_everything_that_does_not_fit_is_told_with_its_place() -> None:
    parts = [{"text": " "}, {"text": "x", "date": "2023-02-29"}]
    with pytest.raises(Unfit) as unfit:
        Whole.read({"number": 1, "from": "here", "text": "\n", "parts": parts})
    assert unfit.value.faults == [
        (("text",), EMPTY, "\n"),
        (("parts", 0, "text"), EMPTY, " "),
        (("parts", 1, "date"), IMPOSSIBLE_DATE, "2023-02-29"),
    ]


def test_objects_do_not_change_and_are_compared_by_what_they_hold() -> None:
    part = Part(text="x")
    with pytest.raises(AttributeError):
        part.text = "y"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del part.text
    assert part == Part.read({"text": "x", "date": None}) != Part(text="y")
    assert hash(part) == hash(Part(text="x", date=None))
    assert pickle.loads(pickle.dumps(part)) == part
    assert repr(part) == "Part(text='x', date=None)"


def test_what_it_holds_is_not_what_it_was_read_from() -> None:
    sizes = {"a": 1}
    whole = Whole.read({"number": 1, "from": "here", "text": "x", "sizes": sizes})
    sizes["b"] = 2
    assert whole.sizes == {"a": 1.0}


def test_objects_are_made_of_the_keys_of_their_class() -> None:
    with pytest.raises(TypeError, match="text"):
        Part()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="words"):
        Part(text="x", words="y")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("text", "good"),
    [("a", True), ("a-1", True), ("", False), ("A", False), ("a-", False), ("a\n", False), ("a" * 65, False)],
)
def test_ids(text: str, *, good: bool) -> None:
    assert is_id(text) is good
