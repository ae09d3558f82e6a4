"""There is no such date.

## Why this is bad
It cannot be compared with the period of the strategy.

## Example
    # demo/projects/health/booking.yaml
    term: {to: 2024-02-30, text: До конца февраля 2024 года}   # error: SCH007

## Use instead
    # demo/projects/health/booking.yaml
    term: {to: 2024-02-29, text: До конца февраля 2024 года}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

impossible_date = reader_rule("SCH007", "impossible-date", Severity.ERROR, __doc__, packs=("form",))
