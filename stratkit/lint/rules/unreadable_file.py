"""A file was passed over because it cannot be read safely.

## Why this is bad
What stands in it reaches neither the document nor the website.

## Example
    # demo/projects/health/linked.yaml
    # file: link to /etc/passwd   # error: SRC001

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unreadable_file = reader_rule("SRC001", "unreadable-file", Severity.WARNING, __doc__, packs=("form",))
