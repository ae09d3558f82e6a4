"""Laying out files: what changes, what never changes."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.load.form import misplaced_keys
from stratkit.load.formatting import format_file
from stratkit.load.schemas import schema
from stratkit.source.format import format_yaml
from stratkit.source.keyorder import KeyOrder
from stratkit.source.reader import parse

REPOSITORY = Path(__file__).parents[2]
MODELINE = "# yaml-language-server: $schema=s.json\n"
ORDER = {
    "properties": {
        "a": {},
        "b": {"properties": {"x": {}, "y": {}, "z": {}}},
        "list": {"items": {"$ref": "#/$defs/Item"}},
        "c": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Item"}]},
    },
    "$defs": {"Item": {"properties": {"number": {}, "text": {}, "page": {}}}},
}


def laid_out(text: str | bytes) -> str:
    """*text* without its modeline; the file must be accepted."""
    formatted = format_yaml(
        text if isinstance(text, bytes) else text.encode(), "f.yaml", MODELINE.strip(), KeyOrder(ORDER)
    )
    assert formatted.refused is None
    return formatted.data.decode().removeprefix(MODELINE)


ORDERED = """\
# At the top.
a: 1  # beside a

# above b
b:
  # above x
  x: |
    First line.

      # no comment, but text
  y: >-
    folded
    text
  # at the end of b
list:
  - number: 1
    text: 'quoted ''text'''
  - {number: 2, text: "two\\n", page: 3}
c: {number: 1, text: a
    text of two lines}
unknown: at the end
"""


def test_a_file_in_order_keeps_every_byte() -> None:
    data = (MODELINE + ORDERED).encode()
    assert format_yaml(data, "f.yaml", MODELINE.strip(), KeyOrder(ORDER)).data == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("b: {y: 1, x: 2}\na: 1\n", "a: 1\nb: {x: 2, y: 1}\n"),
        ("unknown: 1\nz: 2\na: 3\n", "a: 3\nunknown: 1\nz: 2\n"),
        ("b:\n  y: 1\n  x:\na: |\n  text\n\n  more\n", "a: |\n  text\n\n  more\nb:\n  x:\n  y: 1\n"),
        (
            "list:\n  - text: >-\n      folded\n      text\n    # on the number\n    number: 1  # beside\n  - page: 1\n    number: 2\n",
            "list:\n  - # on the number\n    number: 1  # beside\n    text: >-\n      folded\n      text\n  - number: 2\n    page: 1\n",
        ),
        ("list:\n- text: one\n  number: 1\n", "list:\n- number: 1\n  text: one\n"),
        ("c: {text: a,\n    number: 1}\n", "c: {number: 1,\n    text: a}\n"),
        ('"b":\n  y: "1"\n  \'x\': two\na: 1\n', 'a: 1\n"b":\n  \'x\': two\n  y: "1"\n'),
        ("list: [{text: a, number: 1}]\n", "list: [{number: 1, text: a}]\n"),
    ],
)
def test_keys_are_put_in_the_order_of_the_schema(before: str, after: str) -> None:
    assert laid_out(before) == after


def test_comments_move_with_their_key_and_blank_lines_stay_between() -> None:
    before = "# top\nb:\n  # above y\n  y: 1\n    # below y\n\n  # above x\n  # twice\n  x: 2  # beside x\n  # end of b\n\n# above a\na: 1\n# end\n"
    after = "# top\n# above a\na: 1\n\nb:\n  # above x\n  # twice\n  x: 2  # beside x\n\n  # above y\n  y: 1\n    # below y\n  # end of b\n# end\n"
    assert laid_out(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        (b"a: 1\r\nb: {x: 1}\r\n", "a: 1\nb: {x: 1}\n"),
        (b"a: 1  \nb: \t\n  x: 1 \t\n", "a: 1\nb:\n  x: 1\n"),
        (b"a: 1", "a: 1\n"),
        (b"# note  \na: >-  \n  text\n", "# note\na: >-\n  text\n"),
    ],
)
def test_line_ends_and_stray_bytes_are_mended(before: bytes, after: str) -> None:
    assert laid_out(before) == after


@pytest.mark.parametrize("text", ['a: "one \n  two"\n', "a: |\n  one  \n  two\n", "a: |+\n  one\n\n\n", "a: |\n  one"])
def test_spaces_and_breaks_inside_texts_stay(text: str) -> None:
    assert laid_out(text) == text


@pytest.mark.parametrize(
    "top", ["", "# yaml-language-server: $schema=other.json\n", "#yaml-language-server: x\n# yaml-language-server: y\n"]
)
def test_the_modeline_is_set_once_and_first(top: str) -> None:
    formatted = format_yaml(f"{top}# note\na: 1\n".encode(), "f.yaml", MODELINE.strip(), KeyOrder(ORDER))
    assert formatted.data.decode() == f"{MODELINE}# note\na: 1\n"


def test_a_text_that_looks_like_a_modeline_stays() -> None:
    text = "a: |\n  # yaml-language-server: $schema=other.json\n"
    assert laid_out(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "? b\n: {x: 1}\n? a\n: 1\n",
        "c: {text: a, # on the text\n  number: 1}\n",
    ],
)
def test_what_would_have_to_be_rewritten_is_refused_and_left(text: str) -> None:
    formatted = format_yaml(text.encode(), "f.yaml", MODELINE.strip(), KeyOrder(ORDER))
    assert formatted.refused is not None
    assert formatted.data == text.encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: [1\n", "cannot be read as YAML"),
        (b"", "empty"),
        (b"# only a comment\n", "empty"),
        (b"stratkit: card/1\nresults: []\nresults: []\n", "stands twice"),
        (b"- 1\n", "does not hold keys and values"),
        (b"stratkit: nothing/1\n", "unknown kind of file"),
        ("stratkit: card/1\n# привет\n".encode("cp1251"), "not in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(data: bytes, words: str) -> None:
    formatted = format_file(data, "demo/card.yaml")
    assert formatted.data == data
    assert formatted.refused is not None
    assert words in str(formatted.refused.message)


REAL = sorted((REPOSITORY / "strategies").rglob("*.yaml"))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.relative_to(REPOSITORY / "strategies").as_posix())
def test_a_real_file_keeps_its_words_and_its_data(path: Path) -> None:
    data, place = path.read_bytes(), path.relative_to(REPOSITORY / "strategies").as_posix()
    formatted = format_file(data, place)
    assert formatted.refused is None
    assert sorted(data.decode().replace("}", " ").replace(",", " ").split()) == sorted(
        formatted.data.decode().replace("}", " ").replace(",", " ").split()
    )
    assert canonical(formatted.data) == canonical(data)
    assert format_file(formatted.data, place).data == formatted.data
    target = (path.parent / formatted.data.decode().split("\n")[0].partition("$schema=")[2]).resolve()
    assert target.parent == REPOSITORY / "schema"
    assert target.is_file()


def canonical(data: bytes) -> str:
    """What *data* says, whatever the order of keys."""
    return json.dumps(parse(data, "f.yaml").value, sort_keys=True)


class Writer:
    """Writes a value as YAML in every style and disorder, with numbered comments."""

    def __init__(self, rnd: random.Random) -> None:
        self.rnd = rnd
        self.comments = 0

    def comment(self, indent: int) -> list[str]:
        lines = [""] if self.rnd.random() < 0.1 else []
        if self.rnd.random() < 0.3:
            self.comments += 1
            lines.append(f"{' ' * indent}# note {self.comments}")
        return lines

    def keys(self, value: dict[str, object]) -> list[str]:
        keys = list(value)
        self.rnd.shuffle(keys)
        return keys

    def flow(self, value: object) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(value[key])}" for key in self.keys(value)) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item) for item in value) + "]"
        return json.dumps(value, ensure_ascii=False)

    def scalar(self, value: object, indent: int) -> list[str]:
        beside = ""
        if isinstance(value, str) and value.strip() == value and "\n" not in value and self.rnd.random() < 0.4:
            style = self.rnd.choice(["|-", ">-"])
            return [f" {style}", f"{' ' * (indent + 2)}{value}", *([""] if self.rnd.random() < 0.2 else [])]
        if self.rnd.random() < 0.2:
            self.comments += 1
            beside = f"  # note {self.comments}"
        return [f" {self.flow(value)}{beside}"]

    def block(self, value: object, indent: int) -> list[str]:
        if isinstance(value, dict) and value and (indent == 0 or self.rnd.random() < 0.7):
            lines = [""] if indent else []
            for key in self.keys(value):
                lines += self.comment(indent)
                first, *rest = self.block(value[key], indent + 2)
                lines += [f"{' ' * indent}{key}:{first}", *rest]
            return lines
        if isinstance(value, list) and value and self.rnd.random() < 0.7:
            lines = [""]
            for item in value:
                lines += self.comment(indent)
                first, *rest = self.block(item, indent + 2)
                if first == "" and rest and rest[0].strip().startswith(tuple("abcdefghijklmnopqrstuvwxyz")):
                    first = " " + rest.pop(0).strip()
                lines += [f"{' ' * indent}-{first}", *rest]
            return lines
        return self.scalar(value, indent)


SAMPLES = [
    (path.relative_to(REPOSITORY / "tests/corpus/strategies").as_posix(), parse(path.read_bytes(), "").value)
    for path in sorted((REPOSITORY / "tests/corpus/strategies").rglob("*.yaml"))
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_any_disorder_is_mended_once_and_for_all(sample: tuple[str, dict[str, object]], rnd: random.Random) -> None:
    path, value = sample
    writer = Writer(rnd)
    before = ("\n".join(writer.block(value, 0)) + "\n").encode()
    assert parse(before, path).value == value
    formatted = format_file(before, path)
    assert formatted.refused is None, before.decode()
    assert canonical(formatted.data) == canonical(before)
    notes = re.findall(rb"# note \d+", formatted.data)
    assert len(notes) == len(set(notes)) == writer.comments
    assert format_file(formatted.data, path).data == formatted.data
    kind = str(value["stratkit"]).partition("/")[0]
    result = parse(formatted.data, path).value
    from stratkit.model.kinds import KINDS

    assert not list(misplaced_keys(KeyOrder(schema(KINDS[kind].schema)), result))
