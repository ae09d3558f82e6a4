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
from stratkit.model.linked import Strategy, Workspace

_LEAST = 12
"""Shorter items may stand in two lists of one text."""
_SIGNS = ("- ", "– ", "* ", "• ", *"123456789")
_CARD = ("directions", "actions", "results", "effects")


@rule("TXT058", "item-listed-twice", Severity.WARNING, packs=("texts",))
def item_listed_twice(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if project.description is not None and _repeats(project.description):
            for _index, item in _twice(_items(project.description)):
                yield _finding(project.origin.at("description"), item, project.id)
    for industry in strategy.industries:
        for key, points in (("problems", industry.problems), ("risks", industry.risks)):
            for index, item in _twice([one.text for one in points]):
                yield _finding(industry.origin.at(key, index, "text"), item, industry.id)
    for key in _CARD if strategy.card is not None else ():
        for index, item in _twice([one.text for one in getattr(strategy.card, key)]):
            yield _finding(strategy.place_in("card", key, index, "text"), item, strategy.id)


def _repeats(description: str) -> bool:
    """Whether a line stands twice, but for the marks at its end; asked first, because it is fast."""
    lines = description.replace(";", "").replace(".", "").split("\n")
    told = [line for line in lines if line]
    return len(set(told)) < len(told)


def _items(description: str) -> list[str]:
    """The items of the lists of a text, each with the lines that go on with it."""
    items: list[str] = []
    for line in description.split("\n"):
        begins = line.lstrip()
        if begins.startswith(_SIGNS):
            items.append(begins.lstrip("-–*•0123456789.) "))
        elif items and line.startswith(" "):
            items[-1] += f" {begins}"
    return items


def _twice(items: list[str]) -> Iterator[tuple[int, str]]:
    """The items that stood before, with their numbers from zero on."""
    keys = [item.rstrip(".;, \n").lower() for item in items]
    if len(set(keys)) == len(keys):
        return
    for index, key in enumerate(keys):
        if len(key) >= _LEAST and key in keys[:index]:
            yield index, items[index].rstrip(".;, \n")


def _finding(place: Origin, item: str, subject: str) -> Finding:
    return Finding(
        place,
        say("the list names it twice: '{item}'", item=" ".join(item.split())),
        say("remove one, or write what was meant"),
        subject=subject,
    )
