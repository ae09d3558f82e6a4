"""An unquoted value is read one way by one program and another way by the next.

## Why this is bad
In YAML `no` is a word or a negation, `010` is ten or eight, `1e3` is a text or a thousand.

## Example
    # demo/projects/health/booking.yaml
    short_title: да   # error: YML007

## Use instead
    # demo/projects/health/booking.yaml
    short_title: "да"
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

ambiguous_scalar = reader_rule("YML007", "ambiguous-scalar", Severity.ERROR, __doc__, packs=("form",))
