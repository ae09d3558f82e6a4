"""A reference to something that was removed.

## Why this is bad
The document would promise what no longer exists.

## Example
    # demo/retired.yaml
    stratkit: retired/1
    entries:
      - {kind: challenge, id: forms, superseded_by: queues}
    # demo/projects/health/booking.yaml
    challenges: [queues, forms]   # error: REF002

## Use instead
    # demo/projects/health/booking.yaml
    challenges: [queues]
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

retired_reference = reader_rule("REF002", "retired-reference", Severity.ERROR, __doc__, packs=("references",))
