"""A comment suppresses findings of a rule that does not exist, or of none at all.

## Why this is bad
The author believes that a finding is settled, and it is not; a misspelt code may hide another one later.

## Example
    # demo/projects/health/booking.yaml
    # stratkit: ignore[TXT0007] — так в тексте акта   # error: SUP001
    goal: Запись к врачу - за минуту

## Use instead
    # demo/projects/health/booking.yaml
    # stratkit: ignore[TXT007] — так в тексте акта
    goal: Запись к врачу - за минуту
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

suppression_of_unknown_rule = reader_rule(
    "SUP001", "suppression-of-unknown-rule", Severity.ERROR, __doc__, packs=("form",)
)
