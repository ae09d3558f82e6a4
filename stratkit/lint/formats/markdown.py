"""Markdown, for the summary of a CI job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.diagnostics import Diagnostic, mark
from stratkit.diagnostics.escape import markdown
from stratkit.lint.formats.report import Report
from stratkit.lint.formats.text import summary
from stratkit.lint.labels import LABELS, title_of

_HEAD = (mark("Severity"), mark("Place"), mark("Rule"), mark("Finding"), mark("Next step"))


def render(report: Report) -> str:
    """The summary, then a table with one row for each finding."""
    rows = "".join(report.pieces(of_file))
    head = f"\n{_row(*map(report.translate, _HEAD))}\n{_row(*['---'] * len(_HEAD))}\n" if rows else ""
    return f"{summary(report)}\n{head}{rows}"


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """The rows for what was found in one file."""
    return "".join(f"{_finding(report, one)}\n" for one in found)


def _finding(report: Report, one: Diagnostic) -> str:
    rule = f"{one.code} {markdown(report.translate(title_of(one.rule)))}"
    text, hint = (markdown(report.sentences(part)) for part in (one.message, one.hint))
    place = f"{report.path(one.span)}:{one.span.line}:{one.span.column}"
    return _row(report.translate(LABELS[one.severity]), markdown(place), rule, text, hint)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
