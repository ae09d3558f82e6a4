"""A document profile does not hold together.

## Why this is bad
The official document cannot be made.

## Example
    # catalog/profiles/demo.yaml
    based_on: federel   # error: PRF001

## Use instead
    # catalog/profiles/demo.yaml
    based_on: federal
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

broken_profile = reader_rule("PRF001", "broken-profile", Severity.ERROR, __doc__, packs=("form",))
