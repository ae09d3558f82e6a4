"""The file uses an anchor or an alias.

## Why this is bad
Aliases can expand without end, and a reader who does not know YAML does not see what stands there.

## Example
    # demo/projects/health/booking.yaml
    goal: &goal Запись без очереди   # error: YML009

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

anchor_or_alias = reader_rule("YML009", "anchor-or-alias", Severity.ERROR, __doc__, packs=("form",))
