"""One item of a list lacks the mark with which all others end.

## Why this is bad
The item runs into the next one when the list is read aloud or copied, or its end is lost.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: TXT060
      Запись занимает минуту:

      - выбрать больницу;
      - выбрать врача
      - выбрать время;
      - подтвердить запись.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Запись занимает минуту:

      - выбрать больницу;
      - выбрать врача;
      - выбрать время;
      - подтвердить запись.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import LIST_LINE, LISTED_SIGN
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_LEAST = 3
_MARKS = (";", ".", ",")
_NEXT_ITEM = Pattern(r"\n *(?:[-–*•]|\d{1,2}[.)])[ \t]")
_ENDED = ";\n"
"""Lists of sentences are not looked at."""


@rule("TXT060", "item-without-end", Severity.INFO, packs=("typography",))
def item_without_end(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, LISTED_SIGN):
        for items in _lists(text.words) if _may_lack(text.words) else ():
            ends = [item[-1:] for item in items[:-1]]
            usual = _ENDED[0]
            bare = [item for item in items[:-1] if item[-1:].isalnum()]
            if (
                len(bare) == 1
                and len(items) >= _LEAST
                and ends.count(usual) == len(ends) - 1 >= 1
                and items[-1][-1:] in _MARKS
            ):
                yield Finding(
                    text.origin,
                    say("an item of the list lacks the mark '{mark}' at its end: '{item}'", mark=usual, item=bare[0]),
                    say("add it, or put back the end that was lost"),
                    subject=text.subject,
                )


def _may_lack(words: str) -> bool:
    """Whether a line before an item ends with a letter, and others do not; asked first, because it is fast."""
    return _ENDED in words and any(words[max(0, one.start() - 1)].isalnum() for one in _NEXT_ITEM.finditer(words))


def _lists(words: str) -> Iterator[list[str]]:
    """The items of each list, each in one line; what stands deeper belongs to its item."""
    items: list[str] = []
    depth = 0
    for line in words.split("\n"):
        found = LIST_LINE.match(line)
        if found is not None and (not items or len(found["depth"]) <= depth):
            depth = len(found["depth"])
            items.append(line.strip())
        elif items and line.startswith(" ") and line.strip():
            items[-1] += f" {line.strip()}"
        elif items and line.strip():
            yield items
            items = []
    if items:
        yield items
