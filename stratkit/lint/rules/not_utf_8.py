"""The file is in an encoding other than UTF-8.

## Why this is bad
Letters would turn into others.

## Example
    # demo/bodies.yaml
    # file: cp1251   # error: YML003

## Use instead
    # demo/bodies.yaml
    stratkit: bodies/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

not_utf_8 = reader_rule("YML003", "not-utf-8", Severity.ERROR, __doc__, packs=("form",))
