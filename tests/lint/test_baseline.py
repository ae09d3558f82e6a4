"""The list of findings that a repository lives with."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from stratkit.diagnostics import Diagnostic, Origin, Severity, Span, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.lint import baseline
from stratkit.lint.checking import check
from stratkit.lint.found import merged
from stratkit.lint.request import Request
from stratkit.source import FolderTree, Locator
from tests.conftest import REPOSITORY


def one(code: str = "REF001", path: str = "a/b.yaml", line: int = 1, text: str = "x") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, say("{text}", text=text), Span(path, line))


def test_written_and_read_back() -> None:
    found = merged([one(), one(line=7), one(text="ы")])
    entries = baseline.entries_of(found)
    assert len({entry.fingerprint for entry in entries}) == 3
    text = baseline.as_json(entries)
    assert json.loads(text)["schema"] == "stratkit.baseline/2"
    assert baseline.read(text.encode(), "b.json") == baseline.Baseline(entries)
    assert baseline.read(baseline.as_json([]).encode(), "b.json") == baseline.Baseline()


def known(*found: Diagnostic) -> baseline.Baseline:
    return baseline.Baseline(baseline.entries_of(merged(found)))


def test_lines_move_and_nothing_is_new() -> None:
    assert baseline.compare([one(line=99)], known(one(line=1))).new == ()


def test_a_file_that_moved_brings_nothing_new_and_the_list_follows() -> None:
    before = [replace(one(path=f"a/{name}.yaml", text=text), subject=name) for name, text in (("b", "x"), ("c", "y"))]
    after = merged(
        replace(one(path="a/d/e.yaml", text=each.values["text"]), subject="e") for each in [before[0].message]
    )
    compared = baseline.compare(after, known(*before), files=("a/d/e.yaml", "a/c.yaml"))
    assert (compared.new, compared.moved) == ((), 1)
    assert [entry.file for entry in compared.gone] == ["a/c.yaml"]
    assert compared.left == baseline.entries_of(after)
    assert compared.known == tuple(after)


def test_a_copy_of_a_file_is_new() -> None:
    compared = baseline.compare([one(path="a/d.yaml")], known(one()), files=("a/d.yaml", "a/b.yaml"))
    assert (len(compared.new), compared.moved) == (1, 0)


def test_a_rule_worded_anew_finds_nothing_new() -> None:
    before = replace(one(), message=say("there is no '{id}' in {file}", id="x", file="y"))
    after = replace(one(), message=say("{where} holds nothing called '{name}'", where="y", name="x"))
    other = replace(one(), message=say("{where} holds nothing called '{name}'", where="y", name="z"))
    assert baseline.compare([after], known(before)).new == ()
    assert baseline.compare([other], known(before)).new == (other,)


def test_parts_of_a_sentence_may_be_worded_anew_too() -> None:
    before = replace(one(), message=say("{what}", what=say("the project '{id}'", id="x")))
    after = replace(one(), message=say("see {what}", what=say("project {id}", id="x")))
    assert before.fingerprint == after.fingerprint


def test_one_more_of_the_same_is_new() -> None:
    compared = baseline.compare(merged([one(), one(line=2)]), known(one()))
    assert (len(compared.known), len(compared.new), compared.gone) == (1, 1, ())
    assert compared.new[0].fingerprint != compared.known[0].fingerprint


def test_findings_of_one_fingerprint_are_never_lost() -> None:
    compared = baseline.compare([one(), one(line=2)], known(one(text="y")))
    assert len(compared.new) == 2


def test_what_is_gone_is_told_and_can_be_removed_but_never_added() -> None:
    compared = baseline.compare(
        merged([one(), one(text="z"), one(text="new")]), known(one(), one(line=2), one(text="y"), one(text="z"))
    )
    second = merged([one(), one(line=2)])[1]
    assert {entry.fingerprint for entry in compared.gone} == {second.fingerprint, one(text="y").fingerprint}
    assert {entry.fingerprint for entry in compared.left} == {one().fingerprint, one(text="z").fingerprint}
    assert [str(new.message) for new in compared.new] == ["new"]


def test_what_was_not_judged_stays() -> None:
    entries = known(one(), one(code="TXT007", path="c/d.yaml"))
    compared = baseline.compare([], entries, lambda code, _path: code == "REF001")
    assert [entry.code for entry in compared.gone] == ["REF001"]
    assert [entry.code for entry in compared.left] == ["TXT007"]


def test_a_list_of_the_former_version_counts_findings_alike() -> None:
    former = b'{"schema": "stratkit.baseline/1", "findings": [%s]}' % (
        b'{"fingerprint": "35024f6896a4", "code": "REF001", "file": "a/b.yaml", "count": 2}'
    )
    entries = baseline.read(former, "b.json")
    assert entries.former
    compared = baseline.compare(merged([one(), one(line=2), one(line=3)]), entries)
    assert (len(compared.known), len(compared.new), compared.gone) == (2, 1, ())
    assert len(baseline.compare([one()], entries).gone) == 1


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
        (b'{"schema": "stratkit.baseline/2", "findings": [{"fingerprint": "a", "code": "b"}]}', "is no baseline"),
        (b'{"schema": "stratkit.baseline/9", "findings": []}', "version 'stratkit.baseline/9'"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        baseline.read(data, "b.json")
    assert words in str(raised.value)
    assert raised.value.hint is not None


def test_every_finding_of_the_strategies_has_a_fingerprint_of_its_own() -> None:
    found = check(FolderTree(REPOSITORY / "strategies"), Request()).findings
    assert len({one.fingerprint for one in found}) == len(found) > 100


def test_the_place_of_a_finding_says_what_items_of_lists_are_called() -> None:
    data = b"""
    indicators:
      - {id: e-records, plan: {2024: 40}}
    challenges: [queues]
    milestones:
      - {by: 2022, text: x}
    """
    locator = Locator(lambda _path: data)
    named = {
        ("indicators", 0, "plan", "2024"): "indicators/id=e-records/plan/2024",
        ("challenges", 0): "challenges/=queues",
        ("milestones", 0, "text"): "milestones/*/text",
        ("milestones", 7, "text"): "milestones/*/text",
        ("challenges",): "challenges",
    }
    assert {pointer: locator.name(Origin("a.yaml", pointer)) for pointer in named} == named
