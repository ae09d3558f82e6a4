"""The nesting is deeper than 64 levels.

## Why this is bad
No strategy needs it; it stops programs.

## Example
    # demo/projects/health/booking.yaml
    goal: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[   # error: YML014

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

deep_nesting = reader_rule("YML014", "deep-nesting", Severity.ERROR, __doc__, packs=("form",))
