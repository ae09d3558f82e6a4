"""A list names the same thing twice.

## Why this is bad
The item was copied and not rewritten: what should stand there is missing.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: TXT058
      Запись занимает минуту:

      - выбрать врача и больницу;
      - выбрать время;
      - выбрать врача и больницу.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Запись занимает минуту:

      - выбрать врача и больницу;
      - выбрать время.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import LIST_ITEM
from stratkit.model.linked import Strategy, Workspace

_WORDS = 2
"""Fewer words may stand in two lists of one text."""
_CARD = ("directions", "actions", "results", "effects")


@rule("TXT058", "item-listed-twice", Severity.WARNING, packs=("texts",))
def item_listed_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for one in _lists(strategy):
        seen: set[tuple[bytes, ...]] = set()
        for index, item in enumerate(one.items if len(one.items) > 1 else ()):
            key = stems(item)
            if len(key) >= _WORDS and key in seen:
                yield Finding(
                    one.place.at(index, "text") if one.apart else one.place,
                    say("the list names it twice: '{item}'", item=" ".join(item.rstrip(".;, ").split())),
                    say("remove one, or write what was meant"),
                    subject=one.subject,
                )
            seen.add(key)


class _List(NamedTuple):
    """Items of a list, where it stands, whether each has a place of its own there, and what the list belongs to."""

    place: Origin
    items: Sequence[str]
    apart: bool
    subject: str = ""


def _lists(strategy: Strategy) -> Iterator[_List]:
    for project in strategy.projects:
        if project.description is not None and "\n" in project.description:
            items = LIST_ITEM.findall(project.description)
            yield _List(project.origin.at("description"), items, apart=False, subject=project.id)
    for industry in strategy.industries:
        for key, points in (("problems", industry.problems), ("risks", industry.risks)):
            yield _List(industry.origin.at(key), [one.text for one in points], apart=True, subject=industry.id)
    for key in _CARD if strategy.card is not None else ():
        passages = getattr(strategy.card, key)
        yield _List(strategy.place_in("card", key), [one.text for one in passages], apart=True)
