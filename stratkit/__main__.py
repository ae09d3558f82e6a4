"""``python -m stratkit``."""

from stratkit.cli.main import main

main()
