"""The report of code quality that GitLab shows in merge requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stratkit.diagnostics import Diagnostic, Severity
from stratkit.lint.formats.layout import entries, list_of
from stratkit.lint.formats.report import Report, whole

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> bytes:
    """A list with one entry for each finding."""
    return whole([list_of(report.pieces(of_file)), "\n"])


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """The entries for what was found in one file."""
    return entries(_entry(report, one) for one in found)


def _entry(report: Report, one: Diagnostic) -> dict[str, Any]:
    return {
        "description": f"{one.code}: {report.sentences(one.message, one.hint)}",
        "check_name": one.code,
        "fingerprint": one.fingerprint,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": report.path(one.span), "lines": {"begin": one.span.line, "end": one.span.end_line}},
    }
