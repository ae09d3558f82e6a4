"""The file is larger than 4 MB.

## Why this is bad
Nobody can review it, and it stops the tools.

## Example
    # demo/retired.yaml
    # file: 5000000 bytes   # error: YML004

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

huge_file = reader_rule("YML004", "huge-file", Severity.ERROR, __doc__, packs=("form",))
