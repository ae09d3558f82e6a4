"""A comment suppresses a finding that is not there.

## Why this is bad
The finding was mended, or the comment stands in the wrong line. Left in place, it would hide the next one.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу за минуту   # stratkit: ignore[TXT007] — так в тексте акта   # error: SUP004

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу за минуту
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unused_suppression = reader_rule("SUP004", "unused-suppression", Severity.WARNING, __doc__, packs=("form",))
