"""A file without which a strategy or the catalogue cannot be read is missing.

## Why this is bad
Everything that refers to it would be reported as unknown.

## Example
    # catalog/roles.yaml
    # file: absent   # error: REF004

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

missing_file = reader_rule("REF004", "missing-file", Severity.ERROR, __doc__, packs=("references",))
