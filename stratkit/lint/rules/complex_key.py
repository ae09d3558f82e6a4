"""A list or a mapping is used as a key.

## Why this is bad
No key of a strategy is anything but a word.

## Example
    # demo/projects/health/booking.yaml
    ? [goal]   # error: YML012
    : Запись без очереди

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

complex_key = reader_rule("YML012", "complex-key", Severity.ERROR, __doc__, packs=("form",))
