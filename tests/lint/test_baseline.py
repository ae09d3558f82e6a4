"""The list of findings that a repository lives with."""

from __future__ import annotations

import json

import pytest

from stratkit.diagnostics import Diagnostic, Severity, Span, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.lint import baseline


def one(code: str = "REF001", path: str = "a/b.yaml", line: int = 1, text: str = "x") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, say("{text}", text=text), Span(path, line))


def test_written_and_read_back() -> None:
    found = [one(), one(line=7), one(text="ы")]
    entries = baseline.entries_of(found)
    assert sorted(entry.count for entry in entries) == [1, 2]
    text = baseline.as_json(entries)
    assert json.loads(text)["schema"] == "stratkit.baseline/1"
    assert baseline.read(text.encode(), "b.json") == entries
    assert baseline.read(baseline.as_json([]).encode(), "b.json") == ()


def test_lines_move_and_nothing_is_new() -> None:
    entries = baseline.entries_of([one(line=1)])
    assert baseline.compare([one(line=99)], entries).new == ()


def test_one_more_of_the_same_is_new() -> None:
    entries = baseline.entries_of([one()])
    compared = baseline.compare([one(), one(line=2)], entries)
    assert (len(compared.known), len(compared.new), compared.gone) == (1, 1, ())


def test_what_is_gone_is_told_and_can_be_removed_but_never_added() -> None:
    entries = baseline.entries_of([one(), one(line=2), one(text="y"), one(text="z")])
    compared = baseline.compare([one(), one(text="z"), one(text="new")], entries)
    assert [(entry.fingerprint, entry.count) for entry in compared.gone] == [
        (entry.fingerprint, 1)
        for entry in entries
        if entry.fingerprint in (one().fingerprint, one(text="y").fingerprint)
    ]
    assert {(entry.fingerprint, entry.count) for entry in compared.left} == {
        (one().fingerprint, 1), (one(text="z").fingerprint, 1),
    }  # fmt: skip


def test_what_was_not_judged_stays() -> None:
    entries = baseline.entries_of([one(), one(code="TXT007", path="c/d.yaml")])
    compared = baseline.compare([], entries, lambda code, _path: code == "REF001")
    assert [entry.code for entry in compared.gone] == ["REF001"]
    assert [entry.code for entry in compared.left] == ["TXT007"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no baseline"),
        (b"\xff", "is no baseline"),
        (b"[]", "is no baseline"),
        (b'{"schema": "stratkit.findings/1"}', "is no baseline"),
        (b'{"schema": "stratkit.baseline/1"}', "is no baseline"),
        (b'{"schema": "stratkit.baseline/1", "findings": [1]}', "is no baseline"),
        (b'{"schema": "stratkit.baseline/1", "findings": [{"fingerprint": "a", "code": "b", "file": "c", "count": 0}]}',
         "is no baseline"),
        (b'{"schema": "stratkit.baseline/9", "findings": []}', "version 'stratkit.baseline/9'"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        baseline.read(data, "b.json")
    assert words in str(raised.value)
    assert raised.value.hint is not None
