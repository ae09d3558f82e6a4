"""A value is not of the kind that its key asks for.

## Why this is bad
The entry cannot be used; nothing of the file reaches the document.

## Example
    # demo/projects/health/booking.yaml
    term: {to: "скоро", text: До 2030 года}   # error: SCH001

## Use instead
    # demo/projects/health/booking.yaml
    term: {to: 2030, text: До 2030 года}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

wrong_value = reader_rule("SCH001", "wrong-value", Severity.ERROR, __doc__, packs=("form",))
