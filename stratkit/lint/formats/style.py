"""How a run shows what it finds in a file: what was drawn once is not drawn again for the same reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple
from functools import cached_property

from stratkit.diagnostics import Severity, Span
from stratkit.diagnostics.language import translations
from stratkit.immutable import immutable
from stratkit.lint.formats import REPORTS
from stratkit.lint.formats.report import WIDTH, Report, encoded
from stratkit.lint.found import Sheet


@immutable
class Style:
    """How findings are shown.

    Args:
        form: of the report.
        language: of the reader.
        level: only findings that matter so much.
        color: colours are wanted.
        prefix: leads from the folder of the run to the folder of strategies.
        width: how many signs of a line of a file are shown.
    """

    form: str
    language: str
    level: Severity
    color: bool = False
    prefix: str = ""
    width: int = WIDTH

    @cached_property
    def key(self) -> str:
        """Says the same of equal styles, and of no others."""
        return repr(astuple(self))

    def drawn(self, sheets: Iterable[Sheet], line: Callable[[Span], str]) -> list[bytes]:
        """What was found in each file as it is shown; nothing where it does not matter enough.

        Args:
            sheets: what was found.
            line: gives the text of the line on which a span starts.
        """
        report = Report(
            (), translations(self.language).gettext, line, color=self.color, prefix=self.prefix, width=self.width
        )
        form = REPORTS[self.form]
        shown = [sheet.at_least(self.level) for sheet in sheets]
        return [encoded(form.of_file(report, sheet.found)) if sheet is not None else b"" for sheet in shown]
