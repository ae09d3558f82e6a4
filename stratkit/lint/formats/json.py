"""Findings as data; the format is described by ``schema/findings.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stratkit import __version__
from stratkit.diagnostics import Diagnostic, Span
from stratkit.lint.formats.layout import entries, list_of
from stratkit.lint.formats.report import Report, whole

SCHEMA = "stratkit.findings/1"
_DEPTH = 2


def render(report: Report) -> bytes:
    """All findings, one JSON document."""
    head = {"schema": SCHEMA, "tool": {"name": "stratkit", "version": __version__}}
    foot = {
        "suppressed": [{**_finding(report, one), "waiver": _waiver(one)} for one in report.waived],
        "summary": {
            **{severity.label: count for severity, count in report.counts.items()},
            "suppressed": len(report.waived),
            "baseline": report.known,
        },
    }
    findings = list_of(report.pieces(of_file), _DEPTH)
    return whole([f'{_laid_out(head)[:-2]},\n  "findings": ', findings, f",{_laid_out(foot)[1:]}\n"])


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """What was found in one file."""
    return entries((_finding(report, one) for one in found), _DEPTH)


def _laid_out(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2)


def _finding(report: Report, one: Diagnostic) -> dict[str, Any]:
    from stratkit.lint.selection import BY_CODE  # what was drawn before is shown without the rules

    rule = BY_CODE[one.code].rule
    return {
        "code": one.code,
        "rule": one.rule,
        "packs": list(rule.packs),
        "clause": rule.clause.as_data(report.translate) if rule.clause else None,
        "severity": one.severity.label,
        "fingerprint": one.fingerprint,
        "message": report.words(one.message),
        "hint": report.words(one.hint) if one.hint else None,
        "subject": one.subject or None,
        "pointer": one.pointer,
        "span": _span(one.span),
        "related": [{"message": report.words(each.message), "span": _span(each.span)} for each in one.related],
        "fix": _fix(one),
    }


def _fix(one: Diagnostic) -> dict[str, Any] | None:
    if one.fix is None:
        return None
    return {"safe": one.fix.safe, "edits": [{"span": _span(edit.span), "text": edit.text} for edit in one.fix.edits]}


def _waiver(one: Diagnostic) -> dict[str, Any]:
    return {"reason": one.waiver.reason if one.waiver else "", "until": one.waiver.until if one.waiver else None}


def _span(span: Span) -> dict[str, Any]:
    return {"file": span.path, "start": [span.line, span.column], "end": [span.end_line, span.end_column]}
