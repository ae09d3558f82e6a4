"""Workflow commands of GitHub Actions: changes appear on their lines in the pull request."""

from __future__ import annotations

from stratkit.diagnostics.escape import workflow_property, workflow_text
from stratkit.diff.change import Change, Direction
from stratkit.diff.formats.report import Report


def render(report: Report) -> str:
    """One command for each change; one that is gone stands at its file, since the old side has no lines there."""
    return "".join(_command(report, one) for one in report.changes)


def _command(report: Report, one: Change) -> str:
    before, after = report.span(one)
    span = after or before
    level = "warning" if one.weakens else "notice"
    place = f"file={workflow_property(report.prefix + span.path)}" if span else ""
    if after is not None:
        place += f",line={after.line},col={after.column},endLine={after.end_line}"
    values = f"{report.value(one, one.old)} → {report.value(one, one.new)}"
    sign = {Direction.UP: "↑ ", Direction.DOWN: "↓ "}.get(one.direction, "")
    text = f"{sign}{report.heading(one)}: {report.sentence(one)}: {values} [{one.fingerprint}]"
    return f"::{level} {place},title={workflow_property(one.kind.code)}::{workflow_text(text)}\n"
