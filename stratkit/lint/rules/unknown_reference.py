"""A reference to an id that nothing defines.

## Why this is bad
The link is missing on the website and in the tables of the document.

## Example
    # demo/projects/health/booking.yaml
    challenges: [queue]   # error: REF001

## Use instead
    # demo/projects/health/booking.yaml
    challenges: [queues]
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unknown_reference = reader_rule(
    "REF001", "unknown-reference", Severity.ERROR, __doc__, packs=("references",), fix="unsafe"
)
