"""What severities and rules are called where people read them."""

from __future__ import annotations

from typing import Final

from stratkit.diagnostics import Severity, mark

LABELS: Final = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.INFO: mark("note")}
"""The word for each severity, marked for translation."""

_CAPITALS: Final = {"Not utf 8": "Not UTF-8", "Broken yaml": "Broken YAML"}


def title_of(name: str) -> str:
    """The title of the rule *name* in plain words, to be translated: the name itself without its hyphens."""
    words = name.replace("-", " ").capitalize()
    return _CAPITALS.get(words, words)
