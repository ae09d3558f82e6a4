"""A comment suppressed a finding up to a day that is over, or that does not exist.

## Why this is bad
Somebody promised to mend the finding by then. After the day the comment has no effect, and the finding is back.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу - за минуту   # stratkit: ignore[TXT007] — правим в новой редакции (до 2001-12-31)   # error: SUP003

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу - за минуту   # stratkit: ignore[TXT007] — правим в новой редакции (до 2199-12-31)
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

expired_suppression = reader_rule("SUP003", "expired-suppression", Severity.ERROR, __doc__, packs=("form",))
