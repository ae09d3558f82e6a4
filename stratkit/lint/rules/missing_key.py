"""A key that every entry must have is missing.

## Why this is bad
The document would have a hole. What is unknown is written as `null`, so that everybody sees it.

## Example
    # demo/projects/health/booking.yaml
    role: {kinds: [executor]}   # error: SCH006

## Use instead
    # demo/projects/health/booking.yaml
    role: {kinds: [executor], text: Исполнитель}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

missing_key = reader_rule("SCH006", "missing-key", Severity.ERROR, __doc__, packs=("form",))
