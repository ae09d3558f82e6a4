"""A list in a description names something, and again as a part of another item.

## Why this is bad
The reader looks for a difference that is not there, or the first item lost the words that set it apart.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: TXT048
      Портал даёт:

      - запись на медицинский осмотр;
      - выписку рецептов;
      - запись на медицинский осмотр по полису.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Портал даёт:

      - запись на медицинский осмотр при приёме на работу;
      - выписку рецептов;
      - запись на медицинский осмотр по полису.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import LIST_ITEM
from stratkit.model.linked import Strategy, Workspace

_ENDS = " .;:,"
# Shorter ones name a kind of which others are parts.
_WORDS = 3
_ITEM_SIGNS = ("\n- ", "\n1. ", "\n* ")


@rule("TXT048", "item-within-item", Severity.INFO, packs=("texts",))
def item_within_item(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        description = project.description or ""
        if not any(sign in description for sign in _ITEM_SIGNS):
            continue
        found = _within([one.strip(_ENDS) for one in LIST_ITEM.findall(description)])
        if found is not None:
            yield Finding(
                project.origin.at("description"),
                say("the list has '{item}' and again '{other}'", item=found[0], other=found[1]),
                say("leave out one of the two, or say in the first how it differs"),
                subject=project.id,
            )


def _within(items: list[str]) -> tuple[str, str] | None:
    """The first item with which another one begins, and that one."""
    # In the order of letters it stands right before the first that begins with it.
    for (lower, item), (other_lower, other) in pairwise(sorted([(item.lower(), item) for item in items])):
        if other_lower.startswith(f"{lower} ") and len(item.split()) >= _WORDS:
            return item, other
    return None
