"""Blanks stand at the end of lines.

## Why this is bad
Nobody sees them, and they show up as changes in the history.

## Example
    # demo/projects/health/booking.yaml
    # file: blanks at line ends   # error: FRM003

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

trailing_blanks = reader_rule("FRM003", "trailing-blanks", Severity.INFO, __doc__, packs=("form",), fix="safe")
