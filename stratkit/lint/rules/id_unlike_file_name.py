"""A file is called otherwise than what it holds.

## Why this is bad
People look for a project in the file of its name and for an industry in the folder of its name.

## Example
    # demo/projects/health/booking.yaml
    id: appointment   # error: FRM002

## Use instead
    # demo/projects/health/booking.yaml
    id: booking
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

id_unlike_file_name = reader_rule("FRM002", "id-unlike-file-name", Severity.WARNING, __doc__, packs=("form",))
