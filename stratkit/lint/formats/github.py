"""Workflow commands of GitHub Actions: findings appear on their lines in the pull request."""

from __future__ import annotations

from stratkit.diagnostics import Severity
from stratkit.lint.formats.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """One command for each finding."""
    lines = []
    for one in report.diagnostics:
        text = report.words(one.message) + (f". {report.words(one.hint)}" if one.hint else "")
        span = one.span
        place = f"file={_property(report.path(span))},line={span.line},col={span.column},endLine={span.end_line}"
        lines.append(f"::{_LEVELS[one.severity]} {place},title={_property(one.code)}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
