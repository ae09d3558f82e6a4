"""A project or a list of indicators belongs to an industry that the strategy does not have.

## Why this is bad
It would vanish from the document.

## Example
    # demo/indicators/transport.yaml
    stratkit: indicators/1
    industry: transport   # error: REF006
    indicators: []

## Use instead
    # demo/retired.yaml
    stratkit: retired/1
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

industry_without_file = reader_rule(
    "REF006", "industry-without-file", Severity.ERROR, __doc__, packs=("references", "methodology")
)
