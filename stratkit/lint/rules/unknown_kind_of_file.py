"""The file does not say what it is, or says something unknown.

## Why this is bad
Each file names its kind and the version of its format in the key `stratkit`; without it nothing can be checked.

## Example
    # demo/projects/health/booking.yaml
    stratkit: projekt/1   # error: SCH002

## Use instead
    # demo/projects/health/booking.yaml
    stratkit: project/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

unknown_kind_of_file = reader_rule("SCH002", "unknown-kind-of-file", Severity.ERROR, __doc__, packs=("form",))
