"""The file uses a merge key.

## Why this is bad
What stands in the entry cannot be seen at its place.

## Example
    # demo/projects/health/booking.yaml
    role: {<<: {kinds: [executor]}, text: Исполнитель}   # error: YML011

## Use instead
    # demo/projects/health/booking.yaml
    role: {kinds: [executor], text: Исполнитель}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

merge_key = reader_rule("YML011", "merge-key", Severity.ERROR, __doc__, packs=("form",))
