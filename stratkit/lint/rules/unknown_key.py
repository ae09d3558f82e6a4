"""A key is not one of those that the entry has.

## Why this is bad
What stands under a misspelt key is lost.

## Example
    # demo/projects/health/booking.yaml
    gaol: Запись без очереди   # error: SCH005

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unknown_key = reader_rule("SCH005", "unknown-key", Severity.ERROR, __doc__, packs=("form",), fix="unsafe")
