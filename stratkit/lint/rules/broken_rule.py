"""A rule of stratkit itself broke.

## Why this is bad
The other rules ran, but what this one would have found is not known. Report it; until then switch the rule off.

## Example
    # stratkit.yaml
    # file: a rule that raises   # error: INT001

## Use instead
    # stratkit.yaml
    title: Стратегии вымышленных регионов
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

broken_rule = reader_rule("INT001", "broken-rule", Severity.ERROR, __doc__, packs=("form",))
