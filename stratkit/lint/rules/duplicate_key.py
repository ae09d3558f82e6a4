"""A key stands twice.

## Why this is bad
One of the two values is lost without a word.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
    goal: Запись в один шаг   # error: YML008

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

duplicate_key = reader_rule("YML008", "duplicate-key", Severity.ERROR, __doc__, packs=("form",))
