"""The file is of a version of the format that this stratkit does not read.

## Why this is bad
A newer format may mean something else by the same key.

## Example
    # demo/projects/health/booking.yaml
    stratkit: project/9   # error: SCH004

## Use instead
    # demo/projects/health/booking.yaml
    stratkit: project/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unknown_format_version = reader_rule("SCH004", "unknown-format-version", Severity.ERROR, __doc__, packs=("form",))
