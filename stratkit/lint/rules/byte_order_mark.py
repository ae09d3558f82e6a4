"""The file starts with an invisible byte order mark.

## Why this is bad
Other programs take it for a part of the first key.

## Example
    # demo/retired.yaml
    # file: bom   # error: YML005
    stratkit: retired/1

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

byte_order_mark = reader_rule("YML005", "byte-order-mark", Severity.WARNING, __doc__, packs=("form",), fix="safe")
