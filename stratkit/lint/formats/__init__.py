"""Forms of the report; the list exists once, and what draws a form is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from stratkit.diagnostics import Diagnostic
from stratkit.immutable import immutable
from stratkit.lint.formats.layout import BETWEEN
from stratkit.lint.formats.report import Report


@immutable
class Form:
    """A form of the report.

    Args:
        name: of the form and of the module that draws it.
        by_file: each file is drawn by itself, whatever stands in the others: then it need not be drawn again.
        between: what stands between the files.
    """

    name: str
    by_file: bool = True
    between: str = ""

    def __call__(self, report: Report) -> bytes:
        """The whole report, in UTF-8."""
        told: bytes = self._module.render(report)
        return told

    def of_file(self, report: Report, found: Sequence[Diagnostic]) -> str:
        """The piece of the report that shows what was found in one file."""
        text: str = self._module.of_file(report, found)
        return text

    @property
    def _module(self) -> ModuleType:
        return import_module(f"{__name__}.{self.name}")


_FORMS = (
    Form("text"),
    Form("concise"),
    Form("json", between=BETWEEN),
    Form("sarif", by_file=False),
    Form("github"),
    Form("gitlab", between=BETWEEN),
    Form("junit"),
    Form("markdown"),
)
REPORTS = {form.name: form for form in _FORMS}

__all__ = ["REPORTS", "Form", "Report"]
