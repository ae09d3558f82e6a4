"""What severities are called where people read them."""

from __future__ import annotations

from typing import Final

from stratkit.diagnostics import Severity, mark

LABELS: Final = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.INFO: mark("note")}
"""The word for each severity, marked for translation."""
