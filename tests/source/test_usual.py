"""Files in the usual form are read line by line exactly as libyaml reads them; whatever is doubtful is left to libyaml."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.source.parsed import MAX_DEPTH, MAX_TEXT, MAX_VALUES
from stratkit.source.reader import parse
from stratkit.source.usual import read_usual
from stratkit.source.usual_places import LinePositions
from tests.fuzz.agreement import agree

REPOSITORY = Path(__file__).parents[2]
REAL = {path.relative_to(REPOSITORY).as_posix(): path for path in sorted((REPOSITORY / "strategies").rglob("*.yaml"))}
TEXTS = {name: path.read_text("utf-8") for name, path in REAL.items()}


@pytest.mark.parametrize("name", REAL)
def test_real_files_are_read_line_by_line(name: str) -> None:
    assert agree(TEXTS[name]), "this file is not in the usual form: what is new in it?"
    assert isinstance(parse(REAL[name].read_bytes(), name).places, LinePositions)


def test_files_of_the_repository_are_read_as_libyaml_does() -> None:
    folders = [REPOSITORY / name for name in ("tests", "docs", "stratkit", "bench")]
    texts = [path.read_bytes().decode("utf-8", "replace") for root in folders for path in sorted(root.rglob("*.yaml"))]
    read = sum(map(agree, texts))
    assert read > len(texts) / 2


USUAL = [
    "a: text\n",
    "a: [x, да или нет, 2024, -5, 1.50, null, true, ~]\n",
    "a: {b: x, c: [1, 2], d: {e: 'it''s', f: \"q\"}, g: [{h: 1}, {h: 2}], i: [], j: {}}\n",
    "a: [x, ]\n",
    "a:\n  - b: 1\n    c:\n      - d\n      - {e: f}\n  - b: 2\ng: h\n",
    "a:\n  - >-\n    folded\n    text\n  - |\n    kept\n      deeper\n\n    text\n\n\n# comment\n\nb: |-\n  end\nc: >\n  end\n",
    "# top\n\n  # indented\na: 5   # behind\nb: id # behind\nc: [1, 2]  # behind\nd: 'x' # z\n  # between\ne:\n    # deeper\n  - f\n",
    "a: https://example.org/?q=1#part\nb: 12:30 по Москве\nc: 5\xa0000\nd: «цитата» – №\xa01\ne: 'x: y'\n",
    "a: Нет, не да\nb: Она\nc: д\nd: Ноябрь\ne: 2024 год\nf: 2024-2025\ng: 1.2.3\nh: +7 000\ni: .net\nj: ~x\n",
    "2024: 1\n1a_b-c: 2\nno: 3\n_x: 4\n",
    "a: |\n  first\n\n  # no comment\n  k: v\nb: 1\n",
    "a: x\n\n\n",
]


@pytest.mark.parametrize("text", USUAL)
def test_usual_forms_are_read_line_by_line(text: str) -> None:
    assert agree(text)


DOUBTFUL = {
    "nothing": "",
    "comments alone": "# a\n",
    "no end of line": "a: b",
    "list": "- a\n",
    "text alone": "text\n",
    "anchor": "a: &x b\n",
    "alias": "a: *x\n",
    "tag": "a: !!str b\n",
    "merge key": "<<: {a: b}\n",
    "complex key": "? a\n: b\n",
    "key twice": "a: b\na: c\n",
    "key twice, opened": "a:\n  b: c\na: d\n",
    "key twice in brackets": "a: {b: c, b: d}\n",
    "key twice in nested brackets": "a: {b: [c], b: {d: e}}\n",
    "key in a list": "a: [b: c]\n",
    "no key in a mapping": "a: {b, c: 'd'}\n",
    "other bracket": "a: [b}\n",
    "open bracket": "a: [b,\n  c]\n",
    "documents": "a: b\n---\na: c\n",
    "end of document": "a: b\n...\n",
    "directive": "%YAML 1.2\n---\na: b\n",
    "item of nothing but a comment": "a:\n  -   # b\nc: d\n",
    "tab": "a:\tb\n",
    "tab in a block": "a: |\n  b\n  \tc\n",
    "carriage return": "a: b\r\n",
    "byte order mark": "\ufeffa: b\n",
    "line separator": "a: b\u2028c: d\n",
    "next line": "a: b\x85c: d\n",
    "direction": "a: b\u202ec\n",
    "soft hyphen": "a: b\xadc\n",
    "escape": 'a: "b\\n"\n',
    "text on two lines": "a: b\n  c\n",
    "quoted on two lines": "a: 'b\n  c'\n",
    "colon in a text": "a: b: c\n",
    "colon at the end": "a: b:\n",
    "comment behind a text": "a: b c # d\n",
    "comment in brackets": "a: [b c #d]\n",
    "blank behind": "a: b \n",
    "blank behind in a block": "a: |\n  b \n",
    "nothing behind a key": "a:\nb: c\n",
    "nothing at the end": "a: b\nc:\n",
    "nothing behind a dash": "a:\n  -\n",
    "indented by three": "a:\n   b: c\n",
    "not indented": "a:\n- b\n",
    "indented without reason": "a: b\n  c: d\n",
    "between two levels": "a:\n  b:\n    c: d\n   e: f\n",
    "dash in a mapping": "a:\n  b: c\n  - d\n",
    "key among dashes": "a:\n  - b\n  c: d\n",
    "paragraphs": "a: >-\n  b\n\n  c\n",
    "deeper line of a folded block": "a: >-\n  b\n    c\n",
    "kept line ends": "a: |+\n  b\n",
    "indent of a block": "a: |2\n  b\n",
    "block indented by more": "a: |\n    b\n",
    "block that is empty": "a: |\nb: c\n",
    "comment behind the sign of a block": "a: | # b\n  c\n",
    "word with another meaning": "a: да\n",
    "word with another meaning in brackets": "a: [нет]\n",
    "word with another meaning among pairs": "a: {b: on}\n",
    "octal": "a: 010\n",
    "exponent": "a: 1e3\n",
    "minutes": "a: 12:30\n",
    "colon in brackets": "a: [b:c]\n",
    "question mark in brackets": "a: [b?]\n",
    "key in quotes": "'a': b\n",
    "key in Cyrillic": "ключ: b\n",
    "key that is long": f"{'k' * 101}: b\n",
    "word that is long": f"a: {'2' * 50}\n",
    "text that is too long": f"a: {'b' * (MAX_TEXT + 1)}\n",
    "block that is too long": f"a: >-\n  {'b' * (MAX_TEXT + 1)}\n",
    "too many values": "a:\n" + "  - b\n" * (MAX_VALUES + 1),
    "too many values in brackets": f"a: [{', '.join('b' * (MAX_VALUES + 1))}]\n",
    "too deep": "".join(f"{'  ' * depth}a:\n" for depth in range(MAX_DEPTH + 1)) + "  " * (MAX_DEPTH + 1) + "a: b\n",
    "too deep in brackets": "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "\n",
}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_doubtful_is_left_to_libyaml(text: str) -> None:
    assert read_usual(text) is None


SNIPPETS = (
    ": ", ":", " #", "#", "# c", "-", "- ", '"', "'", "''", "|", "|-", ">-", ">", "{", "}", "[", "]", ",", ", ", " ", "  ",
    "\n", "\n\n", "\n  ", "\n\n\n", "\n# c\n", "\n  # c\n", "\t", "\xa0", "\u2028", "\U0001f600", "да", "on", "Null", "~",
    "0x1", "012", "1e3", "12:30", "-5", "5.", "1.50", "!x ", "&a ", "*a", "<<: ", "? ", "---", "...", "%", "@", "`", "\\",
    "key: value", "- item", "[]", "{}", "[a, ]", "{a: 1, a: 2}", "\r", "\u0301", "N", "true", "x:", "x:\n", "|\n", ">-\n",
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """*text* with something put in, taken out, moved or indented otherwise, near where values begin for the most part."""
    lines = text.split("\n")
    number = chance.randrange(len(lines))
    line = lines[number]
    start = chance.choice(
        [line.find(": ") + 2, len(line) - len(line.lstrip()), chance.randrange(len(line) + 1), len(line)]
    )
    match chance.randrange(8):
        case 0:
            del lines[number]
        case 1:
            lines.insert(chance.randrange(len(lines)), line)
        case 2:
            lines[number] = " " * chance.choice((1, 2, 2, 4)) + line
        case 3:
            lines[number] = line[chance.choice((1, 2, 2)) :]
        case 4:
            lines[number] = line[:start] + line[start + chance.randrange(1, 4) :]
        case 5:
            lines[number] = line[:start] + chance.choice(SNIPPETS)
        case _:
            lines[number] = line[:start] + chance.choice(SNIPPETS) + line[start:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(4))
def test_real_files_that_were_changed_are_read_as_libyaml_does(seed: int) -> None:
    chance = random.Random(seed)
    names, read = list(TEXTS), 0
    for _ in range(400):
        lines = TEXTS[chance.choice(names)].split("\n")
        top = chance.choice([number for number, line in enumerate(lines) if line[:1] not in {"", " "}])
        text = "\n".join(lines[top : top + chance.randrange(2, 20)]) + "\n"
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = mutated(text, chance)
        read += agree(text)
    assert read > 40, "hardly anything was compared"


WORDS = st.text(st.sampled_from("абвДднНо yYnNtTfF019.:,-#'\"[]{}?!&*|>%@`~\xa0«»№"), max_size=12) | st.sampled_from(
    ["да", "Нет, не да", "on", "null", "true", "2024", "-1", "1.5", "010", "x-y", "a: b", "", "«Цитата»", "12 %"]
)


def flow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Values in brackets, with and without what makes them doubtful."""
    listed = st.lists(inner, max_size=3).map(lambda some: f"[{', '.join(some)}]")
    pairs = st.lists(st.tuples(st.sampled_from(["a", "b", "2024"]), inner), max_size=3)
    return listed | pairs.map(lambda some: "{" + ", ".join(f"{key}: {value}" for key, value in some) + "}")


SINGLE = (
    WORDS
    | WORDS.map(lambda text: "'" + text.replace("'", "''") + "'")
    | WORDS.map(lambda text: f'"{text}"')
    | st.recursive(WORDS, flow, max_leaves=6)
)
BEHIND = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n# c\n", "\n  # c\n", "  # c\n", " \n", "\n\n\n    # c\n"])


def indented(lines: list[str]) -> list[str]:
    """*lines* two columns to the right."""
    return [f"  {line}" for line in lines]


@st.composite
def blocks(draw: Any, depth: int = 0) -> list[str]:
    """The lines of a mapping or a list in the usual form or near it."""
    dashed = depth > 0 and draw(st.booleans())
    made: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        head = (
            "- "
            if dashed
            else f"{draw(st.sampled_from(['a', 'b', 'key']))}{number if draw(st.integers(0, 9)) else ''}: "
        )
        match draw(st.integers(0, 5 if depth < 3 else 3)):
            case 0:
                sign = draw(st.sampled_from(["|", "|-", ">-", ">"]))
                texts = draw(st.lists(WORDS | st.just(""), min_size=1, max_size=3))
                made += [head + sign + "\n", *(f"  {text}\n" if text else "\n" for text in texts), draw(BEHIND)[1:]]
            case 1 | 2 | 3:
                made.append(head + draw(SINGLE) + draw(BEHIND))
            case _:
                inner = draw(blocks(depth + 1))
                if dashed and not inner[0].startswith("- "):
                    made += [head + inner[0], *indented(inner[1:])]
                elif not dashed:
                    made += [head[:-1] + draw(BEHIND), *indented(inner)]
    return made or ["a: b\n"]


@given(blocks())
@settings(max_examples=400, deadline=None)
def test_made_up_files_are_read_as_libyaml_does(lines: list[str]) -> None:
    agree("".join(lines))
