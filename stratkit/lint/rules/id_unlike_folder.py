"""The id of a strategy is not the name of its folder.

## Why this is bad
Addresses of the website and arguments of commands are made of it; there must be one name.

## Example
    # demo/strategy.yaml
    id: other   # error: REF005

## Use instead
    # demo/strategy.yaml
    id: demo
"""

from stratkit.diagnostics import Severity
from stratkit.lint.rule import reader_rule

id_unlike_folder = reader_rule("REF005", "id-unlike-folder", Severity.ERROR, __doc__, packs=("references",))
