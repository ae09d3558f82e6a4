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

from collections.abc import Iterator

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
    for place, items, subject in _lists(strategy):
        seen: set[tuple[bytes, ...]] = set()
        for origin, item in items:
            key = stems(item)
            if len(key) >= _WORDS and key in seen:
                yield Finding(
                    origin or place,
                    say("the list names it twice: '{item}'", item=" ".join(item.rstrip(".;, ").split())),
                    say("remove one, or write what was meant"),
                    subject=subject,
                )
            seen.add(key)


def _lists(strategy: Strategy) -> Iterator[tuple[Origin, list[tuple[Origin | None, str]], str]]:
    """The lists of a strategy with their places; items of a list in a text have none of their own."""
    for project in strategy.projects:
        if project.description is not None and "\n" in project.description:
            items = LIST_ITEM.findall(project.description)
            yield project.origin.at("description"), [(None, item) for item in items], project.id
    for industry in strategy.industries:
        for key, points in (("problems", industry.problems), ("risks", industry.risks)):
            place = industry.origin.at(key)
            yield place, [(place.at(index, "text"), one.text) for index, one in enumerate(points)], industry.id
    for key in _CARD if strategy.card is not None else ():
        place = strategy.place_in("card", key)
        yield place, [(place.at(index, "text"), one.text) for index, one in enumerate(getattr(strategy.card, key))], ""
