"""The YAML reader: what it accepts, what it refuses, and where it says so."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.diagnostics import Finding, Severity, Span
from stratkit.source.parsed import MAX_DEPTH, MAX_VALUES
from stratkit.source.positions import Locator
from stratkit.source.reader import parse, positions
from stratkit.source.tree import MAX_BYTES


def only(data: str | bytes) -> Finding:
    """The one finding in *data*."""
    findings = parse(data if isinstance(data, bytes) else data.encode(), "demo/card.yaml").findings
    assert len(findings) == 1, findings
    return findings[0]


def place(finding: Finding) -> tuple[int, int]:
    assert isinstance(finding.place, Span)
    assert finding.place.path == "demo/card.yaml"
    return finding.place.line, finding.place.column


REFUSED = [
    ("YML001", "ok: 1\n\tb: 2\n", 2, 1, "with spaces, not with tabs"),
    ("YML001", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", 2, 1, "keep what is right"),
    ("YML001", "a: b: c\n", 1, 5, "must stand in quotes"),
    ("YML001", "a: 1\nb\n", 2, 1, "followed by a colon"),
    ("YML001", "a: 1\nb\nc: 2\n", 2, 1, "followed by a colon"),
    ("YML001", "x: 1\na: 'open\n", 2, 4, "not closed"),
    ("YML001", 'x: 1\na: "open\nb: 1\n', 2, 4, "not closed"),
    ("YML001", "a: {b: 1\n", 1, 4, "not closed"),
    ("YML001", "x: 1\nacts: [\n\n", 2, 7, "not closed"),
    ("YML001", "a: [1, 2\nc: 1\n", 2, 2, "comma is missing"),
    ("YML001", "a:\n  - x\n b: 1\n", 3, 2, "indentation"),
    ("YML001", "- a\nb: 1\n", 2, 1, "same column"),
    ("YML001", "a: - b\n", 1, 4, "on the line below"),
    ("YML001", "a: %x\n", 1, 4, "must stand in quotes"),
    ("YML001", "a: @x\n", 1, 4, "must stand in quotes"),
    ("YML001", 'a: "\\q"\n', 1, 5, "single quotes"),
    ("YML001", "ok: 1\na: x\x07y\n", 2, 5, "control character"),
    ("YML001", "a: \x00\n", 1, 4, "control character"),
    ("YML002", "", 1, 1, "fill it in or delete it"),
    ("YML002", " \n\n", 1, 1, "fill it in or delete it"),
    ("YML002", "# nothing but words\n", 1, 1, "fill it in or delete it"),
    ("YML002", "null\n", 1, 1, "fill it in or delete it"),
    ("YML009", "x: 1\na: &name text\n", 2, 4, "write the value out"),
    ("YML009", "a: &name {b: 1}\n", 1, 4, "write the value out"),
    ("YML009", "&name a: 1\n", 1, 1, "write the value out"),
    ("YML009", "a: *name\n", 1, 4, "write the value out"),
    ("YML009", "*name : 1\n", 1, 1, "write the value out"),
    ("YML010", "a: !!str 1\n", 1, 4, "exclamation mark"),
    ("YML010", "a: !x {b: 1}\n", 1, 4, "exclamation mark"),
    ("YML010", "a: ! text\n", 1, 4, "exclamation mark"),
    ("YML010", "x: 1\n!!str a: 1\n", 2, 1, "exclamation mark"),
    ("YML010", "a: !!python/object:os.system []\n", 1, 4, "exclamation mark"),
    ("YML011", "a: 1\n<<: {b: 1}\n", 2, 1, "write the keys out"),
    ("YML012", "a: 1\n? [b]\n: 1\n", 2, 3, "a key is a word"),
    ("YML012", "? {a: 1}\n: 1\n", 1, 3, "a key is a word"),
    ("YML013", "a: 1\n---\nb: 2\n", 2, 1, "remove the line '---'"),
    ("YML014", "a:\n " + "[" * (MAX_DEPTH + 1), 2, MAX_DEPTH + 1, "brackets"),
    ("YML014", "[" * 900, 1, MAX_DEPTH + 1, "brackets"),
]


@pytest.mark.parametrize(("code", "text", "line", "column", "advice"), REFUSED)
def test_what_cannot_be_read_is_one_finding_at_its_place(
    code: str, text: str, line: int, column: int, advice: str
) -> None:
    finding = only(text)
    assert (finding.code, *place(finding)) == (code, line, column)
    assert advice in str(finding.hint)
    assert parse(text.encode(), "f").value is None


def test_brackets_without_end_are_told_the_same_by_every_version_of_libyaml() -> None:
    finding = only("[" * 20_000)  # newer versions give up before the first bracket is handed over
    assert (finding.code, place(finding)[0]) == ("YML014", 1)
    assert "brackets" in str(finding.hint)


def test_a_message_names_no_machinery() -> None:
    for _, text, *_ in REFUSED:
        assert "<unicode string>" not in str(only(text).message)
        assert "\n" not in str(only(text).message)


def test_an_expansion_without_end_is_refused_before_it_is_built() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]" for i in range(9)]
    finding = only("\n".join(lines) + "\n")
    assert (finding.code, *place(finding)) == ("YML009", 1, 4)


def test_another_encoding_is_told_with_its_line() -> None:
    finding = only(b"a: 1\nb: \xef\xf0\xe8\n")
    assert (finding.code, *place(finding)) == ("YML003", 2, 1)


def test_a_huge_file_is_not_parsed() -> None:
    finding = only(b"#" * (MAX_BYTES + 1))
    assert finding.code == "YML004"


def test_a_byte_order_mark_and_windows_line_ends_are_warnings_and_the_data_is_read() -> None:
    parsed = parse("\ufeffключ: да нет\r\nb: |\r\n  x\r\n  y\r\n".encode(), "f.yaml")
    assert parsed.value == {"ключ": "да нет", "b": "x\ny\n"}
    assert [(one.code, one.severity) for one in parsed.findings] == [
        ("YML005", Severity.WARNING),
        ("YML006", Severity.WARNING),
    ]


def test_duplicate_keys_are_named_with_both_places_and_the_first_counts() -> None:
    parsed = parse(b"a: 1\nb: {x: 1, 'x': [2]}\na: {y: 1}\nc: 3\n", "demo/card.yaml")
    assert parsed.value == {"a": 1, "b": {"x": 1}, "c": 3}
    assert [(one.code, *place(one)) for one in parsed.findings] == [("YML008", 2, 11), ("YML008", 3, 1)]
    first = parsed.findings[1].related[0][0]
    assert isinstance(first, Span)
    assert (first.line, first.column) == (1, 1)


TRAPS = [
    "yes", "No", "ON", "off", "y", "n", "да", "Нет", "010", "-07", "0x1F", "0o10", "0b1", "1e3", "1.5E-2", "1_000",
    "12:30", "1:2:3", ".5", "5.", ".inf", "-.INF", ".nan", "12345678901234567890",
]  # fmt: skip


@pytest.mark.parametrize("text", TRAPS)
def test_an_ambiguous_value_is_reported_and_kept_as_text(text: str) -> None:
    parsed = parse(f"a: [{text}]\n".encode(), "demo/card.yaml")
    assert parsed.value == {"a": [text]}
    assert set(parsed.trapped) == {("a", 0)}
    assert [(one.code, *place(one)) for one in parsed.findings] == [("YML007", 1, 5)]
    quoted = parse(f"a: ['{text}', \"{text}\"]\nb: |-\n  {text}\n".encode(), "f")
    assert quoted.value == {"a": [text, text], "b": text}
    assert not quoted.findings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("-3", -3), ("+3", 3), ("2024", 2024), ("1.50", 1.5), ("-0.25", -0.25), ("true", True), ("False", False),
        ("null", None), ("~", None), ("", None), ("2024-07-31", "2024-07-31"), ("5 %", "5 %"), ("да, конечно", "да, конечно"),
        ("1.2.3", "1.2.3"), ("-", "-"), ("+", "+"), ("№ 5", "№ 5"), ("yesterday", "yesterday"), ("nan", "nan"), ("=", "="),
    ],
)  # fmt: skip
def test_a_plain_value_is_what_it_looks_like(text: str, value: object) -> None:
    source = f"a:\n  k: {text}\n" if text != "-" else "a: {k: '-'}\n"
    parsed = parse(source.encode(), "f")
    assert parsed.value == {"a": {"k": value}}
    assert type(parsed.value["a"]["k"]) is type(value)
    assert not parsed.findings


POSITIONED = "\ufeff# top\r\nимя: 😀 текст  # note\r\nlist:\r\n  - {a: 'б', \"k\": [1, 22]}\r\n  - x: |\r\n      one\r\n      two\r\n    y:\r\n"


def test_every_key_and_value_knows_its_place() -> None:
    found = positions(POSITIONED.encode(), "f")

    def at(span: Span) -> tuple[int, int, int, int]:
        return span.line, span.column, span.end_line, span.end_column

    assert {pointer: at(span)[:2] for pointer, span in found.keys.items()} == {
        ("имя",): (2, 1),
        ("list",): (3, 1),
        ("list", 0, "a"): (4, 6),
        ("list", 0, "k"): (4, 14),
        ("list", 1, "x"): (5, 5),
        ("list", 1, "y"): (8, 5),
    }
    assert at(found.values["имя",]) == (2, 6, 2, 13)
    assert at(found.values["list", 0, "a"]) == (4, 9, 4, 12)
    assert at(found.values["list", 0, "k", 1]) == (4, 23, 4, 25)
    assert at(found.values["list", 0]) == (4, 5, 4, 27)
    assert found.values["list", 1, "x"].line == 5
    assert at(found.values["list", 1, "y"])[:2] == (8, 7)


def test_positions_before_a_broken_place_are_still_known() -> None:
    found = positions(b"a: 1\nb: 2\nc: [\n", "f")
    assert found.values["b",].line == 2


def test_a_place_is_found_or_the_nearest_around_it() -> None:
    locator = Locator(lambda _: b"a:\n  b: {c: 1}\n  d: |\n    x\n    y\ne: 5\n")
    from stratkit.diagnostics import Origin

    top = Origin("f")
    assert str(locator.span(top.at("a", "b", "c"))) == "f:2:10"
    assert str(locator.span(top.at_key("a", "b", "c"))) == "f:2:7"
    assert str(locator.span(top.at("a", "b", "nothing"))) == "f:2:6"
    assert str(locator.span(top.at("a", "d"))) == "f:3:3"  # a long block is shown by its key
    assert str(locator.span(top.at("nothing"))) == "f:1:1"
    assert locator.line(locator.span(top.at("e"))) == "e: 5"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=30)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | TEXTS
    | st.floats(-1e6, 1e6).map(lambda x: round(x, 3)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5), st.booleans(), st.sampled_from([None, True, False]))
def test_it_agrees_with_another_reader_on_plain_documents(value: object, unicode: bool, flow: bool | None) -> None:
    text = yaml.safe_dump(value, allow_unicode=unicode, default_flow_style=flow, sort_keys=False)
    parsed = parse(text.encode(), "f.yaml")
    assert not any(one.code == "YML001" for one in parsed.findings), text
    expected = yaml.safe_load(text)
    if not parsed.trapped:
        assert same(parsed.value, expected), text


def same(ours: object, theirs: object) -> bool:
    """Equal in kind and value; keys are texts for us."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return list(ours) == [str(key) for key in theirs] and all(
            same(one, other) for one, other in zip(ours.values(), theirs.values(), strict=True)
        )
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, float) and isinstance(theirs, float):
        return math.isclose(ours, theirs)
    return type(ours) is type(theirs) and ours == theirs


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    parsed = parse(data, "f")
    assert parsed.findings or parsed.value is not None
    positions(data, "f")


@settings(max_examples=300, deadline=None)
@given(st.text("ab: \n-[]{}#'\"|>&*!?,%@`\t\\0\u2028é", max_size=60))
def test_no_signs_of_yaml_break_it(text: str) -> None:
    parsed = parse(text.encode(), "f")
    assert parsed.findings or parsed.value is not None
    positions(text.encode(), "f")


def test_more_values_than_anybody_writes_are_refused_where_they_pass_the_limit() -> None:
    finding = only(b"a:\n" + b"- 1\n" * (MAX_VALUES + 5))
    assert (finding.code, *place(finding)) == ("YML004", MAX_VALUES, 3)
    assert parse(b"a:\n" + b"- 1\n" * (MAX_VALUES - 10), "f").value is not None


def test_what_changes_the_direction_of_writing_is_told_wherever_it_stands() -> None:
    text = '# a comment \u202egnp.exe\na: "x\u2066y"\nb: "x\\u2067y"\nc: [\'\\u202E\']\n'
    parsed = parse(text.encode(), "demo/card.yaml")
    assert [(one.code, *place(one)) for one in parsed.findings] == [
        ("YML015", 1, 13),
        ("YML015", 2, 6),
        ("YML015", 3, 4),
    ]
    assert parsed.value == {"a": "x\u2066y", "b": "x\u2067y", "c": ["\\u202E"]}
