"""The report of code quality that GitLab shows in merge requests."""

from __future__ import annotations

import json

from stratkit.diagnostics import Severity
from stratkit.lint.formats.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """A list with one entry for each finding."""
    entries = [
        {
            "description": f"{one.code}: {report.words(one.message)}",
            "check_name": one.code,
            "fingerprint": one.fingerprint,
            "severity": _SEVERITIES[one.severity],
            "location": {"path": report.path(one.span), "lines": {"begin": one.span.line, "end": one.span.end_line}},
        }
        for one in report.diagnostics
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
