"""The index of the rules, from what their files say: what is known of a rule before its file is loaded.

With ``--check`` nothing is written: exit code 1 if the index differs from the files.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

LINT = Path(__file__).parent.parent / "stratkit/lint"
INDEX = LINT / "index.py"
_UNNAMED = ("code", "name", "severity", "packs")
HEAD = '''"""The head of every rule, by which a run decides which of them to load. Made by scripts/rules.py: 'make messages'."""

from stratkit.diagnostics.diagnostic import Severity
from stratkit.lint.rule import Header

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

INDEX: tuple[Header, ...] = (
'''
FOOT = ''')  # fmt: skip
"""Sorted by code."""
'''


def index() -> str:
    """The text of the index."""
    from stratkit.lint.rule import Rule

    modules = sorted(path.stem for path in LINT.glob("rules/*.py") if path.stem != "__init__")
    rules: list[Rule] = [getattr(import_module(f"stratkit.lint.rules.{name}"), name) for name in modules]
    return HEAD + "".join(_line(rule) for rule in sorted(rules, key=lambda one: one.code)) + FOOT


def _line(rule: object) -> str:
    from stratkit.lint.rule import Header

    listed = []
    for one in fields(Header):
        value = getattr(rule, one.name)
        if one.name in _UNNAMED:
            listed.append(_shown(value))
        elif value != one.default:
            listed.append(f"{one.name}={_shown(value)}")
    return f"    Header({', '.join(listed)}),\n"


def _shown(value: object) -> str:
    from stratkit.diagnostics import Severity

    if isinstance(value, Severity):
        return value.name
    if isinstance(value, tuple):
        return f"({', '.join(map(_shown, value))}{',' if len(value) == 1 else ''})"
    return f'"{value}"'


def main() -> int:
    """Write the index, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        INDEX.write_text(index(), encoding="utf-8")
    elif INDEX.read_text(encoding="utf-8") != index():
        print("not up to date: stratkit/lint/index.py; run 'make messages'")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
