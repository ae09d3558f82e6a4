"""Markdown, for the summary of a CI job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.diagnostics import Diagnostic, mark
from stratkit.diagnostics.escape import markdown
from stratkit.lint.formats.report import Report, encoded
from stratkit.lint.formats.text import summary
from stratkit.lint.labels import LABELS, title_of

_LIMIT = 65_000
"""Services take comments of 65,536 signs; a summary of a job may be longer, and nobody reads that."""
_HEAD = (mark("Severity"), mark("Place"), mark("Rule"), mark("Finding"), mark("Next step"))
_REST = mark("Further findings, which have no room here: {count}. All are in the other reports.")


def render(report: Report) -> bytes:
    """The summary, then a table with one row for each finding; if that is too long, with the worst that fit."""
    rows = [piece.decode("utf-8", "surrogatepass") for piece in report.pieces(of_file)]
    rest = ""
    if sum(map(len, rows)) > _LIMIT:
        rows, left = _worst(report)
        rest = f"\n{report.translate(_REST).format(count=left)}\n"
    head = f"\n{_row(*map(report.translate, _HEAD))}\n{_row(*['---'] * len(_HEAD))}\n" if rows else ""
    return encoded(f"{summary(report)}\n{head}{''.join(rows)}{rest}")


def _worst(report: Report) -> tuple[list[str], int]:
    """The rows that fit, the worst findings first, and how many were left out."""
    rows: list[str] = []
    space = _LIMIT
    for number, one in enumerate(sorted(report.diagnostics, key=lambda one: -one.severity)):
        row = f"{_finding(report, one)}\n"
        space -= len(row)
        if space < 0:
            return rows, len(report.diagnostics) - number
        rows.append(row)
    return rows, 0


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
