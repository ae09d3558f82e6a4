r"""A character changes the direction of writing.

## Why this is bad
It shows other words, figures or even other lines than the program reads, in texts and in comments alike: who reviews a
change does not see what is changed.

## Example
    # demo/projects/health/booking.yaml
    goal: "Запись к\u202e врачу"   # error: YML015

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

direction_control = reader_rule("YML015", "direction-control", Severity.WARNING, __doc__, packs=("form",))
