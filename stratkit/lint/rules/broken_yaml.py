"""The file cannot be read as YAML.

## Why this is bad
Nothing in the file reaches the document or the website.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись: без очереди   # error: YML001

## Use instead
    # demo/projects/health/booking.yaml
    goal: "Запись: без очереди"
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

broken_yaml = reader_rule("YML001", "broken-yaml", Severity.ERROR, __doc__, packs=("form",))
