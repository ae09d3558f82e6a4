"""The file is empty.

## Why this is bad
An empty file says nothing, and nobody knows whether its content was lost.

## Example
    # demo/retired.yaml
    # file: empty   # error: YML002

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

empty_file = reader_rule("YML002", "empty-file", Severity.ERROR, __doc__, packs=("form",))
