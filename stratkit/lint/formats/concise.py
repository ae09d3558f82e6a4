"""One line for each finding, for tools that read lines."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.visible import visible
from stratkit.lint.formats.report import Report, whole


def render(report: Report) -> bytes:
    """``path:line:column: severity CODE: message``."""
    return whole(report.pieces(of_file))


def of_file(report: Report, found: Sequence[Diagnostic]) -> str:
    """What was found in one file."""
    return "".join(
        f"{one.span}: {one.severity.label} {one.code}: {visible(report.words(one.message))}\n" for one in found
    )
