"""The keys of an entry are not in the usual order.

## Why this is bad
Files that look alike are read and compared faster; `stratkit fmt` puts the keys in order and keeps the comments.

## Example
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        bodies: [digital-ministry]   # error: FRM001
        role: coordinator
      - text: Министерство здравоохранения исполняет проекты своей отрасли.
        role: executor
        bodies: [health-ministry]

## Use instead
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
      - text: Министерство здравоохранения исполняет проекты своей отрасли.
        role: executor
        bodies: [health-ministry]
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

keys_out_of_order = reader_rule("FRM001", "keys-out-of-order", Severity.INFO, __doc__, packs=("form",), fix="safe")
