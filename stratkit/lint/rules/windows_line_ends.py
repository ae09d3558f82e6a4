"""The file has Windows line ends.

## Why this is bad
Every line shows as changed in the history.

## Example
    # demo/retired.yaml
    # file: crlf   # error: YML006
    stratkit: retired/1

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

windows_line_ends = reader_rule("YML006", "windows-line-ends", Severity.WARNING, __doc__, packs=("form",), fix="safe")
