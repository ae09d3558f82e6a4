"""The file holds more than one document.

## Why this is bad
Only one would be read.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
    ---   # error: YML013
    note: вторая часть

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
    note: вторая часть
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

several_documents = reader_rule("YML013", "several-documents", Severity.ERROR, __doc__, packs=("form",))
