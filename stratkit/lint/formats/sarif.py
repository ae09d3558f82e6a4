"""SARIF 2.1.0, the format of code scanning services: columns count code points, paths are relative."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from stratkit import __version__
from stratkit.diagnostics import Diagnostic, Fix, Severity, Span, mark
from stratkit.lint.documentation import as_markdown, as_text, reasons
from stratkit.lint.formats.report import Report, encoded
from stratkit.lint.rule import Rule
from stratkit.lint.selection import BY_CODE
from stratkit.lint.verdict import INTERNAL

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "stratkit/v2"
GITHUB_FINGERPRINT = "primaryLocationLineHash"
"""The only one that GitHub looks at. It would make one of the line, and several findings of a line would be one alert."""
ROOT = "%SRCROOT%"
"""What paths start from, as the standard and its viewers call it: the top of the repository."""
_ROOT_MEANS = mark("the folder in which stratkit ran, as a rule the top of the repository")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> bytes:
    """One run with all findings; only the rules that found something are described."""
    everything = sorted((*report.diagnostics, *report.waived), key=lambda one: one.sort_key)
    codes = sorted({one.code for one in everything})
    rules = [BY_CODE[code].rule for code in codes]
    index = {rule.code: position for position, rule in enumerate(rules)}
    driver = {"name": "stratkit", "version": __version__, "rules": [_rule(report, rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "invocations": [{"executionSuccessful": INTERNAL not in codes}],
        "originalUriBaseIds": {ROOT: {"description": {"text": report.translate(_ROOT_MEANS)}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, one, index[one.code]) for one in everything],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return encoded(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _rule(report: Report, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": report.translate(rule.title)},
        "fullDescription": {"text": "\n\n".join(report.translate(one) for one in (rule.summary, *reasons(rule)))},
        "help": {"text": as_text(rule, report.translate), "markdown": as_markdown(rule, report.translate)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": _properties(report, rule),
    }


def _properties(report: Report, rule: Rule) -> dict[str, Any]:
    """What SARIF has no key for: packs, mending, and the clause with its edition."""
    properties: dict[str, Any] = {"tags": [rule.group, *rule.packs], "status": rule.status, "fix": rule.fix}
    if rule.clause is not None:
        properties["clause"] = rule.clause.as_data(report.translate)
    return properties


def _result(report: Report, one: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": report.sentences(one.message, one.hint)},
        "locations": [_location(report, one.span)],
        "partialFingerprints": {FINGERPRINT: one.fingerprint, GITHUB_FINGERPRINT: one.fingerprint},
    }
    if one.related:
        result["relatedLocations"] = [
            {**_location(report, each.span), "message": {"text": report.words(each.message)}} for each in one.related
        ]
    if one.waiver is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": one.waiver.reason}]
    if one.fix is not None:
        result["fixes"] = [{"artifactChanges": [_changes(report, one.span, one.fix)]}]
    return result


def _changes(report: Report, span: Span, fix: Fix) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    return {"artifactLocation": _file(report, span), "replacements": replacements}


def _location(report: Report, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _file(report, span), "region": _region(span)}}


def _file(report: Report, span: Span) -> dict[str, str]:
    return {"uri": quote(report.path(span)), "uriBaseId": ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
