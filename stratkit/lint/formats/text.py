"""For people: place, message, the line itself, the next step."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.diagnostics import Diagnostic, Severity, mark
from stratkit.diagnostics.visible import visible
from stratkit.lint.formats.report import Report, whole
from stratkit.lint.labels import LABELS, title_of

_HINT = mark("hint")
_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}


def render(report: Report) -> bytes:
    """The whole report."""
    if report.statistics:
        counted = (f"{count:6}  {code}  {report.translate(title_of(name))}\n" for code, name, count in report.by_code)
        return whole([*counted, f"{summary(report)}\n"])
    return whole([*report.pieces(of_file), f"{summary(report)}\n"])


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """What was found in one file."""
    return "".join(f"{line}\n" for one in found for line in (*_finding(report, one), ""))


def summary(report: Report) -> str:
    """The last line: how many of what."""
    return _counted(report) + "".join(
        f"; {report.translate(words).format(count=count)}"
        for words, count in (
            (mark("suppressed: {count}"), len(report.waived)),
            (mark("in the baseline: {count}"), report.known),
            (mark("less severe, not shown: {count} (see --level)"), report.lesser),
        )
        if count
    )


def _counted(report: Report) -> str:
    translate = report.translate
    if not report.found.sheets:
        return translate(mark("No findings; files checked: {files}")).format(files=report.files)
    parts = [
        translate(mark("errors: {count}")).format(count=report.counts[Severity.ERROR]),
        translate(mark("warnings: {count}")).format(count=report.counts[Severity.WARNING]),
        translate(mark("notes: {count}")).format(count=report.counts[Severity.INFO]),
    ]
    return translate(mark("Findings: {parts}; files checked: {files}")).format(
        parts=", ".join(parts), files=report.files
    )


def _paint(report: Report, text: str, color: str) -> str:
    return f"\033[{color}m{text}\033[0m" if report.color else text


def _finding(report: Report, one: Diagnostic) -> list[str]:
    label = _paint(report, f"{report.translate(LABELS[one.severity])} {one.code}", _COLORS[one.severity])
    lines = [f"{one.span}: {label}: {visible(report.words(one.message))}", *_frame(report, one)]
    lines += [f"    {visible(report.words(related.message))}: {related.span}" for related in one.related]
    if one.hint is not None:
        lines.append(f"    {report.translate(_HINT)}: {visible(report.words(one.hint))}")
    return lines


def _frame(report: Report, one: Diagnostic) -> list[str]:
    source = report.line(one.span)
    if not source.strip():
        return []
    start = one.span.column - 1
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(source)
    before, marked = visible(source[:start]), visible(source[start : max(end, start + 1)])
    shown = visible(source)
    room = report.width
    cut = max(0, len(before) - room // 2) if len(shown) > room else 0
    prefix = "…" if cut else ""
    window = prefix + shown[cut : cut + room] + ("…" if len(shown) > cut + room else "")
    width = max(1, min(len(marked), room - (len(before) - cut)))
    number = f"{one.span.line:5}"
    arrows = _paint(report, "^" * width, _COLORS[one.severity])
    return [f"{number} │ {window}", f"{'':5} │ {' ' * (len(before) - cut + len(prefix))}{arrows}"]
