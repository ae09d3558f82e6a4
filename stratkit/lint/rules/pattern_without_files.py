"""A pattern in the settings fits no file.

## Why this is bad
What is set for it holds nowhere, and nobody notices: a misspelt folder, or files that are gone.

## Example
    # stratkit.yaml
    lint:
      paths:
        'demo/projekts/*/*': {TXT007: off}   # error: FRM004

## Use instead
    # stratkit.yaml
    lint:
      paths:
        'demo/projects/*/*': {TXT007: off}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

pattern_without_files = reader_rule("FRM004", "pattern-without-files", Severity.WARNING, __doc__, packs=("form",))
