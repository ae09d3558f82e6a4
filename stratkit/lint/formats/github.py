"""Workflow commands of GitHub Actions: findings appear on their lines in the pull request."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.diagnostics import Diagnostic, Severity
from stratkit.diagnostics.escape import workflow_property, workflow_text
from stratkit.lint.formats.report import Report, whole
from stratkit.lint.labels import title_of

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> bytes:
    """One command for each finding."""
    return whole(report.pieces(of_file))


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """The commands for what was found in one file."""
    lines = []
    for one in found:
        text, span = report.sentences(one.message, one.hint), one.span
        title = f"{one.code} {report.translate(title_of(one.rule))}"
        place = (
            f"file={workflow_property(report.path(span))},line={span.line},col={span.column},endLine={span.end_line}"
        )
        lines.append(f"::{_LEVELS[one.severity]} {place},title={workflow_property(title)}::{workflow_text(text)}\n")
    return "".join(lines)
