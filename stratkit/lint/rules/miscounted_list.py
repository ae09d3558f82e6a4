"""A sentence announces another number of items than the list under it has.

## Why this is bad
An item came or went, or was lost when the text was copied.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: TXT035
      Проект состоит из трёх этапов:

      1. выбрать врача;
      2. выбрать время.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Проект состоит из двух этапов:

      1. выбрать врача;
      2. выбрать время.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import LIST_LINE, LISTED, LISTED_SIGN, NUMERALS
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_LEAST = 2
_WINDOW = 120
"""Signs of a sentence in which the number of items stands."""


@rule("TXT035", "miscounted-list", Severity.WARNING, packs=("texts",))
def miscounted_list(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, LISTED_SIGN):
        for end in _ends(text.words):
            said = LISTED.search(text.words[max(0, end - _WINDOW) : end])
            if said is None:
                continue
            word = said["count"].lower()
            stated = NUMERALS[word] if word in NUMERALS else int(word)
            count = _items(text.words[end:])
            if count >= _LEAST and count != stated:
                yield Finding(
                    text.origin,
                    say("{stated} are announced, the list has another number of items: {count}", stated=said["count"], count=count),
                    say("correct the number, or put back the item that was lost"),
                    subject=text.subject,
                )  # fmt: skip


def _items(words: str) -> int:
    """How many items the list has with which *words* begin: lines of one depth and those that go on with them."""
    lines = [line for line in words.split("\n") if line.strip()]
    first = LIST_LINE.match(lines[0]) if lines else None
    if first is None:
        return 0
    depth = len(first["depth"])
    inside = takewhile(lambda line: LIST_LINE.match(line) or len(line) - len(line.lstrip()) > depth, lines)
    return sum(1 for line in inside if (item := LIST_LINE.match(line)) is not None and len(item["depth"]) == depth)


def _ends(words: str) -> Iterator[int]:
    """Where the lines end that announce a list."""
    end = words.find(LISTED_SIGN)
    while end >= 0:
        yield end + len(LISTED_SIGN)
        end = words.find(LISTED_SIGN, end + 1)
