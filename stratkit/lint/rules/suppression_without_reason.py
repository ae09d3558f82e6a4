"""A comment suppresses a finding and does not say why.

## Why this is bad
A year later nobody knows whether the reason still holds. Without a reason the comment has no effect.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу - за минуту   # stratkit: ignore[TXT007]   # error: SUP002

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу - за минуту   # stratkit: ignore[TXT007] — так в тексте акта
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

suppression_without_reason = reader_rule(
    "SUP002", "suppression-without-reason", Severity.ERROR, __doc__, packs=("form",)
)
