"""Two entities claim one id.

## Why this is bad
Nobody can tell which one a reference means; the second is left out.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: health-ministry, title: Министерство здоровья}   # error: REF003

## Use instead
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

duplicate_id = reader_rule("REF003", "duplicate-id", Severity.ERROR, __doc__, packs=("references",))
