"""The file uses a tag.

## Why this is bad
Tags ask the reading program to build something; strategies are plain data.

## Example
    # demo/projects/health/booking.yaml
    goal: !!binary aGVsbG8=   # error: YML010

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись без очереди
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

explicit_tag = reader_rule("YML010", "explicit-tag", Severity.ERROR, __doc__, packs=("form",))
