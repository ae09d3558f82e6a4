"""A file stands in a folder where files of its kind do not belong.

## Why this is bad
People look for it elsewhere, and the links by folder break.

## Example
    # demo/projects/health/more.yaml
    stratkit: bodies/1   # error: SCH003
    bodies: []

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

misplaced_file = reader_rule("SCH003", "misplaced-file", Severity.ERROR, __doc__, packs=("form",))
