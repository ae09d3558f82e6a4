"""The items of a list stand in one paragraph, one behind the other.

## Why this is bad
The document prints a list as a block of text. Mostly the sign > in the file joined the lines, where | keeps them apart.

## Example
    # demo/projects/health/booking.yaml
    description: >   # error: TXT039
      1. Выбрать врача.
      2. Выбрать время.
      3. Прийти.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      1. Выбрать врача.
      2. Выбрать время.
      3. Прийти.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_NUMBERED = Pattern(r"(?:^|: |\n)1[.)] [^\n]+[.;] 2[.)] [^\n]+")
_DASHED = Pattern(r"(?:^|: )[-–*] [^\n]+[.;] [-–*] [^\n]+[.;] [-–*] ")
_LATER = Pattern(r"[.;] (?:2[.)]|[-–*]) ")
"""How an item begins that is not the first one."""


@rule("TXT039", "list-run-together", Severity.WARNING, packs=("texts", "form"))
def list_run_together(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        words = project.description or ""
        if _LATER.search(words) and (_NUMBERED.search(words) or _DASHED.search(words)):
            yield Finding(
                project.origin.at("description"),
                say("the items of a list stand in one paragraph"),
                say("write | instead of > behind the key, and each item on a line of its own"),
                subject=project.id,
            )
