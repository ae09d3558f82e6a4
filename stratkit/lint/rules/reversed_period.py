"""The period of the strategy ends before it starts.

## Why this is bad
No year would be shown, and no term would fit.

## Example
    # demo/strategy.yaml
    period: {from: 2024, to: 2022}   # error: TRM001

## Use instead
    # demo/strategy.yaml
    period: {from: 2022, to: 2024}
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

reversed_period = reader_rule("TRM001", "reversed-period", Severity.ERROR, __doc__, packs=("terms",))
