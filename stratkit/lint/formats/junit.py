"""JUnit XML, which nearly every CI service reads: a suite for each file, a case for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from stratkit.diagnostics import Diagnostic, Severity
from stratkit.diagnostics.visible import visible
from stratkit.lint.formats.report import Report, encoded, whole


def render(report: Report) -> bytes:
    """All findings; notes do not count as failures. Without findings there is one case that passes."""
    empty = '  <testsuite name="stratkit" tests="1" failures="0">\n    <testcase name="lint"/>\n  </testsuite>\n'
    failures = sum(count for severity, count in report.counts.items() if severity > Severity.INFO)
    head = f'<testsuites name="stratkit" tests="{sum(report.counts.values()) or 1}" failures="{failures}">'
    suites = list(report.pieces(of_file))
    return whole(
        [f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n', *(suites or [encoded(empty)]), "</testsuites>\n"]
    )


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """The suite of one file."""
    path = report.path(found[0].span)
    failures = sum(one.severity > Severity.INFO for one in found)
    cases = "".join(_case(report, path, one) for one in found)
    return f'  <testsuite name={quoteattr(path)} tests="{len(found)}" failures="{failures}">\n{cases}  </testsuite>\n'


def _case(report: Report, path: str, one: Diagnostic) -> str:
    message = visible(report.words(one.message))
    name = f"{one.code} {one.rule} {one.span.line}:{one.span.column} {one.fingerprint}"
    body = escape(f"{path}:{one.span.line}:{one.span.column}: {message}")
    if one.hint is not None:
        body += "\n" + escape(visible(report.words(one.hint)))
    if one.severity > Severity.INFO:
        inner = f'<failure type="{one.severity.label}" message={quoteattr(message)}>{body}</failure>'
    else:
        inner = f"<system-out>{body}</system-out>"
    return f"    <testcase classname={quoteattr(path)} name={quoteattr(name)}>{inner}</testcase>\n"
