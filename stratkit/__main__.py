"""``python -m stratkit``."""

from stratkit.cli.main import program

program()
