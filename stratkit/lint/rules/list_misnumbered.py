"""The numbers of a list in a text leave one out or repeat one.

## Why this is bad
An item was lost or put in twice; who cites «item 4» means another one. Numbers that the website counts anew hide it there, the
document prints them as they are.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: TXT040
      1. Выбрать врача.
      2. Выбрать время.
      4. Прийти.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      1. Выбрать врача.
      2. Выбрать время.
      3. Прийти.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_ITEM = Pattern(r"(?:^|\n)(\d{1,2})[.)] ")
_SECOND = ("\n2", "\n3")


@rule("TXT040", "list-misnumbered", Severity.INFO, packs=("texts",))
def list_misnumbered(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        words = project.description or ""
        if not any(sign in words for sign in _SECOND):
            continue
        numbers = [int(one) for one in _ITEM.findall(words)]
        # A second list begins with one.
        wrong = next((pair for pair in pairwise(numbers) if pair[1] not in (1, pair[0] + 1)), None)
        if wrong is not None:
            yield Finding(
                project.origin.at("description"),
                say("the item {number} of a list is followed by the item {next}", number=wrong[0], next=wrong[1]),
                say("number the items anew, or put back the one that was lost"),
                subject=project.id,
            )
